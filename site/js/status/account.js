/** @import {RosterState} from "../contract.js" */
import { element, fill, partIn } from "../dom.js";
import { day, yuan } from "../format.js";

/**
 * Shows what has come of the premium; where to pay it stands there only while something is due.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showAccount(section, { account, state }) {
  const { payments, due, due_capitals, expected } = account;
  const isDue = Number(due) > 0;
  const says = accountInWords(account, state);
  partIn(section, "account").hidden = payments.length === 0 && !says && !isDue;
  partIn(section, "payments").replaceChildren(
    ...payments.map((each) => element("li", {}, paymentInWords(each))),
  );
  partIn(section, "payments").hidden = payments.length === 0;
  fill(section, { account_says: says, premium: yuan(Number(due)), capitals: due_capitals });
  partIn(section, "per-person").hidden = due !== expected;
  partIn(section, "payment").hidden = !isDue || state === "returned";
}

/**
 * @param {RosterState["account"]} account
 * @param {RosterState["state"]} state
 * @returns {string} What is still to be done; empty where nothing has to be said.
 */
function accountInWords({ payments, due, surplus, expected }, state) {
  const [isDue, isOver] = [Number(due) > 0, Number(surplus) > 0];
  if (isDue && state === "returned") return "请先更正名单，再按更正后的金额转账。";
  if (isDue && payments.length > 0) {
    return `应缴 ${yuan(Number(expected))}，还差 ${yuan(Number(due))}。`;
  }
  if (isOver) return `多出 ${yuan(Number(surplus))}，怎么处理请联系本地对接人。`;
  return payments.length > 0 && Number(expected) > 0 ? "保险费已经收齐。" : "";
}

/** @param {RosterState["account"]["payments"][number]} payment */
function paymentInWords({ amount, day: on, is_back }) {
  return `${is_back ? "退回" : "收到"} ${yuan(Number(amount))}（${day(on)}）`;
}
