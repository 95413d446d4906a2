/** @import {Unit} from "../contract.js" */
import { answersIn, partOf, restoreAnswers } from "../form-answers.js";

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
  const { union, ...unit } = partOf(answersIn(form), PREFIX);
  return union === undefined ? unit : { ...unit, union: union === "yes" };
}

/**
 * Fills in what this tab remembers, and remembers every later change.
 *
 * @param {HTMLFormElement} form
 */
export function keepDraft(form) {
  try {
    restoreAnswers(form, JSON.parse(sessionStorage.getItem(DRAFT) ?? "{}"));
    form.addEventListener("input", () => {
      sessionStorage.setItem(DRAFT, JSON.stringify(unitAnswers(form)));
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

/** @param {HTMLFormElement} form */
function unitAnswers(form) {
  return Object.fromEntries(
    Object.entries(answersIn(form)).filter(([name]) => name.startsWith(PREFIX)),
  );
}
