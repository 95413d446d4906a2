/** @import {Report} from "../contract.js" */
import { element, fill, partIn } from "../dom.js";
import { count } from "../format.js";
import { rowsInWords } from "../row-numbers.js";

/** So many rows are read at a glance; the rest is one click away. */
const SHOWN_AT_MOST = 8;
const LEFT_OUT = "roster.row_left_out";
const EXCLUDED = "roster.row_excluded";
const TEMPLATE = "roster.template_rows";

/** What is said above the findings already. */
export const SAID_ABOVE = new Set([LEFT_OUT, EXCLUDED, TEMPLATE]);

/**
 * Says what became of every row: how many are people's, and which are nobody's.
 *
 * @param {HTMLElement} body Holds the counts and an empty part for the rows.
 * @param {Report} report
 */
export function showRowsSeen(body, report) {
  const { counts } = report;
  fill(body, {
    seen: count(counts.seen),
    to_mend: count(counts.to_mend),
    left_out: count(counts.left_out),
    template: count(counts.template),
    excluded: count(counts.excluded),
  });
  for (const name of /** @type {const} */ (["template", "excluded"])) {
    partIn(body, name).hidden = counts[name] === 0;
  }
  const lists = [
    ...leftOut(report),
    ...namesRead(report),
    ...excluded(report),
    ...template(report),
  ];
  partIn(body, "rows-seen").replaceChildren(...lists);
  partIn(body, "rows-seen").hidden = lists.length === 0;
}

/** @param {Report} report */
function leftOut({ left_out, findings }) {
  if (left_out.length === 0) return [];
  const fix = findings.find(({ code }) => code === LEFT_OUT)?.fix ?? "";
  const lines = left_out.map(({ row, says }) => `第 ${row} 行：${says}`);
  return [
    element("p", {}, element("b", {}, "没有当作人员、没有计入人数的行："), fix),
    ...listOf(lines),
  ];
}

/**
 * How names are kept that were read otherwise than they are written.
 *
 * @param {Report} report
 */
export function namesRead({ names_read, names }) {
  const lines = Object.entries(names_read).map(
    ([row, name]) => `第 ${row} 行：“${name}”（原来写作“${names[row] ?? ""}”）`,
  );
  if (lines.length === 0) return [];
  return [element("p", {}, element("b", {}, "姓名按下面的写法保存：")), ...listOf(lines)];
}

/** @param {Report} report */
function excluded({ findings, names }) {
  const rows = findings.flatMap(({ code, row }) => (code === EXCLUDED && row ? [row] : []));
  if (rows.length === 0) return [];
  const lines = rows.map((row) => `第 ${row} 行：${names[row] ?? ""}`);
  return [element("p", {}, element("b", {}, "您选择这次不报的行：")), ...listOf(lines)];
}

/** @param {Report} report */
function template({ template }) {
  if (template.length === 0) return [];
  const words = `第 ${rowsInWords(template)} 行只填了职业等内容，没有姓名和身份证号。`;
  return [element("p", {}, element("b", {}, "空白的模板行："), words)];
}

/**
 * @param {string[]} lines
 * @returns {HTMLElement[]} The first ones at once, the others unfolded.
 */
export function listOf(lines) {
  const [first, rest] = [lines.slice(0, SHOWN_AT_MOST), lines.slice(SHOWN_AT_MOST)];
  if (rest.length === 0) return [items(first)];
  const summary = element("summary", {}, `另外 ${count(rest.length)} 行`);
  return [items(first), element("details", {}, summary, items(rest))];
}

/** @param {string[]} lines */
function items(lines) {
  return element("ul", {}, ...lines.map((line) => element("li", {}, line)));
}
