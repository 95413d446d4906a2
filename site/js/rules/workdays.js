/**
 * Workdays (工作日): weekdays, but for public holidays and with make-up workdays. A year whose
 * arrangement is not known is reckoned with weekends and the statutory holidays.
 */
import { addDays, check, isWeekend } from "./days.js";
import { announced, everyYear, statutory } from "./generated/workdays.js";

/**
 * @param {string} day ISO date.
 * @returns {boolean}
 */
export function isAnnounced(day) {
  return yearOf(day) in announced;
}

/**
 * @param {string} day ISO date.
 * @returns {boolean}
 */
export function isWorkday(day) {
  const monthAndDay = day.slice(-5);
  const unusual = announced[yearOf(day)];
  // What is unusual in an announced year turns over what the weekday says.
  if (unusual !== undefined) return isWeekend(day) === unusual.includes(monthAndDay);
  return !isWeekend(day) && !(statutory[yearOf(day)] ?? everyYear).includes(monthAndDay);
}

/**
 * The first workday from a day on.
 *
 * @param {string} day ISO date.
 * @returns {string}
 * @throws {RuleError} `date.out_of_range`.
 */
export function workdayFrom(day) {
  return isWorkday(check(day)) ? day : workdayFrom(addDays(day, 1));
}

/** @param {string} day */
const yearOf = (day) => day.slice(0, 4);
