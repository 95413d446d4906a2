import { count } from "../format.js";

/** More than this nobody looks at one by one. */
export const SHOWN_AT_MOST = 200;

/**
 * @param {number} number Of all there are.
 * @param {string} unit What they are counted in: 份 or 行.
 * @returns {string} How many are not shown; empty where all are.
 */
export function moreInWords(number, unit) {
  const rest = number - SHOWN_AT_MOST;
  return rest > 0 ? `还有 ${count(rest)} ${unit}，没有一一列出。` : "";
}
