/** @import {Piece} from "./types.js" */
import { plain } from "./terms.js";

const LONGEST = 90;
/** Terms that count less are not marked: letters by themselves, and what is said around a question. */
const MARKED = 0.5;
/** How far one tried place is from the next. */
const STEP = 12;

/**
 * The part of a text that says most of what was asked for.
 *
 * @param {string} text
 * @param {Map<string, number>} asked
 * @returns {Piece[]}
 */
export function excerptOf(text, asked) {
  const marked = marks(text, asked);
  const start = bestStart(marked);
  const shown = text.slice(start, start + LONGEST);
  const pieces = piecesOf(shown, marked.slice(start, start + LONGEST));
  if (start > 0) pieces.unshift({ text: "…", asked: false });
  if (start + LONGEST < text.length) pieces.push({ text: "…", asked: false });
  return pieces;
}

/**
 * @param {string} text
 * @param {Map<string, number>} asked
 * @returns {boolean[]} Of each place in the text, whether it was asked for.
 */
function marks(text, asked) {
  const lowered = plain(text);
  const marked = new Array(text.length).fill(false);
  // Where letters changed their number, places would be wrong.
  if (lowered.length !== text.length) return marked;
  for (const [term, weight] of asked) {
    if (weight < MARKED) continue;
    for (let at = lowered.indexOf(term); at >= 0; at = lowered.indexOf(term, at + 1)) {
      marked.fill(true, at, at + term.length);
    }
  }
  return marked;
}

/** @param {boolean[]} marked */
function bestStart(marked) {
  if (marked.length <= LONGEST) return 0;
  const last = marked.length - LONGEST;
  let best = 0;
  let most = -1;
  for (let start = 0; start <= last; start += STEP) {
    const asked = marked.slice(start, start + LONGEST).filter(Boolean).length;
    if (asked > most) {
      best = start;
      most = asked;
    }
  }
  return best;
}

/**
 * @param {string} text
 * @param {boolean[]} marked
 */
function piecesOf(text, marked) {
  /** @type {Piece[]} */
  const pieces = [];
  for (let at = 0; at < text.length; at += 1) {
    const asked = marked[at] === true;
    const last = pieces[pieces.length - 1];
    if (last && last.asked === asked) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), asked });
  }
  return pieces;
}
