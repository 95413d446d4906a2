/** Arithmetic on calendar days, given as ISO dates; no time zone comes in anywhere. */
import { RuleError } from "./finding.js";
import { limits } from "./generated/limits.js";

const MILLISECONDS = 86_400_000;
const SHAPE = /^\d{4}-\d\d-\d\d$/;
const TIME = "T00:00:00.000Z".length;

/** @param {number} moment In milliseconds UTC. */
const iso = (moment) => new Date(moment).toISOString().slice(0, -TIME);

/**
 * The day, where the rules can reckon with it.
 *
 * @param {string} day
 * @returns {string}
 * @throws {RuleError} `date.out_of_range`, it is no day, or surely a typing error.
 */
export function check(day) {
  if (limits.earliest <= real(day) && day <= limits.latest) return day;
  throw outOfRange();
}

/**
 * The day, however far away.
 *
 * @param {string} day
 * @returns {string}
 * @throws {RuleError} `date.out_of_range`, it is no day.
 */
export function real(day) {
  if (exists(day)) return day;
  throw outOfRange();
}

/**
 * @param {string} day
 * @returns {boolean}
 */
export function exists(day) {
  // Browsers read 30 February as 2 March: only a day that comes back as it was is one.
  return SHAPE.test(day) && new Date(day).getUTCDate() === Number(day.slice(8));
}

/**
 * @param {string} day
 * @param {number} count Negative for earlier days.
 * @returns {string}
 */
export function addDays(day, count) {
  return iso(Date.parse(day) + count * MILLISECONDS);
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} Negative where `to` is earlier.
 */
export function daysBetween(from, to) {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS;
}

/**
 * The same day years later; for 29 February, 1 March in a common year.
 *
 * @param {string} day
 * @param {number} years
 * @returns {string}
 */
export function anniversary(day, years) {
  return iso(yearsLater(day, years));
}

/**
 * The day before an anniversary, the last of those years.
 *
 * @param {string} day
 * @param {number} years
 * @returns {string}
 */
export function lastDayOfYears(day, years) {
  return iso(yearsLater(day, years) - MILLISECONDS);
}

/**
 * How many anniversaries have been reached on a day (周岁); negative before the first day.
 *
 * @param {string} since
 * @param {string} on
 * @returns {number}
 * @throws {RuleError} `date.out_of_range`, one of them is no day.
 */
export function completedYears(since, on) {
  const years = Number(real(on).slice(0, 4)) - Number(real(since).slice(0, 4));
  return on.slice(5) < since.slice(5) ? years - 1 : years;
}

/** @param {string} day */
export function isWeekend(day) {
  return new Date(day).getUTCDay() % 6 === 0;
}

/**
 * @param {string} day
 * @param {number} years
 */
function yearsLater(day, years) {
  const date = new Date(day);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function outOfRange() {
  const { earliest, latest } = limits;
  return new RuleError("date.out_of_range", { earliest, latest });
}
