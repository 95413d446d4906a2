/** @import {Leaver, Policy, Reason, Refusal} from "./contract.js" */
import { basisLink } from "./basis.js";
import { element } from "./dom.js";
import { day } from "./format.js";
import { rowsInWords } from "./row-numbers.js";

/** So many people are named; of more, the first, and how many they are. */
const NAMED = 5;

/**
 * @typedef {Record<string, string>} Names Who stands in each row, where that is known.
 */

/**
 * A reason for which a list was returned, as a list item.
 *
 * @param {Reason} reason
 * @param {Names} [names]
 * @param {string} [on] The day on which it was given.
 */
export function reasonLine({ text, article, article_label, rows }, names = {}, on = undefined) {
  const where = rows.length > 0 ? `第 ${rowsInWords(rows)} 行${whoIn(rows, names)}：` : "";
  return line("warning", `${where}${text}`, article, article_label, on);
}

/**
 * Why somebody of an accepted list is not insured, as a list item.
 *
 * @param {Refusal} refusal
 * @param {Names} [names]
 * @param {string} [on] The day of the policy that the others got.
 */
export function refusalLine({ row, reason, article, article_label }, names = {}, on = undefined) {
  const words = `第 ${row} 行${whoIn([row], names)}不予承保：${reason}`;
  return line("error", words, article, article_label, on);
}

/**
 * That somebody of an accepted list was taken out of it (退保), or has died, as a list item.
 *
 * @param {Leaver} leaver
 * @param {Names} [names]
 */
export function leaverLine({ row, last_day, has_died }, names = {}) {
  const what = has_died ? "身故" : "退出";
  const rest = has_died ? "。这天以前得的病仍可以报案，由她的继承人报案或打报案电话" : "";
  const words = `第 ${row} 行${whoIn([row], names)}${what}：${untilInWords(last_day)}${rest}`;
  return line("warning", words, null, null);
}

/** @param {string | null} last The last day of somebody's cover; null where she never had any. */
export function untilInWords(last) {
  return last ? `保险到${day(last)}为止` : "从来没有参加";
}

/**
 * What became of people of an accepted list of whom there was something to decide, as list items.
 *
 * @param {Pick<Policy, "old_covers" | "examined_rows" | "granted_rows">} policy
 * @param {Names} names
 */
export function examinedLines({ old_covers, examined_rows, granted_rows }, names) {
  const seen = old_covers.map(
    ({ rows, last_day }) =>
      `第 ${rowsInWords(rows)} 行${whoIn(rows, names)}已核实旧保险到${day(last_day)}为止，算续保，没有等待期`,
  );
  const rows = rowsInWords(examined_rows);
  const examined = rows ? [`第 ${rows} 行${whoIn(examined_rows, names)}已核对，同意承保`] : [];
  const granted = rowsInWords(granted_rows);
  const passed = granted
    ? [`第 ${granted} 行${whoIn(granted_rows, names)}保险中断过，保险公司同意算续保，没有等待期`]
    : [];
  return [...seen, ...passed, ...examined].map((words) => line("info", words, null, null));
}

/**
 * @param {number[]} rows
 * @param {Names} names
 * @returns {string} `（王芳、李梅）`, or nothing where nobody is known.
 */
export function whoIn(rows, names) {
  const known = rows.flatMap((row) => names[row] ?? []);
  return known.length > 0 ? `（${namesInShort(known)}）` : "";
}

/**
 * @param {string[]} names
 * @param {number} [most] So many are said.
 * @returns {string} `王芳、李梅等 7 人`
 */
export function namesInShort(names, most = NAMED) {
  const more = names.length > most ? `等 ${names.length} 人` : "";
  return `${names.slice(0, most).join("、")}${more}`;
}

/**
 * @param {"error" | "warning" | "info"} severity
 * @param {string} words
 * @param {string | null} article
 * @param {string | null} label
 * @param {string} [on]
 */
function line(severity, words, article, label, on) {
  const item = element("p", {}, words);
  if (article && label) {
    item.append("（", basisLink(article, label, {}, on), "）");
  }
  return element("li", { "data-severity": severity }, item);
}
