/** @import {Reason, Refusal} from "./contract.js" */
import { articleAddress } from "./address.js";
import { element } from "./dom.js";
import { rowsInWords } from "./row-numbers.js";

/**
 * A reason for which a list was returned, as a list item.
 *
 * @param {Reason} reason
 */
export function reasonLine({ text, article, article_label, rows }) {
  const where = rows.length > 0 ? `第 ${rowsInWords(rows)} 行：` : "";
  return line("warning", `${where}${text}`, article, article_label);
}

/**
 * Why somebody of an accepted list is not insured, as a list item.
 *
 * @param {Refusal} refusal
 */
export function refusalLine({ row, reason, article, article_label }) {
  return line("error", `第 ${row} 行不予承保：${reason}`, article, article_label);
}

/**
 * @param {"error" | "warning"} severity
 * @param {string} words
 * @param {string | null} article
 * @param {string | null} label
 */
function line(severity, words, article, label) {
  const item = element("p", {}, words);
  if (article && label) {
    const anchor = element("a", { href: articleAddress(article), class: "article" }, label);
    item.append("（", anchor, "）");
  }
  return element("li", { "data-severity": severity }, item);
}
