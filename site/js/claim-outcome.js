/** @import {ClaimOutcome} from "./contract.js" */
/** @import {Fact} from "./fact-items.js" */
/** @import {Amounts} from "../types/api.js" */
import { given } from "./fact-items.js";
import { day, yuan } from "./format.js";
import { unended, withBasis } from "./sentence.js";

/** @type {Record<ClaimOutcome, string>} */
export const OUTCOMES = { pay: "给付", refuse: "不予给付", refund: "退还保险费" };

/** What a sum of several amounts is called. */
export const TOGETHER = "一共";

/** @type {Record<keyof Amounts, string>} */
export const AMOUNTS = { lump_sum: "保险金", allowance: "住院津贴", refund: "退还保险费" };

/** @type {Record<ClaimOutcome, (keyof Amounts)[]>} What money an outcome is about. */
export const AMOUNTS_OF = { pay: ["lump_sum", "allowance"], refuse: [], refund: ["refund"] };

/**
 * @param {object} found
 * @param {ClaimOutcome} found.outcome
 * @param {Amounts} found.amounts
 * @param {string | null} found.article_label
 * @param {string | null} found.reason
 * @param {string | null} found.stated Of the illness: 原发、初次发生.
 * @param {string | null} found.grounds By what it is known.
 * @returns {Fact[]} What a claim comes to, and by which article.
 */
export function outcomeFacts({ outcome, amounts, article_label, reason, stated, grounds }) {
  const names = AMOUNTS_OF[outcome];
  const sum = names.reduce((total, name) => total + amounts[name], 0);
  /** @type {Fact[]} */
  const facts = [["结果", OUTCOMES[outcome]]];
  for (const name of names) facts.push([AMOUNTS[name], yuan(amounts[name])]);
  if (names.length > 1) facts.push([TOGETHER, yuan(sum)]);
  if (article_label) facts.push(["依据", article_label]);
  if (stated) facts.push(["认定", withBasis(stated, unended(grounds ?? ""))]);
  if (reason) facts.push(["理由", reason]);
  return facts;
}

/**
 * @param {object} decided
 * @param {string | null} decided.decided_on Null where the claim ended on the day of its decision.
 * @param {string | null} decided.settled_on Null as long as its money is still to be transferred.
 * @param {string | null} decided.account The last digits of where it went.
 * @returns {Fact[]} On which days it was decided and paid, and where the money went.
 */
export function dayFacts({ decided_on, settled_on, account }) {
  if (!decided_on) return given([["办结日期", settled_on && day(settled_on)]]);
  return given([
    ["决定日期", day(decided_on)],
    ["转账日期", settled_on ? day(settled_on) : "还没有转"],
    ["转入账户", account && `末四位 ${account}`],
  ]);
}

/** @param {Amounts} amounts */
export function sumOf({ lump_sum, allowance, refund }) {
  return lump_sum + allowance + refund;
}

/**
 * @param {Amounts} amounts
 * @returns {string} 保险金 1,000 元，住院津贴 300 元; nothing that is 0.
 */
export function amountsInWords(amounts) {
  const paid = /** @type {(keyof Amounts)[]} */ (Object.keys(AMOUNTS)).filter(
    (name) => amounts[name] > 0,
  );
  return paid.map((name) => `${AMOUNTS[name]} ${yuan(amounts[name])}`).join("，") || "不付钱";
}
