/** @import {Fault} from "../fault.js" */
import { fault } from "../fault.js";
import { finding, holdsIdNumber, limits } from "../rules/index.js";

/** Where people write sentences of their own, or which paper they have seen. */
const FREE_WORDS = "textarea:enabled, [data-field=paper]:enabled";

/**
 * @param {string} code Of what the service would say, too.
 * @param {string} field
 * @param {import("../rules/types.js").Params} [params]
 * @returns {Fault} The same, before anything is sent.
 */
export function ruleFault(code, field, params) {
  const { title, message, fix } = finding(code, params);
  return fault(field, message + fix, title);
}

/**
 * @param {string} field
 * @param {string} number Of a policy, as it is typed.
 * @returns {Fault[]} That it is not written as one.
 */
export function policyNumberFaults(field, number) {
  const isOne = new RegExp(limits.policy_number).test(number);
  return isOne ? [] : [ruleFault("policy.number", field)];
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
