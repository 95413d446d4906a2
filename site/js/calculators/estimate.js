/** @import {Allowance, ItemName, LumpSum, Timeline} from "../rules/types.js" */
import { addDays, calculateAllowance, judgeLumpSum, timeline } from "../rules/index.js";

/**
 * @typedef {object} Claim One illness, and what its papers tell.
 * @property {ItemName} item
 * @property {string} specimen ISO date.
 * @property {string} diagnosis ISO date.
 * @property {"yes" | "no" | "unknown"} sure Whether it is a first, primary cancer.
 * @property {boolean} paid Whether the item has been paid before.
 * @property {string[]} policies The first day of each, ISO dates.
 * @property {{admission: string, discharge: string}[]} stays
 */

const SURE = { yes: true, no: false, unknown: null };

/**
 * What an illness brings, lump sum and allowances together.
 *
 * @param {Claim} claim
 * @returns {{cover: Timeline, lumpSum: LumpSum, allowance: Allowance, total: number}} In yuan.
 * @throws {RuleError} `date.out_of_range`; `plan.none_in_force`; `stay.…`.
 */
export function estimate({ item, specimen, diagnosis, sure, paid, policies, stays }) {
  // A policy's cover begins the day after its issue, at the earliest.
  const cover = timeline(policies.map((day) => ({ issued: addDays(day, -1), first_day: day })));
  const known = SURE[sure];
  const illness = {
    item,
    specimen_date: specimen,
    diagnosis_date: diagnosis,
    primary: known,
    first: known,
  };
  const lumpSum = judgeLumpSum(illness, cover, paid ? [item] : []);
  const forItem = stays.map((stay) => ({ item, ...stay }));
  const allowance = calculateAllowance(forItem, cover, { [item]: specimen });
  return { cover, lumpSum, allowance, total: lumpSum.amount + lumpSum.refund + allowance.amount };
}
