import { keepDraft, recallDraft } from "./draft.js";

/**
 * What was searched for at the desk. It may be somebody's name or phone, which no address and no
 * history of the browser shall hold: there it is a number, and its words stay in this tab.
 */
const NAME = "searches";

/** @returns {string[]} The first first. */
function searches() {
  return recallDraft(NAME) ?? [];
}

/**
 * @param {string} number As an address has it.
 * @returns {string} Empty where this tab does not know it.
 */
export function wordsOf(number) {
  return searches()[Number(number) - 1] ?? "";
}

/**
 * @param {string} words
 * @returns {string} The number by which this tab knows them; empty without words.
 */
export function numberOf(words) {
  if (!words) return "";
  const known = searches();
  if (!known.includes(words)) {
    known.push(words);
    keepDraft(NAME, known);
  }
  return String(known.indexOf(words) + 1);
}
