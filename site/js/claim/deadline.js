import { nearDay } from "../format.js";
import { daysBetween, inForce, judgeLastDay, reportBy } from "../rules/index.js";

/** @import {Finding} from "../rules/types.js" */

/**
 * @typedef {object} Deadline
 * @property {string} report_by ISO date.
 * @property {number} day The day of the diagnosis is 0.
 * @property {number} left Days until the last one; negative when it is over.
 * @property {number} limit So many days there are, but for a rest day at their end.
 * @property {Finding[]} findings Whether the last day is provisional, as long as it may come.
 */

/**
 * The last day to report, seen from today (第十四条).
 *
 * @param {string} diagnosed ISO date, not in the future.
 * @param {string} today ISO date.
 * @returns {Deadline}
 * @throws {RuleError} `date.out_of_range`.
 */
export function deadlineOf(diagnosed, today) {
  const plan = inForce(today);
  const report_by = reportBy(diagnosed, plan);
  const left = daysBetween(today, report_by);
  return {
    report_by,
    day: daysBetween(diagnosed, today),
    left,
    limit: plan.report_within.value,
    findings: left < 0 ? [] : judgeLastDay(diagnosed, plan),
  };
}

/**
 * @param {Deadline} deadline
 * @param {string} today ISO date.
 * @returns {string} 今天是第 4 天，最迟 12 月 1 日报案。
 */
export function deadlineWords({ report_by, day, left, limit, findings }, today) {
  const provisional = findings.map(({ title, fix }) => `${title}。${fix}`).join("");
  const last = nearDay(report_by, today);
  const isMoved = day + left > limit;
  const moved = `第 ${limit} 天是休息日，顺延`;
  if (left < 0) return `报案期限到 ${last}为止，已经过了 ${-left} 天。请尽快报案。`;
  if (left === 0 && isMoved) return `${moved}到今天：今天是最后一天，请今天报案。`;
  if (left === 0) return `今天是第 ${day} 天，也是最后一天，请今天报案。`;
  const start = day === 0 ? "今天确诊，从明天算第 1 天" : `今天是第 ${day} 天`;
  return `${start}，最迟 ${last}报案${isMoved ? `（${moved}）` : ""}。${provisional}`;
}
