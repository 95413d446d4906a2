/** @import {Fact} from "../fact-items.js" */
/** @import {Case} from "./contract.js" */
/** @import {PaymentRequest} from "../../types/api.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day, yuan } from "../format.js";
import { reasonItem } from "../reasons.js";
import { PAYING_ACCOUNTS, whoInWords } from "./words.js";

/**
 * Shows what has come of a list's premium.
 *
 * @param {HTMLElement} section
 * @param {Case} roster
 */
export function showAccount(section, { account }) {
  partIn(section, "account").replaceChildren(...factItems(accountFacts(account)));
  const payments = account.payments.map(({ payment, by, is_struck }) => {
    const words = `${paymentInWords(payment)}（${whoInWords(by, "")}记）`;
    return element(
      "li",
      {},
      is_struck ? element("s", {}, words) : words,
      is_struck ? " 记错了，已划掉" : "",
    );
  });
  partIn(section, "payments").replaceChildren(
    ...account.findings.map((each) => reasonItem(each)),
    ...payments,
  );
}

/**
 * @param {Case["account"]} account
 * @returns {Fact[]}
 */
function accountFacts({ expected, received, paid_back, due, surplus, complete_on }) {
  /** @type {[string, string][]} */
  const sums = [
    ["应缴", expected],
    ["已收到", received],
    ["已退回", paid_back],
    ["还差", due],
    ["多出", surplus],
  ];
  const facts = sums.filter(([name, sum]) => name === "应缴" || Number(sum) > 0);
  return [
    ...facts.map(([name, sum]) => /** @type {Fact} */ ([name, yuan(Number(sum))])),
    ...(complete_on ? [/** @type {Fact} */ (["收齐", day(complete_on)])] : []),
  ];
}

/**
 * @param {Case} roster
 * @returns {Case["account"]["payments"]} Those that were not struck.
 */
export function countingIn({ account }) {
  return account.payments.filter(({ is_struck }) => !is_struck);
}

/**
 * @param {Required<PaymentRequest>} payment
 * @returns {string} Such as 收到 3,600 元，2026年11月24日，单位的账户（示例小学），流水号 0815
 */
export function paymentInWords(payment) {
  return paymentFacts(payment)
    .map(([, value]) => value)
    .join("，");
}

/**
 * @param {PaymentRequest} payment
 * @returns {Fact[]}
 */
export function paymentFacts({ amount, day: on, account, payer, bank_reference, is_back }) {
  const whose = PAYING_ACCOUNTS[account];
  /** @type {Fact[]} */
  const facts = [
    [is_back ? "退回" : "收到", `${is_back ? "退回" : "收到"} ${yuan(Number(amount))}`],
    ["日期", day(on)],
    ["对方账户", payer ? `${whose}（${payer}）` : whose],
    ["流水号", bank_reference ? `流水号 ${bank_reference}` : ""],
  ];
  return facts.filter(([, value]) => value);
}
