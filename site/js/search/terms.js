/*
 * What is compared: two Chinese characters that stand side by side, for a text without spaces names
 * its words in no other way; and whole numbers and Latin words.
 */

const LETTERS = /\p{Script=Han}/gu;
const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;
const PARTS = /[a-z]{2,}|[0-9]{2,}/g;

/**
 * @param {string} text
 * @returns {string} The same in half-width, lower-case letters.
 */
export function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * @param {string} text
 * @returns {string[]} Its terms in their order.
 */
export function termsOf(text) {
  return (plain(text).match(RUNS) ?? []).flatMap(termsOfRun);
}

/**
 * @param {string} text
 * @returns {string[]} Its Chinese characters one by one: for a question with no two that are known.
 */
export function lettersOf(text) {
  return plain(text).match(LETTERS) ?? [];
}

/** @param {string} run */
function termsOfRun(run) {
  if (isMixed(run)) return [run, ...(run.match(PARTS) ?? [])];
  const letters = [...run];
  if (letters.length === 1 || lettersOf(run).length === 0) return [run];
  return letters.slice(1).map((letter, at) => letters[at] + letter);
}

/**
 * @param {string} run
 * @returns {boolean} Whether it is a grade, a type or a year beside letters, such as CIN3.
 */
function isMixed(run) {
  return /[a-z]/.test(run) && /[0-9]/.test(run);
}
