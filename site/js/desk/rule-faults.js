/** @import {Fault} from "../fault.js" */
/** @import {Params} from "../rules/types.js" */
import { fault } from "../fault.js";
import { holdsIdNumber } from "../rules/free-words.js";
import { filled } from "../rules/index.js";
import { deskMessages, policyNumber } from "../rules/generated/desk.js";

/** Where people write sentences of their own, or which paper they have seen. */
const FREE_WORDS = "textarea:enabled, [data-field=paper]:enabled";

/**
 * @param {string} code Of what the service would say, too.
 * @param {string} field
 * @param {Params} [params]
 * @returns {Fault} The same, before anything is sent.
 */
export function ruleFault(code, field, params = {}) {
  const words = deskMessages[code];
  if (!words) throw new Error(`no message ${code}`);
  const [title, message, fix] = words.map((text) => filled(text, params));
  return fault(field, `${message}${fix}`, title);
}

/**
 * @param {string} field
 * @param {string} number Of a policy, as it is typed.
 * @returns {Fault[]} That it is not written as one.
 */
export function policyNumberFaults(field, number) {
  return new RegExp(policyNumber).test(number) ? [] : [ruleFault("policy.number", field)];
}

/**
 * Nobody's whole ID number goes out with words that are read by many.
 *
 * @param {HTMLElement} part Of a form.
 * @returns {Fault[]} In the order of the page.
 */
export function wholeNumbersIn(part) {
  /** @type {NodeListOf<HTMLTextAreaElement | HTMLInputElement>} */
  const controls = part.querySelectorAll(FREE_WORDS);
  return [...controls]
    .filter(({ value }) => holdsIdNumber(value))
    .map(({ name }) => ruleFault("words.id_number", name));
}
