/** @import {Fault} from "./fault.js" */
import { element } from "./dom.js";
import { fault } from "./fault.js";
import { count } from "./format.js";

/**
 * A tick with which a person confirms the warnings of one code.
 *
 * @param {{code: string, title: string, total: number}} warning
 * @param {string} words What she says with it.
 * @param {Set<string>} ticked Codes confirmed before, which stay so.
 * @returns {HTMLLabelElement}
 */
export function confirmationTick({ code, title, total }, words, ticked) {
  const tick = element("input", {
    type: "checkbox",
    id: `confirm-${code}`,
    name: `confirm.${code}`,
    value: code,
    "data-title": title,
    "data-count": count(total),
  });
  tick.checked = ticked.has(code);
  return element("label", { class: "choice" }, tick, words);
}

/**
 * The codes that are ticked in a part of the page.
 *
 * @param {HTMLElement} part
 * @returns {string[]}
 */
export function confirmedIn(part) {
  return ticksIn(part)
    .filter((tick) => tick.checked)
    .map((tick) => tick.value);
}

/**
 * A fault for each tick that is missing in a part of the page.
 *
 * @param {HTMLElement} part
 * @param {string} pattern With `{title}` and `{count}`.
 * @returns {Fault[]}
 */
export function unconfirmedIn(part, pattern) {
  return ticksIn(part)
    .filter((tick) => !tick.checked)
    .map(({ name, dataset: { title = "", count = "" } }) =>
      fault(name, pattern.replace("{title}", title).replace("{count}", count)),
    );
}

/**
 * @param {HTMLElement} part
 * @returns {HTMLInputElement[]}
 */
function ticksIn(part) {
  return [...part.querySelectorAll("input")];
}
