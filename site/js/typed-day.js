/** @import {Fault} from "./fault.js" */
import { fault } from "./fault.js";

const UNREADABLE = "日期没有填全，或者日历上没有这一天，请核对。";

/**
 * What a date input holds. Whether it is a day that anything is reckoned with, the rules say, in
 * `day-input.js` or at the server.
 *
 * @param {HTMLInputElement} input Of type date; what to say when it is empty stands in
 *   `data-missing`.
 * @returns {{day: string} | {faults: Fault[]}} An ISO date.
 */
export function typedDay({ name, value, validity, dataset }) {
  if (validity.badInput) return { faults: [fault(name, UNREADABLE)] };
  if (!value) return { faults: [fault(name, dataset.missing ?? "请填写日期。")] };
  return { day: value };
}
