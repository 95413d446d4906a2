import { count } from "../format.js";

/** More policies than this nobody looks at one by one. */
export const SHOWN_AT_MOST = 200;

/**
 * @param {number} number Of all policies there are.
 * @returns {string} How many are not shown; empty where all are.
 */
export function moreInWords(number) {
  const rest = number - SHOWN_AT_MOST;
  return rest > 0 ? `还有 ${count(rest)} 份，没有一一列出。` : "";
}
