/** @import {Fact} from "../fact-items.js" */
/** @import {Case} from "./contract.js" */
/** @import {PaymentRequest} from "../../types/api.js" */
import { element, partIn } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { count, day, yuan } from "../format.js";
import { rowsInWords } from "../row-numbers.js";
import { reasonItem } from "../reasons.js";
import { PAYING_ACCOUNTS, whoInWords } from "./words.js";

/**
 * Shows what has come of a list's premium.
 *
 * @param {HTMLElement} section
 * @param {Case} roster
 */
export function showAccount(section, roster) {
  const { account } = roster;
  partIn(section, "account").replaceChildren(...factItems(accountFacts(roster)));
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
 * @param {Pick<Case, "account" | "acceptance">} roster
 * @returns {Fact[]}
 */
export function accountFacts(roster) {
  const { expected, received, paid_back, due, surplus, complete_on } = roster.account;
  return given([
    ["应缴", yuan(Number(expected))],
    ["已收到", sumInWords(received)],
    ["已退回", sumInWords(paid_back)],
    ["还差", sumInWords(due)],
    ["还没有记", unrecordedInWords(roster)],
    ["多出", sumInWords(surplus)],
    ["收齐", complete_on && completeInWords(complete_on, roster.acceptance)],
  ]);
}

/**
 * Cover begins after the premium has come (第四条): it must not have come later than it was accepted by.
 *
 * @param {string} completeOn
 * @param {Case["acceptance"]} acceptance
 */
function completeInWords(completeOn, acceptance) {
  const said = acceptance?.premium_received_date;
  const isLater = said && completeOn > said;
  return `${day(completeOn)}${isLater ? `，比承保时写的${day(said)}晚，请核对` : ""}`;
}

/**
 * Whoever accepts a list names the day on which its premium had come: nothing is due any more, though
 * no payment was recorded.
 *
 * @param {Pick<Case, "account" | "acceptance">} roster
 */
function unrecordedInWords({ account, acceptance }) {
  if (!acceptance || countingIn({ account }).length > 0) return "";
  const received = day(acceptance.premium_received_date);
  return `${yuan(Number(account.expected))}：承保时写的是${received}收到，没有记过款`;
}

/**
 * What of a list has not come, as far as this site knows.
 *
 * @param {Pick<Case, "account" | "arrivals" | "consents">} roster
 * @returns {string[]} Such as 保险费还差 600 元
 */
export function stillMissing({ account, arrivals, consents }) {
  const due = sumInWords(account.due);
  const { people, rows } = consents.missing;
  const whose = rows.length > 0 ? `（第 ${rowsInWords(rows)} 行）` : "";
  return [
    due && `保险费还差 ${due}${countingIn({ account }).length > 0 ? "" : "（没有记过款）"}`,
    arrivals.some(({ what }) => what === "sheets") ? "" : "盖章的名单没有收到",
    people > 0 ? `没有签好的同意书 ${count(people)} 人${whose}` : "",
  ].filter(Boolean);
}

/**
 * @param {string} sum
 * @returns {string} Empty where it is nothing.
 */
function sumInWords(sum) {
  return Number(sum) > 0 ? yuan(Number(sum)) : "";
}

/**
 * @param {Pick<Case, "account">} roster
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
 */
function wayOf({ is_back, is_for_good }) {
  if (is_for_good) return "退还";
  return is_back ? "退回" : "收到";
}

/**
 * @param {PaymentRequest} payment
 * @returns {Fact[]}
 */
export function paymentFacts(payment) {
  const { amount, day: on, account, payer, bank_reference } = payment;
  const whose = PAYING_ACCOUNTS[account];
  const what = wayOf(payment);
  return given([
    [what, `${what} ${yuan(Number(amount))}`],
    ["还要再交吗", payment.is_for_good ? "不用再交" : ""],
    ["日期", day(on)],
    ["对方账户", payer ? `${whose}（${payer}）` : whose],
    ["流水号", bank_reference ? `流水号 ${bank_reference}` : ""],
  ]);
}
