/** @import {RosterState} from "../contract.js" */
import { element } from "../dom.js";
import { moment } from "../format.js";

/**
 * A paper that a unit has brought, and what became of it.
 *
 * @param {Omit<RosterState["sheets"][number], "is_current">} paper
 * @param {string} more What is said of it besides, or nothing.
 */
export function paperItem({ filename, received_at, state_label, findings }, more) {
  const why = findings.map(({ message, fix }) => `：${message}${fix}`).join("");
  const words = `${filename}，${moment(received_at)}：${state_label}${why}`;
  return element("li", {}, more ? `${words}；${more}` : words);
}
