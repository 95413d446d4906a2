/** @import {FormRow} from "./contract.js" */
import { byId, element, fill, partIn } from "./dom.js";
import { count } from "./format.js";
import { linesOf, linesOfUnit, sheetsOf } from "./print-sheets.js";
import { columns } from "./rules/generated/columns.js";
import { untilInWords } from "./said-reasons.js";

/** @typedef {{svg: string, says: string}} Code A QR code, and what it says of the list. */

const IN_FORM = columns.filter((column) => column.is_in_form);

/**
 * Lays 附件2 out on sheets, the last of which is stamped. Each says by itself of which list it is, and
 * which of how many.
 *
 * @param {HTMLElement} section Holds roster/form-sheets.html.
 * @param {{unit_name: string, rows: FormRow[]}} form
 * @param {Record<string, string>} said What each sheet says of its list, by slot.
 * @param {Code} code That is on each.
 */
export function showSheets(section, { unit_name, rows }, said, code) {
  const closing = /** @type {HTMLElement} */ (section.querySelector(".closing"));
  const cells = rows.map((row) => ({ ...cellsOf(row), mark: markOf(row) }));
  const parts = sheetsOf(cells.map(linesOf), linesOfUnit(unit_name));
  const sheets = parts.map(([first, end], number) => {
    const page = { sheet: String(number + 1), sheets: count(parts.length) };
    return sheetOf({ ...said, unit_name, ...page }, rows.slice(first, end).map(line), code);
  });
  sheets.at(-1)?.append(closing);
  byId("sheets", HTMLElement).replaceChildren(...sheets);
  fill(section, { ...said, sheets: count(sheets.length) });
}

/**
 * @param {Record<string, string>} said
 * @param {HTMLElement[]} lines
 * @param {Code} code
 */
function sheetOf(said, lines, code) {
  const { content } = byId("sheet", HTMLTemplateElement);
  const sheet = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
  fill(sheet, said);
  partIn(sheet, "code").append(drawn(code));
  sheet.querySelector(".people")?.append(...lines);
  return sheet;
}

/** @param {Code} code */
function drawn({ svg, says }) {
  const code = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
  if (!code) throw new Error("the form has no code");
  code.setAttribute("role", "img");
  code.setAttribute("aria-label", `二维码：${says}`);
  return code;
}

/**
 * What stands in each cell of a row.
 *
 * @param {FormRow} row
 * @returns {Record<string, string>}
 */
function cellsOf({ name_written, ...said }) {
  const written = name_written ? `（原来写作“${name_written}”）` : "";
  const values = IN_FORM.map(({ field }) => [field, said[field]]);
  return { ...Object.fromEntries(values), name: `${said.name}${written}` };
}

/** @param {FormRow} said */
function line(said) {
  const shown = cellsOf(said);
  const cells = IN_FORM.map(({ field }) =>
    element("td", { "data-field": field }, shown[field] ?? ""),
  );
  const row = element("tr", {}, element("td", {}, String(said.number)), ...cells);
  const mark = markOf(said);
  if (mark) {
    row.className = "refused";
    row.querySelector('[data-field="name"]')?.append(" ", element("b", {}, mark));
  }
  return row;
}

/**
 * What has become of somebody; nothing of who is in it as she was submitted.
 *
 * @param {Pick<FormRow, "is_refused" | "is_out" | "has_died" | "last_day">} row
 */
export function markOf({ is_refused, is_out, has_died, last_day }) {
  if (is_refused) return "不予承保";
  return is_out ? `${has_died ? "身故" : "退出"}，${untilInWords(last_day)}` : "";
}
