/**
 * Cover (保险期限): when it begins and ends, continuous or not, the waiting period: 第四、五条.
 */
/** @import {Finding, Period, Plan, Policy, Timeline} from "./types.js" */
import { addDays, check, daysBetween, lastDayOfYears, real } from "./days.js";
import { finding, RuleError } from "./finding.js";
import { ofPolicy } from "./plans.js";

/**
 * 第四条: the day after the latest of the insurer's consent, the premium and the policy.
 *
 * @param {{consent: string, premium_received: string, policy_issued: string}} days ISO dates.
 * @throws {RuleError} `date.out_of_range`.
 */
export function firstDay({ consent, premium_received, policy_issued }) {
  const needed = [consent, premium_received, policy_issued].map(check);
  return addDays(needed.reduce(later), 1);
}

/**
 * 第四条: the day before the anniversary of the first day.
 *
 * @param {string} first
 * @param {Plan} plan
 * @throws {RuleError} `date.out_of_range`.
 */
export function lastDay(first, plan) {
  return lastDayOfYears(check(first), plan.cover_length.value);
}

/**
 * 第四、五条: the new cover begins no later than the day after the old one ends.
 *
 * @param {string} oldLastDay
 * @param {string} newFirstDay
 * @throws {RuleError} `date.out_of_range`, one of them is no day.
 */
export function isContinuous(oldLastDay, newFirstDay) {
  return daysBetween(real(oldLastDay), real(newFirstDay)) <= 1;
}

/**
 * 第五条: the last day of the waiting period, whose day 1 is the first day of cover.
 *
 * @param {string} first
 * @param {Plan} plan
 * @param {boolean} continuous
 * @throws {RuleError} `date.out_of_range`.
 */
export function waitingLastDay(first, plan, continuous) {
  const begins = check(first);
  return continuous ? null : addDays(begins, plan.waiting_period.value - 1);
}

/**
 * The cover of one person over all her policies, in whatever order they come.
 *
 * Where two policies overlap the earlier one counts until it ends, so that no day is covered
 * twice; one that adds no day is left out. Both are told in the findings, as are gaps and changes
 * of plan; and once, that policies older than the first plan are reckoned by it.
 *
 * @param {Policy[]} policies
 * @param {Plan[]} [plans]
 * @returns {Timeline}
 * @throws {RuleError} `date.out_of_range`; `cover.begins_before_issue`; `plan.none_in_force`, no day.
 */
export function timeline(policies, plans) {
  policies.forEach(checkPolicy);
  /** @type {Period[]} */
  const periods = [];
  /** @type {Finding[]} */
  const findings = [];
  for (const policy of [...policies].sort(byDays)) {
    const before = periods[periods.length - 1];
    const period = periodOf(policy, ofPolicy(policy.issued, plans), periods);
    findings.push(...(before ? remarks(before, period) : aboutFirst(period)));
    if (period.first_day <= period.last_day) periods.push(period);
  }
  return { periods, findings };
}

/**
 * The period that covers a day.
 *
 * @param {Timeline} cover
 * @param {string} day
 * @returns {Period | undefined}
 * @throws {RuleError} `date.out_of_range`, it is no day.
 */
export function periodOn({ periods }, day) {
  real(day);
  return periods.find(({ first_day, last_day }) => first_day <= day && day <= last_day);
}

/**
 * Whether the day is in the waiting period (等待期).
 *
 * @param {Period} period
 * @param {string} day
 * @throws {RuleError} `date.out_of_range`, it is no day.
 */
export function isWaiting({ first_day, waiting_last_day }, day) {
  return waiting_last_day !== null && first_day <= real(day) && day <= waiting_last_day;
}

/**
 * @param {string} one
 * @param {string} other
 */
function later(one, other) {
  if (one > other) return one;
  return other;
}

/** @param {Policy} policy */
function checkPolicy({ issued, first_day }) {
  if (check(first_day) <= check(issued)) {
    throw new RuleError("cover.begins_before_issue", { first_day });
  }
}

/**
 * @param {Policy} one
 * @param {Policy} other
 */
function byDays(one, other) {
  return daysBetween(other.first_day, one.first_day) || daysBetween(other.issued, one.issued);
}

/**
 * @param {Policy} policy
 * @param {Plan} plan
 * @param {Period[]} periods Of the earlier policies.
 * @returns {Period}
 */
function periodOf(policy, plan, periods) {
  const before = periods[periods.length - 1];
  const dayBefore = addDays(policy.first_day, -1);
  // A cover that begins on the same day is not one that this goes on after.
  const continuous = periods.some(
    (each) => each.first_day <= dayBefore && dayBefore <= each.last_day,
  );
  return {
    policy,
    plan,
    first_day: before ? later(policy.first_day, addDays(before.last_day, 1)) : policy.first_day,
    last_day: lastDay(policy.first_day, plan),
    continuous,
    waiting_last_day: waitingLastDay(policy.first_day, plan, continuous),
  };
}

/** @param {Period} period */
function aboutFirst({ policy, plan: { valid_from } }) {
  return policy.issued < valid_from ? [finding("cover.before_first_plan", { valid_from })] : [];
}

/**
 * @param {Period} before
 * @param {Period} period
 */
function remarks(before, period) {
  const begins = period.policy.first_day;
  const ended = before.last_day;
  const dates = { first_day: begins, last_day: ended };
  const found = [];
  if (begins <= ended) {
    found.push(finding("cover.overlap", { days: overlap(before, period), ...dates }));
  } else if (!period.continuous) {
    found.push(finding("cover.gap", { days: daysBetween(ended, begins) - 1, ...dates }));
  }
  const { valid_from } = period.plan;
  if (valid_from !== before.plan.valid_from && period.first_day <= period.last_day) {
    found.push(finding("cover.plan_changed", { valid_from }));
  }
  return found;
}

/**
 * @param {Period} before
 * @param {Period} period
 */
function overlap(before, period) {
  const begins = period.policy.first_day;
  const ends = [before.last_day, period.last_day].map((day) => daysBetween(begins, day) + 1);
  return Math.min(...ends);
}
