/**
 * Deadlines (期限): days to report a claim (第十四条), workdays to pay it (第十五条).
 */
/** @import {Finding, Plan} from "./types.js" */
import { addDays, check, daysBetween } from "./days.js";
import { finding } from "./finding.js";
import { isAnnounced, isWorkday, workdayFrom } from "./workdays.js";

/**
 * 第十四条: the last day to report; the day after the diagnosis is day 1, all days count. Where the
 * last day is a rest day, the next workday is (民法典 第二百零三条).
 *
 * @param {string} diagnosed ISO date.
 * @param {Plan} plan
 * @throws {RuleError} `date.out_of_range`.
 */
export function reportBy(diagnosed, plan) {
  return workdayFrom(addDays(check(diagnosed), plan.report_within.value));
}

/**
 * 第十四条: whether the last day to report may be an earlier one, as the arrangement of holidays of
 * its year is not known: it was moved past days of which one may be a workday (调休).
 *
 * @param {string} diagnosed ISO date.
 * @param {Plan} plan
 * @returns {Finding[]}
 * @throws {RuleError} `date.out_of_range`.
 */
export function judgeLastDay(diagnosed, plan) {
  const limit = plan.report_within.value;
  const counted = addDays(check(diagnosed), limit);
  const day = reportBy(diagnosed, plan);
  const isSure = day === counted || isAnnounced(addDays(day, -1));
  return isSure ? [] : [finding("report.provisional", { counted, day, limit })];
}

/**
 * 第十四条: a late report is flagged and never refused; one before the diagnosis is an error.
 *
 * @param {string} diagnosed ISO date.
 * @param {string} reported ISO date.
 * @param {Plan} plan
 * @returns {Finding[]}
 * @throws {RuleError} `date.out_of_range`.
 */
export function judgeReport(diagnosed, reported, plan) {
  const lastDay = reportBy(diagnosed, plan);
  if (check(reported) < diagnosed) return [finding("report.before_diagnosis")];
  if (reported <= lastDay) return [];
  const limit = plan.report_within.value;
  const days = daysBetween(lastDay, reported);
  return [finding("report.late", { last_day: lastDay, days, limit })];
}

/**
 * 第十五条: the last day to pay; the first day counted is the next workday. Provisional while
 * the arrangement of holidays of its year is not known.
 *
 * @param {string} papersComplete ISO date.
 * @param {Plan} plan
 * @returns {{day: string, provisional: boolean, findings: Finding[]}}
 * @throws {RuleError} `date.out_of_range`.
 */
export function payBy(papersComplete, plan) {
  let day = check(papersComplete);
  let provisional = false;
  for (let left = plan.payout_within.value; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
    provisional ||= !isAnnounced(day);
  }
  return {
    day,
    provisional,
    findings: provisional ? [finding("payout.provisional", { day })] : [],
  };
}
