/** @import {Fault} from "./fault.js" */
import { fault } from "./fault.js";

/**
 * A fault for each question of a part of a form that is asked and has no answer. Its words stand in the
 * question's `data-missing`; whether an answer is *right* is for the server to say.
 *
 * @param {HTMLElement} part
 * @param {string[]} [apart] Names of questions that have a reader of their own, which says it.
 * @returns {Fault[]} In the order of the page.
 */
export function missingIn(part, apart = []) {
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
  const controls = part.querySelectorAll("[data-missing]:enabled");
  return [...controls]
    .filter((control) => !apart.includes(control.name) && !isAnswered(part, control))
    .map((control) =>
      fault(control.name, control.dataset.missing ?? "", control.dataset.missingTitle),
    );
}

/**
 * @param {HTMLElement} part
 * @param {HTMLInputElement | HTMLSelectElement} control
 */
function isAnswered(part, control) {
  const isChoice = control.type === "radio" || control.type === "checkbox";
  if (!isChoice) return control.value.trim() !== "";
  return part.querySelector(`[name="${CSS.escape(control.name)}"]:checked`) !== null;
}
