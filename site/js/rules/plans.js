/** @import {Plan} from "./types.js" */
import { exists } from "./days.js";
import { RuleError } from "./finding.js";
import { plans as known } from "./generated/plans.js";

/**
 * The plan that a policy issued on a day is sold under.
 *
 * @param {string} day ISO date.
 * @param {Plan[]} [plans] The oldest first.
 * @returns {Plan}
 * @throws {RuleError} `plan.none_in_force`, the day is before the first plan, or no day.
 */
export function inForce(day, plans = known) {
  const begun = plans.filter((plan) => exists(day) && plan.valid_from <= day);
  const latest = begun[begun.length - 1];
  if (!latest) throw new RuleError("plan.none_in_force");
  return latest;
}

/**
 * The plan that a policy issued on a day is reckoned by (第二十条): the one in force that day. A
 * policy on paper that is older than the first plan is reckoned by that one.
 *
 * @param {string} issued ISO date.
 * @param {Plan[]} [plans] The oldest first.
 * @returns {Plan}
 * @throws {RuleError} `plan.none_in_force`, it is no day.
 */
export function ofPolicy(issued, plans = known) {
  const [first] = plans;
  return first && exists(issued) && issued < first.valid_from ? first : inForce(issued, plans);
}
