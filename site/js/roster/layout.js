/** @import {Finding} from "../contract.js" */
import { concernsUnit } from "../finding.js";

/**
 * The findings of one code.
 *
 * @typedef {object} Group
 * @property {string} code
 * @property {string} title
 * @property {number} total
 * @property {Finding[]} shown The first ones; fewer than `total` where there are too many.
 *
 * @typedef {Record<Finding["severity"], Group[]>} Layout
 */

/** More rows than this help nobody: mending the first ones usually mends the rest. */
export const SHOWN_AT_MOST = 200;

/**
 * Groups findings by severity and code, each group where its first finding stood.
 *
 * @param {Finding[]} findings In the order of the list.
 * @param {number} [limit] How many are shown at most, errors first.
 * @returns {Layout}
 */
export function layOut(findings, limit = SHOWN_AT_MOST) {
  const layout = {
    error: groupsOf(findings, "error"),
    warning: groupsOf(findings, "warning"),
    info: groupsOf(findings, "info"),
  };
  let left = limit;
  for (const group of [...layout.error, ...layout.warning, ...layout.info]) {
    group.shown = group.shown.slice(0, left);
    left -= group.shown.length;
  }
  return layout;
}

/**
 * @param {Finding[]} findings
 * @param {Finding["severity"]} severity
 * @returns {Group[]}
 */
function groupsOf(findings, severity) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const finding of findings) {
    if (finding.severity !== severity) continue;
    const { code, title } = finding;
    const group = groups.get(code) ?? { code, title, total: 0, shown: [] };
    group.total += 1;
    group.shown.push(finding);
    groups.set(code, group);
  }
  return [...groups.values()];
}

/**
 * @param {Group[]} groups
 * @returns {number} How many findings they hold, shown or not.
 */
export function totalOf(groups) {
  return groups.reduce((sum, group) => sum + group.total, 0);
}

/**
 * The rows that could be left out so that the rest can be submitted.
 *
 * @param {Finding[]} findings
 * @returns {number[]} Ascending; empty where none is wrong, or the file itself is.
 */
export function rowsInTheWay(findings) {
  const errors = findings.filter((each) => each.severity === "error" && !concernsUnit(each));
  const rows = errors.flatMap(({ row }) => (row ? [row] : []));
  if (rows.length < errors.length) return [];
  return [...new Set(rows)].sort((one, other) => one - other);
}
