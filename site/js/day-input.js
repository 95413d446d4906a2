/** @import {Fault} from "./fault.js" */
import { fault } from "./fault.js";
import { checkDay, RuleError } from "./rules/index.js";
import { typedDay } from "./typed-day.js";

/**
 * What a date input holds, as the rules can reckon with it.
 *
 * @param {HTMLInputElement} input Of type date; what to say when it is empty stands in
 *   `data-missing`.
 * @returns {{day: string} | {faults: Fault[]}} An ISO date.
 */
export function readDay(input) {
  const typed = typedDay(input);
  if ("faults" in typed) return typed;
  try {
    return { day: checkDay(typed.day) };
  } catch (error) {
    return { faults: [faultAt(input.name, error)] };
  }
}

/**
 * What a rule refuses, as a fault at an input.
 *
 * @param {string} field
 * @param {unknown} error
 * @returns {Fault}
 * @throws {unknown} The error itself, where no rule raised it.
 */
export function faultAt(field, error) {
  if (!(error instanceof RuleError)) throw error;
  const { title, message, fix } = error.finding();
  return fault(field, message + fix, title);
}

/**
 * The days of several inputs of a form.
 *
 * @param {HTMLFormElement} form
 * @param {string[]} needed Names of inputs that must hold a day.
 * @param {string[]} [optional] Names of inputs that may be empty.
 * @returns {{days: Record<string, string | undefined>, faults: Fault[]}} ISO dates by name.
 */
export function readDays(form, needed, optional = []) {
  /** @type {Record<string, string | undefined>} */
  const days = {};
  /** @type {Fault[]} */
  const faults = [];
  for (const name of [...needed, ...optional]) {
    const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    if (isEmpty(input) && optional.includes(name)) continue;
    const read = readDay(input);
    if ("faults" in read) faults.push(...read.faults);
    else days[name] = read.day;
  }
  return { days, faults };
}

/**
 * @param {HTMLInputElement} input
 * @returns {boolean} Whether nothing at all is typed.
 */
export function isEmpty({ value, validity }) {
  return !value && !validity.badInput;
}
