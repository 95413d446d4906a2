/** @import {Unit} from "../contract.js" */
import { answersIn, partOf, restoreAnswers } from "../form-answers.js";

const PREFIX = "unit.";

/**
 * What has been answered about the unit.
 *
 * @param {HTMLFormElement} form Inputs are named `unit.name`, `unit.county`…
 * @returns {Partial<Unit>} Without the questions left open.
 */
export function readUnit(form) {
  const { union, ...unit } = partOf(answersIn(form), PREFIX);
  return union === undefined ? unit : { ...unit, union: union === "yes" };
}

/**
 * Fills in what is known about the unit; everything can be changed.
 *
 * @param {HTMLFormElement} form
 * @param {Unit} unit
 */
export function writeUnit(form, { union, ...unit }) {
  const answers = Object.entries({ ...unit, union: union ? "yes" : "no" });
  restoreAnswers(
    form,
    Object.fromEntries(answers.map(([name, answer]) => [PREFIX + name, answer])),
  );
}

/**
 * Fills in what this tab remembers of the unit's answers, and remembers every later change, so
 * that a reload or a wrong click loses nothing.
 *
 * @param {HTMLFormElement} form
 * @param {string} draft Under which name.
 */
export function keepDraft(form, draft) {
  try {
    restoreAnswers(form, JSON.parse(sessionStorage.getItem(draft) ?? "{}"));
    form.addEventListener("input", () => {
      sessionStorage.setItem(draft, JSON.stringify(unitAnswers(form)));
    });
  } catch {
    // Storage may be switched off: then there is no draft.
  }
}

/**
 * Forgets a draft once its list has been taken.
 *
 * @param {string} draft
 */
export function forgetDraft(draft) {
  try {
    sessionStorage.removeItem(draft);
  } catch {
    // Storage may be switched off.
  }
}

/** @param {HTMLFormElement} form */
function unitAnswers(form) {
  return Object.fromEntries(
    Object.entries(answersIn(form)).filter(([name]) => name.startsWith(PREFIX)),
  );
}
