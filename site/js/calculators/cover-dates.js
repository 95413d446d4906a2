/** @import {Finding} from "../rules/types.js" */
import {
  daysBetween,
  finding,
  firstDay,
  inForce,
  isContinuous,
  lastDay,
  waitingLastDay,
} from "../rules/index.js";

/**
 * The days of a cover, from the days that decide when it begins.
 *
 * @param {{consent: string, premium_received: string, policy_issued: string}} days ISO dates.
 * @param {string | null} oldLastDay The last day of the policy before; null in first-time cover.
 * @returns {{first_day: string, last_day: string, waiting_last_day: string | null,
 *   renew_by: string, findings: Finding[]}} `renew_by` is the last day to have everything done
 *   for a cover that follows without a gap.
 * @throws {RuleError} `date.out_of_range`; `plan.none_in_force`.
 */
export function coverDates(days, oldLastDay) {
  const plan = inForce(days.policy_issued);
  const first = firstDay(days);
  const last = lastDay(first, plan);
  const continuous = oldLastDay !== null && isContinuous(oldLastDay, first);
  return {
    first_day: first,
    last_day: last,
    waiting_last_day: waitingLastDay(first, plan, continuous),
    renew_by: last,
    findings: oldLastDay === null ? [] : remarks(oldLastDay, first),
  };
}

/**
 * @param {string} oldLastDay
 * @param {string} first
 */
function remarks(oldLastDay, first) {
  const between = daysBetween(oldLastDay, first) - 1;
  if (between > 0) {
    return [finding("cover.gap", { days: between, first_day: first, last_day: oldLastDay })];
  }
  return between < 0 ? [finding("cover.overlap", { days: -between, first_day: first })] : [];
}
