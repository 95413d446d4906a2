/** @import {Changed, Difference, Listed} from "../contract.js" */
import { element } from "../dom.js";
import { count } from "../format.js";
import { headerOf } from "./columns.js";
import { listOf } from "./rows-seen.js";

/**
 * How a list differs from the version before it, in words.
 *
 * @param {Difference} difference
 * @param {string} heading What it is compared with.
 * @returns {HTMLElement[]}
 */
export function differenceParts(difference, heading) {
  const { gone, added, changed } = difference;
  return [
    element("p", {}, element("b", {}, `${heading}：${inShort(difference)}`)),
    ...people("不再参保", gone.map(listed)),
    ...people("新增", added.map(listed)),
    ...people("改了", changed.map(changedLine)),
  ];
}

/**
 * @param {Difference} difference
 * @returns {string} `少 39 人，多 2 人，改 1 人，其余 4 人不变（原来 43 人，现在 6 人）`
 */
export function inShort({ before, after, unchanged, gone, added, changed }) {
  const parts = [
    ["少", gone.length],
    ["多", added.length],
    ["改", changed.length],
  ].flatMap(([word, number]) => (number ? [`${word} ${count(Number(number))} 人`] : []));
  if (parts.length === 0) return `人员没有变化，都是 ${count(after)} 人`;
  const rest = `其余 ${count(unchanged)} 人不变`;
  return `${parts.join("，")}，${rest}（原来 ${count(before)} 人，现在 ${count(after)} 人）`;
}

/**
 * @param {string} word
 * @param {string[]} lines
 */
function people(word, lines) {
  if (lines.length === 0) return [];
  return [element("p", {}, `${word} ${count(lines.length)} 人：`), ...listOf(lines)];
}

/** @param {Listed} person */
function listed({ row, name }) {
  return `${name}（第 ${row} 行）`;
}

/** @param {Changed} person */
function changedLine({ row, row_before, name, name_before, fields }) {
  const where = `现在第 ${row} 行，原来第 ${row_before} 行`;
  if (name === name_before) return `${name}（${where}）：${fields.map(headerOf).join("、")}`;
  const others = fields.filter((field) => field !== "name").map(headerOf);
  return [`姓名变了：${name_before} → ${name}（${where}）`, ...others].join("、");
}
