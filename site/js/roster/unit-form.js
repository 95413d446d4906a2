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
export function writeUnit(form, { union, old_last_day, ...unit }) {
  const said = { ...unit, union: union ? "yes" : "no", old_last_day: old_last_day ?? "" };
  const answers = Object.entries(said);
  restoreAnswers(
    form,
    Object.fromEntries(answers.map(([name, answer]) => [PREFIX + name, answer])),
  );
}

/**
 * Fills in what is remembered of the unit's answers, and remembers every later change, so that a
 * reload or a wrong click loses nothing.
 *
 * @param {HTMLFormElement} form
 * @param {string} draft Under which name.
 * @param {() => Storage} storage Of this tab, or of this device.
 * @returns {boolean} Whether the browser keeps anything.
 */
export function keepDraft(form, draft, storage) {
  try {
    restoreAnswers(form, JSON.parse(storage().getItem(draft) ?? "{}"));
    storage().setItem(draft, JSON.stringify(unitAnswers(form)));
  } catch {
    return false;
  }
  form.addEventListener("input", () => {
    try {
      storage().setItem(draft, JSON.stringify(unitAnswers(form)));
    } catch {
      // Full meanwhile: the page goes on without.
    }
  });
  return true;
}

/**
 * Forgets a draft: its list has been taken, or somebody else sits here next.
 *
 * @param {string} draft
 * @param {() => Storage} storage
 */
export function forgetDraft(draft, storage) {
  try {
    storage().removeItem(draft);
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
