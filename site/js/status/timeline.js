import { element } from "../dom.js";
import { moment } from "../format.js";

/**
 * @param {{at: string, label: string}} event
 * @returns {HTMLLIElement} Its name and when it was.
 */
export function eventItem({ at, label }) {
  const time = element("time", { datetime: at }, moment(at));
  return element("li", {}, element("b", {}, label), " ", time);
}
