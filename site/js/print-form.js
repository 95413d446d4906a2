/** @import {Finding, FormRow, Policy, RosterForm} from "./contract.js" */
import { printConsentSlips } from "./consent-slips.js";
import { byId, element, fill, partIn, reveal } from "./dom.js";
import { count, moment, yuan } from "./format.js";
import { startLookup } from "./lookup.js";
import { linesOf, linesOfUnit, sheetsOf } from "./print-sheets.js";
import { columns } from "./rules/generated/columns.js";
import { untilInWords } from "./said-reasons.js";
import { paymentSlots } from "./slots.js";

const IN_FORM = columns.filter((column) => column.is_in_form);

/**
 * Shows 附件2 as it was submitted, ready to be printed.
 *
 * @param {RosterForm} form
 */
function show(form) {
  const section = byId("printed", HTMLElement);
  fill(section, {
    ...paymentSlots(form),
    receipt: form.receipt,
    submitted_at: moment(form.submitted_at),
    declared: withArticle(form.funding),
  });
  partIn(section, "ended").hidden = !form.ended;
  fill(section, { ended: form.ended });
  showPolicy(section, form.policy);
  showSheets(section, form);
  offerConsentSlips(form);
  byId("lookup-form", HTMLFormElement).hidden = true;
  reveal(section);
}

/**
 * Each sheet says by itself of which list it is, and which of how many.
 *
 * @param {HTMLElement} section
 * @param {RosterForm} form
 */
function showSheets(section, form) {
  const said = form.rows.map((row) => ({ ...cellsOf(row), mark: markOf(row) }));
  const sheets = sheetsOf(said.map(linesOf), linesOfUnit(form.unit_name));
  byId("sheets", HTMLElement).replaceChildren(
    ...sheets.map(([first, end], number) => {
      const lines = form.rows.slice(first, end).map(line);
      return sheetOf(form, lines, { sheet: String(number + 1), sheets: count(sheets.length) });
    }),
  );
  const closing = /** @type {HTMLElement} */ (section.querySelector(".closing"));
  section.querySelector(".sheet:last-child")?.append(closing);
  fill(section, { sheets: count(sheets.length) });
}

/**
 * @param {RosterForm} form
 * @param {HTMLElement[]} lines
 * @param {Record<string, string>} page Which of how many.
 */
function sheetOf(form, lines, page) {
  const { content } = byId("sheet", HTMLTemplateElement);
  const sheet = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
  const { receipt, check_text, unit_name } = form;
  fill(sheet, { receipt, check_text, unit_name, version: String(form.version), ...page });
  partIn(sheet, "code").append(codeOf(form));
  sheet.querySelector(".people")?.append(...lines);
  return sheet;
}

/** @param {RosterForm} form */
function codeOf({ code, receipt, check_text }) {
  const drawn = new DOMParser().parseFromString(code, "text/html").querySelector("svg");
  if (!drawn) throw new Error("the form has no code");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `二维码：${receipt} ${check_text}`);
  return drawn;
}

/** @param {Finding} finding */
function withArticle({ message, article_label }) {
  return article_label ? `${message}（${article_label}）` : message;
}

/**
 * How many of those who were submitted are insured, once the insurer has said so.
 *
 * @param {HTMLElement} section
 * @param {Policy | null} policy
 */
function showPolicy(section, policy) {
  partIn(section, "policy").hidden = !policy;
  if (!policy) return;
  const refused = policy.refusals.length;
  fill(section, {
    insured: count(policy.people),
    insured_premium: yuan(policy.premium.amount),
    refused: refused > 0 ? `，${count(refused)} 人不予承保` : "",
    policy_number: policy.number,
    premium_why: policy.premium_why?.message ?? "",
  });
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

/** @param {Pick<FormRow, "is_refused" | "is_out" | "has_died" | "last_day">} row */
function markOf({ is_refused, is_out, has_died, last_day }) {
  if (is_refused) return "不予承保";
  return is_out ? `${has_died ? "身故" : "退出"}，${untilInWords(last_day)}` : "";
}

/** @param {RosterForm} form */
function offerConsentSlips({ rows, unit_name }) {
  const names = rows.filter((row) => !markOf(row)).map(({ name }) => name);
  byId("print-consent-slips", HTMLButtonElement).onclick = () =>
    printConsentSlips(names, unit_name);
}

byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
startLookup("/form", show);
