/** @import {Fact} from "../fact-items.js" */
/** @import {Case, Leaver} from "./contract.js" */
/** @import {EndorsementLook} from "../../types/api.js" */
import { day, moment } from "../format.js";
import { inWords } from "../roster/columns.js";
import { rowsInWords } from "../row-numbers.js";
import { untilInWords } from "../said-reasons.js";
import { premiumFacts } from "./facts.js";
import { whoInWords } from "./words.js";
import { joined } from "../sentence.js";

/**
 * @param {NonNullable<Case["endorsement"]>} endorsement
 * @returns {Fact[]} What waits for a second person.
 */
export function endorsementFacts({ label, leavers, acceptance, person, reasons, by, at, ...rest }) {
  /** @type {Fact[]} */
  const facts = [["批改", label]];
  if (leavers.length > 0) facts.push([goneInWords(leavers), leaversInWords(leavers)]);
  if (person) {
    const { row, before, after } = person;
    facts.push(["原来", `第 ${row} 行：${inWords(before)}`], ["改为", inWords(after)]);
  }
  if (acceptance) {
    facts.push(["保险单", policyInWords(acceptance.policy_number, acceptance.first_day)]);
    facts.push(...premiumFacts(acceptance));
  }
  if (rest.gaps.length > 0) facts.push(["算续保", rest.gaps.map(gapInWords).join("；")]);
  facts.push(...restingFacts(rest));
  const why = joined(reasons.map(({ text }) => text));
  return [...facts, ["原因", why], ["提出", `${whoInWords(by)}，${moment(at)}`]];
}

/**
 * @param {Pick<EndorsementLook, "open_claims" | "decided_claims" | "renewals" | "waits_until">} resting
 * @returns {Fact[]} What else the endorsement touches.
 */
export function restingFacts({ open_claims, decided_claims, renewals, waits_until }) {
  /** @type {Fact[]} */
  const facts = [];
  if (waits_until) facts.push(["不再算连续续保", `按首次参加算，等待期到${day(waits_until)}为止`]);
  if (renewals) facts.push(["已经接着续保的名单", renewals]);
  if (open_claims.length > 0) facts.push(["没有办结的理赔", open_claims.join("、")]);
  if (decided_claims.length > 0)
    facts.push(["要重新打开的理赔", `${decided_claims.join("、")}，批改办好以后请告诉理赔人员`]);
  return facts;
}

/** @param {NonNullable<Case["endorsement"]>["gaps"][number]} gap */
function gapInWords({ row, last_day }) {
  return `第 ${row} 行，旧保险到${day(last_day)}为止`;
}

/**
 * @param {Leaver[]} leavers
 * @returns {string} Why they are not in the list any more.
 */
export function goneInWords(leavers) {
  return leavers.some(({ has_died }) => has_died) ? "身故" : "退出";
}

/**
 * @param {Leaver[]} leavers
 * @returns {string} `第 3 行，保险到 2027年3月1日为止`
 */
export function leaversInWords(leavers) {
  /** @type {Map<string | null, number[]>} */
  const byDay = new Map();
  for (const { row, last_day } of leavers) {
    byDay.set(last_day, [...(byDay.get(last_day) ?? []), row]);
  }
  return [...byDay]
    .map(([last, rows]) => `第 ${rowsInWords(rows)} 行，${untilInWords(last)}`)
    .join("；");
}

/**
 * @param {string} number
 * @param {string} first
 */
export function policyInWords(number, first) {
  return `${number}，${day(first)}零时起`;
}
