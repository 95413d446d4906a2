/** @import {Finding} from "./contract.js" */

/**
 * Where a finding is, as a person looks for it.
 *
 * @param {Finding} finding
 * @returns {string} `C12`, `第 12 行`, `单位信息` or `整个文件`.
 */
export function placeOf(finding) {
  if (finding.cell) return finding.cell;
  if (finding.row) return `第 ${finding.row} 行`;
  return concernsUnit(finding) ? "单位信息" : "整个文件";
}

/**
 * @param {Finding} finding
 * @returns {boolean} Whether it is about the unit's answers and not about the list.
 */
export function concernsUnit({ field }) {
  return field?.startsWith("unit.") ?? false;
}

/**
 * Whose row of a list a finding is about: on a phone a cell says nothing.
 *
 * @param {Finding} finding
 * @param {Record<string, string>} names Who stands in each row.
 * @returns {string} `第 12 行 王芳`; nothing where nobody is known.
 */
export function whoseOf({ row }, names) {
  const name = row && names[row];
  return name ? `第 ${row} 行 ${name}` : "";
}

/**
 * What is wrong and what to do, in one go.
 *
 * @param {Finding} finding
 * @param {Record<string, string>} [names] Who stands in each row.
 * @returns {string}
 */
export function wordsOf(finding, names = {}) {
  const words = `${finding.message}${finding.fix}`;
  return finding.row ? `${whoseOf(finding, names) || placeOf(finding)}：${words}` : words;
}

/**
 * What is found, with the article that it rests on.
 *
 * @param {Pick<Finding, "message" | "article_label">} finding
 * @returns {string}
 */
export function withArticle({ message, article_label }) {
  return article_label ? `${message}（${article_label}）` : message;
}

/**
 * @param {Finding[]} [findings] What a marked-up file does not hold.
 * @returns {string} The same in words, for her.
 */
export function notHeld(findings = []) {
  return findings.map(({ message, fix }) => message + fix).join("");
}
