/** @import {SearchIndex} from "./types.js" */
import { lettersOf, plain, termsOf } from "./terms.js";

/** What the pages call it counts less than what was said. */
const TRANSLATED = 0.75;
/** What is said around it counts little, and may still be part of a word. */
const AS_TYPED = 0.3;
/** A character that is left by itself says little. */
const ALONE = 0.3;

/**
 * What a question asks for: the terms of what was said, without what is said around it, and of
 * what the pages call it.
 *
 * @param {string} question As typed.
 * @param {Pick<SearchIndex, "words" | "noise">} index
 * @returns {Map<string, number>} How much each term counts; empty where nothing was said.
 */
export function askedFor(question, { words, noise }) {
  const said = plain(question);
  /** @type {Map<string, number>} */
  const asked = new Map();
  const meant = longestIn(said, Object.keys(words)).flatMap((word) => words[word] ?? []);
  for (const term of meant.flatMap(termsOf)) asked.set(term, TRANSLATED);
  for (const term of termsOf(said)) asked.set(term, AS_TYPED);
  const own = termsOf(without(said, noise));
  for (const term of own.length > 0 ? own : termsOf(said)) asked.set(term, countOf(term));
  return asked;
}

/** @param {string} term */
function countOf(term) {
  return lettersOf(term).length === 1 ? ALONE : 1;
}

/**
 * The words that a text holds, none inside another.
 *
 * @param {string} text
 * @param {string[]} words
 */
function longestIn(text, words) {
  let left = text;
  return byLength(words).filter((word) => {
    const lowered = plain(word);
    const isIn = left.includes(lowered);
    if (isIn) left = left.split(lowered).join(" ");
    return isIn;
  });
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function without(text, words) {
  return byLength(words).reduce((left, word) => left.split(word).join(" "), text);
}

/** @param {string[]} words */
function byLength(words) {
  return [...words].sort((one, other) => other.length - one.length);
}
