/** @import {Finding} from "../rules/types.js" */
import {
  daysBetween,
  agreeFirstDay,
  finding,
  firstDay,
  firstDayReason,
  inForce,
  isContinuous,
  lastDay,
  proposeFirstDay,
  waitingLastDay,
} from "../rules/index.js";

/**
 * The days of a cover, from the days that decide when it begins: the day after the three acts, or,
 * where the old cover still runs for a while, the day after it; or a later day that was agreed.
 *
 * @param {{consent: string, premium_received: string, policy_issued: string}} days ISO dates.
 * @param {string | null} oldLastDay The last day of the policy before; null in first-time cover.
 * @param {string | null} [agreed] The first day that was agreed (约定生效日), if any was.
 * @returns {{first_day: string, last_day: string, waiting_last_day: string | null,
 *   renew_by: string, reason: Finding, findings: Finding[]}} `renew_by` is the last day to have everything done
 *   for a cover that follows without a gap.
 * @throws {RuleError} `date.out_of_range`; `plan.none_in_force`; `cover.agreed_…`, the agreed day.
 */
export function coverDates(days, oldLastDay, agreed = null) {
  const plan = inForce(days.policy_issued);
  const proposed = proposeFirstDay(firstDay(days), oldLastDay === null ? [] : [[oldLastDay, 1]]);
  const first = agreed === null ? proposed.day : agreeFirstDay(agreed, proposed.earliest, plan);
  const last = lastDay(first, plan);
  const continuous = oldLastDay !== null && isContinuous(oldLastDay, first);
  return {
    first_day: first,
    last_day: last,
    waiting_last_day: waitingLastDay(first, plan, continuous),
    renew_by: last,
    reason: firstDayReason(first, proposed.earliest, proposed.old_last_day),
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
