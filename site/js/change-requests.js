/** @import {RosterState} from "./contract.js" */
import { element, partIn } from "./dom.js";
import { moment } from "./format.js";
import { reasonLine } from "./said-reasons.js";

/**
 * Shows what the unit has asked for, and what became of it.
 *
 * @param {HTMLElement} section
 * @param {Pick<RosterState, "requests">} roster
 */
export function showRequests(section, { requests }) {
  const part = partIn(section, "requests");
  part.hidden = requests.length === 0;
  part.querySelector("ul")?.replaceChildren(...requests.flatMap(requestItems));
}

/**
 * @param {RosterState["requests"][number]} request
 * @returns {HTMLElement[]} List items: what was asked for, with what became of it.
 */
function requestItems({ at, reasons, state, answered_at, answer }) {
  const items = reasons.map((reason) => reasonLine(reason));
  const became = {
    waiting: "等对接人答复",
    endorsed: "已批改",
    declined: `没有照办：${answer.map(({ text }) => text).join("；")}`,
  }[state];
  const when = answered_at ? `（${moment(answered_at)}）` : "";
  items.at(-1)?.append(element("p", { class: "hint" }, `${moment(at)} 申请；${became}${when}`));
  return items;
}
