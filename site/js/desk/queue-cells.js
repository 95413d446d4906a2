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
