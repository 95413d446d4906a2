/** @import {Unit} from "../contract.js" */

/** The unit's answers are kept in this tab, so that a reload or a wrong click loses nothing. */
const DRAFT = "roster-unit";
const PREFIX = "unit.";

/**
 * What has been answered about the unit.
 *
 * @param {HTMLFormElement} form Inputs are named `unit.name`, `unit.county`…
 * @returns {Partial<Unit>} Without the questions left open.
 */
export function readUnit(form) {
  const { union, ...unit } = answers(form);
  return union === undefined ? unit : { ...unit, union: union === "yes" };
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function answers(form) {
  /** @type {Record<string, string>} */
  const given = {};
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith(PREFIX) || typeof value !== "string" || !value.trim()) continue;
    given[name.slice(PREFIX.length)] = value.trim();
  }
  return given;
}

/**
 * Fills in what this tab remembers, and remembers every later change.
 *
 * @param {HTMLFormElement} form
 */
export function keepDraft(form) {
  try {
    restore(form, JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}"));
    form.addEventListener("input", () => {
      sessionStorage.setItem(DRAFT, JSON.stringify(answers(form)));
    });
  } catch {
    // Storage may be switched off: then there is no draft.
  }
}

/** Forgets the draft once the list has been taken. */
export function forgetDraft() {
  try {
    sessionStorage.removeItem(DRAFT);
  } catch {
    // Storage may be switched off.
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} draft
 */
function restore(form, draft) {
  for (const [name, value] of Object.entries(draft)) {
    const control = form.elements.namedItem(PREFIX + name);
    if (control && "value" in control) control.value = value;
  }
}
