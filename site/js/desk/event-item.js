/** @import {CaseEvent, LogEntry, Why} from "./contract.js" */
import { clerkInWords } from "../clerk-words.js";
import { dayOf } from "../clock.js";
import { element } from "../dom.js";
import { moment } from "../format.js";
import { reasonLine } from "../said-reasons.js";
import { OUTSIDERS, whoInWords } from "./words.js";
import { withBasis } from "../sentence.js";

/**
 * How a desk tells what happened.
 *
 * @typedef {object} Wording
 * @property {string} outsider Who did it where nobody of the desk did.
 * @property {(event: CaseEvent | LogEntry) => string} labelOf What happened.
 */

/** @type {Wording} */
export const OF_ROSTERS = { outsider: OUTSIDERS.rosters, labelOf: ({ label }) => label };

/**
 * Something that happened to a case, as an item of its history.
 *
 * @param {CaseEvent} event
 * @param {Wording} wording
 */
export function eventItem(event, { outsider, labelOf }) {
  const { at, by, version } = event;
  const who = whoInWords(by, outsider);
  const label = element("b", {}, labelOf(event));
  const why = reasonItems(event);
  const list = why.length > 0 ? [element("ul", { class: "reasons" }, ...why)] : [];
  const words = element("p", {}, label, ` ${moment(at)}，${who}，第 ${version} 版`);
  return element("li", {}, words, ...list);
}

/**
 * @param {Why} event
 * @returns {HTMLElement[]} Why it happened, as list items.
 */
export function reasonItems({ at, reasons = [], reason, article_label, clerk }) {
  const items = reasons.map((reason) => reasonLine(reason, {}, dayOf(at)));
  if (clerk) {
    const words = `${clerkInWords(clerk.before)} 换成 ${clerkInWords(clerk.after)}`;
    items.push(element("li", { "data-severity": "info" }, element("p", {}, words)));
  }
  if (reason) {
    const words = withBasis(reason, article_label);
    items.push(element("li", { "data-severity": "warning" }, element("p", {}, words)));
  }
  return items;
}
