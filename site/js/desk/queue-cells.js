/** @import {Cell} from "../card-table.js" */
import { dayOf } from "../clock.js";
import { element } from "../dom.js";
import { day } from "../format.js";
import { untilDue } from "./due.js";

/**
 * @param {{due: string | null, is_overdue: boolean, is_soon: boolean, state: string}} item
 * @param {string} today ISO date.
 * @returns {Cell} The day, and how long it is until then.
 */
export function dueCell({ due, ...item }, today) {
  if (!due) return "";
  const { urgency, words } = untilDue({ due, ...item }, today);
  const left = words ? [element("b", { class: "due", "data-urgency": urgency }, words)] : [];
  return [wholeDay(due), " ", ...left];
}

/**
 * @param {string} moment As the API writes it.
 * @returns {HTMLElement} Its day, kept in one piece.
 */
export function wholeDay(moment) {
  return element("span", { class: "day" }, day(dayOf(moment)));
}

/** @param {string} words Kept in one piece. */
export function aside(words) {
  return element("span", { class: "hint" }, words);
}

/**
 * @param {{holder: string}} record
 * @returns {(Node | string)[]} Who has it in hand.
 */
export function heldBy({ holder }) {
  return holder ? [" ", aside(`${holder} 在办`)] : [];
}

/** @param {string[]} receipts Of records that the server could not read. */
export function unreadableWords(receipts) {
  if (receipts.length === 0) return "";
  return `${unreadable(`${receipts.length} 份`)}：${receipts.join("、")}。`;
}

/** @param {number} lines How many, of which nothing can be named, the server could not read. */
export function unreadableLines(lines) {
  return lines === 0 ? "" : `${unreadable(`${lines} 条`)}。`;
}

/**
 * @param {HTMLElement} line Hidden where there is nothing to say.
 * @param {string} words
 */
export function tell(line, words) {
  line.hidden = words === "";
  line.textContent = words;
}

/** @param {string} what */
function unreadable(what) {
  return `另有 ${what}读不出来，已经通知维护人员`;
}

/**
 * A part of a queue, in the list of them.
 *
 * @param {string} words
 * @param {string} hash
 * @param {boolean} isCurrent
 */
export function filter(words, hash, isCurrent) {
  const current = isCurrent ? { "aria-current": "page" } : {};
  return element("li", {}, element("a", { href: hash, ...current }, words));
}
