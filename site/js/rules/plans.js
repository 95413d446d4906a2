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
