/** @import {Finding} from "../contract.js" */
import { concernsUnit, placeOf } from "../finding.js";

/**
 * What is said once: one finding, or several that say the same of several places.
 *
 * @typedef {[Finding, ...Finding[]]} Line
 *
 * The findings of one code.
 *
 * @typedef {object} Group
 * @property {string} code
 * @property {string} title
 * @property {number} total
 * @property {string | null} column Its letters, where all of them stand in the same one.
 * @property {boolean} isWhole Whether every row of the list has it.
 * @property {Line[]} shown The first lines; fewer than there are where that is too many.
 *
 * @typedef {Record<Finding["severity"], Group[]>} Layout
 */

/** More lines than this help nobody: mending the first ones usually mends the rest. */
export const SHOWN_AT_MOST = 200;

/** A sentence that would stand this often in a table is said once, with all its places. */
export const SAID_ONCE_FROM = 4;

/**
 * Groups findings by severity and code. What one change repairs most comes first: what is wrong
 * with the file as a whole, then what is said of the most places.
 *
 * @param {Finding[]} findings In the order of the list.
 * @param {number} [rows] How many rows of people the list has.
 * @param {number} [limit] How many lines are shown at most, errors first.
 * @returns {Layout}
 */
export function layOut(findings, rows = 0, limit = SHOWN_AT_MOST) {
  const layout = {
    error: groupsOf(findings, "error", rows),
    warning: groupsOf(findings, "warning", rows),
    info: groupsOf(findings, "info", rows),
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
 * @param {number} rows
 * @returns {Group[]}
 */
function groupsOf(findings, severity, rows) {
  const relevant = findings.filter((finding) => finding.severity === severity);
  return [...gathered(relevant, ({ code }) => code).values()]
    .map((ofCode) => group(ofCode, rows))
    .sort((one, other) => weight(other) - weight(one) || other.total - one.total);
}

/**
 * @param {Line} findings All of one code.
 * @param {number} rows
 * @returns {Group}
 */
function group(findings, rows) {
  const [{ code, title, column, cell }] = findings;
  const isColumn = findings.every((each) => each.cell && each.column === column);
  return {
    code,
    title,
    total: findings.length,
    column: isColumn && cell ? lettersOf(cell) : null,
    isWhole: isColumn && findings.length === rows,
    shown: linesOf(findings),
  };
}

/**
 * @param {Line} findings
 * @returns {Line[]}
 */
function linesOf(findings) {
  const same = gathered(findings, ({ message, fix }) => `${message}\n${fix}`);
  return [...same.values()].flatMap((line) =>
    line.length < SAID_ONCE_FROM ? line.map((each) => /** @type {Line} */ ([each])) : [line],
  );
}

/**
 * @param {Finding[]} findings
 * @param {(finding: Finding) => string} keyOf
 * @returns {Map<string, Line>} In the order in which the keys first appear.
 */
function gathered(findings, keyOf) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const finding of findings) {
    const key = keyOf(finding);
    const line = lines.get(key);
    if (line) line.push(finding);
    else lines.set(key, [finding]);
  }
  return lines;
}

/** @param {Group} group How many places one change may repair; all of them for a whole file. */
function weight({ shown }) {
  const isAboutFile = shown.some(([finding]) => !finding.row && !concernsUnit(finding));
  return isAboutFile ? Number.MAX_SAFE_INTEGER : Math.max(...shown.map((line) => line.length));
}

/** @param {string} cell Of a list of several sheets it begins with that of the cell. */
function withoutSheet(cell) {
  return cell.slice(cell.lastIndexOf("!") + 1);
}

/** @param {string} cell */
function lettersOf(cell) {
  return withoutSheet(cell).replace(/\d+$/, "");
}

/**
 * Where a line's findings are: `C3–C98、C100`, the first of them where there are many.
 *
 * @param {Line} line
 * @param {number} [limit] How many stretches of rows are written out.
 * @returns {string}
 */
export function placesOf(line, limit = 12) {
  const runs = runsOf(line);
  const written = runs.slice(0, limit).map(([first, last]) => {
    if (first === last) return placeOf(first);
    if (first.cell && last.cell) return `${first.cell}–${withoutSheet(last.cell)}`;
    return `第 ${first.row}–${last.row} 行`;
  });
  return written.join("、") + (runs.length > limit ? ` 等 ${line.length} 处` : "");
}

/**
 * Whose rows a line is about: `第 4 行 王芳`, `王芳、李梅 等`.
 *
 * @param {Line} line
 * @param {Record<string, string>} names Who stands in each row.
 * @param {number} [limit] How many names are written out.
 * @returns {string} Empty where nobody is known.
 */
export function whoseOf(line, names, limit = 5) {
  const [{ row, cell }] = line;
  if (line.length === 1) return row ? whoIn(row, names, Boolean(cell)) : "";
  const known = line.flatMap(({ row }) => names[row ?? 0] || []);
  return known.slice(0, limit).join("、") + (known.length > limit ? " 等" : "");
}

/**
 * @param {number} row
 * @param {Record<string, string>} names
 * @param {boolean} withRow Whether it is said here which row it is.
 */
function whoIn(row, names, withRow) {
  return [withRow ? `第 ${row} 行` : "", names[row] ?? ""].filter(Boolean).join(" ");
}

/**
 * @param {Line} line
 * @returns {[Finding, Finding][]} The first and the last of each stretch of rows without a gap.
 */
function runsOf([start, ...rest]) {
  /** @type {[Finding, Finding][]} */
  const runs = [[start, start]];
  for (const finding of rest) {
    const run = /** @type {[Finding, Finding]} */ (runs.at(-1));
    const follows = finding.row && finding.row === (run[1].row ?? 0) + 1;
    if (follows && finding.column === run[1].column) run[1] = finding;
    else runs.push([finding, finding]);
  }
  return runs;
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
