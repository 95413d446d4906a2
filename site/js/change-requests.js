/** @import {RosterState} from "./contract.js" */
import { element, partIn } from "./dom.js";
import { moment } from "./format.js";
import { reasonLine } from "./said-reasons.js";
import { joined, unended } from "./sentence.js";

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
  const when = answered_at ? `（${moment(answered_at)}）` : "";
  const words = `${moment(at)} 申请；${becameInWords({ state, answer })}${when}`;
  items.at(-1)?.append(element("p", { class: "hint" }, words));
  return items;
}

/** @param {Pick<RosterState["requests"][number], "state" | "answer">} request */
export function becameInWords({ state, answer }) {
  return {
    waiting: "等对接人答复",
    endorsed: "已批改",
    declined: `没有照办：${unended(joined(answer.map(({ text }) => text)))}`,
  }[state];
}
