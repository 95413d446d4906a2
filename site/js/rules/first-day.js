/**
 * When a list's cover begins (生效日): proposed, and agreed (约定生效日), 第四条.
 */
/** @import {Finding, Plan, Proposal} from "./types.js" */
import { addDays, anniversary, check, daysBetween, real } from "./days.js";
import { finding, RuleError } from "./finding.js";
import { limits } from "./generated/limits.js";

/**
 * The first day of a list's cover: as early as may be, but not while the old cover still runs.
 *
 * @param {string} earliest The day after the latest of the three acts.
 * @param {[last_day: string, people: number][]} [oldLastDays] The last days of the cover that
 *   people of the list have, each with how many. Most decide; of as many, the earlier day.
 * @returns {Proposal}
 * @throws {RuleError} `date.out_of_range`.
 */
export function propose(earliest, oldLastDays = []) {
  check(earliest);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [lastDay, people] of oldLastDays) {
    if (renews(lastDay, earliest)) counts.set(lastDay, (counts.get(lastDay) ?? 0) + people);
  }
  const [followed] = [...counts].sort(
    ([oneDay, one], [otherDay, other]) => other - one || daysBetween(otherDay, oneDay),
  );
  if (!followed) return { day: earliest, earliest, old_last_day: null };
  return { day: addDays(followed[0], 1), earliest, old_last_day: followed[0] };
}

/**
 * Whether cover that could begin on `earliest` renews the one that ends on `oldLastDay`.
 *
 * @param {string} oldLastDay
 * @param {string} earliest
 * @throws {RuleError} `date.out_of_range`, one of them is no day.
 */
export function renews(oldLastDay, earliest) {
  const left = daysBetween(real(earliest), real(oldLastDay));
  return left >= -1 && left <= limits.renews_within;
}

/**
 * The agreed first day, where it may be agreed: not before the three acts are done (第四条).
 *
 * @param {string} agreed
 * @param {string} earliest
 * @param {Plan} plan
 * @returns {string}
 * @throws {RuleError} `date.out_of_range`; `cover.agreed_too_early`; `cover.agreed_too_late`.
 */
export function agree(agreed, earliest, plan) {
  const latest = anniversary(check(earliest), plan.cover_length.value);
  if (check(agreed) < earliest) throw new RuleError("cover.agreed_too_early", { earliest });
  if (agreed > latest) throw new RuleError("cover.agreed_too_late", { latest });
  return agreed;
}

/**
 * Why cover begins on a day: after the three acts, after the old cover, or as agreed.
 *
 * @param {string} day
 * @param {string} earliest
 * @param {string | null} oldLastDay
 * @returns {Finding}
 */
export function reason(day, earliest, oldLastDay) {
  if (oldLastDay !== null && day === addDays(oldLastDay, 1)) {
    return finding("cover.begins_after_old", { first_day: day, last_day: oldLastDay });
  }
  if (day === earliest) return finding("cover.begins_after_acts", { first_day: day });
  return finding("cover.begins_as_agreed", { first_day: day, earliest });
}
