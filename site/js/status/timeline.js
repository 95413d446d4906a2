import { element } from "../dom.js";
import { moment } from "../format.js";

/**
 * @param {{at: string, label: string, note?: string}} event
 * @returns {HTMLLIElement} Its name and when it was, and what to do about it where that is said.
 */
export function eventItem({ at, label, note }) {
  const time = element("time", { datetime: at }, moment(at));
  const rest = note ? [element("p", { class: "hint" }, note)] : [];
  return element("li", {}, element("b", {}, label), " ", time, ...rest);
}
