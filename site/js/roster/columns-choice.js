/** @import {ChosenColumns, Finding, SheetBeginning} from "../contract.js" */
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { columns } from "../rules/generated/columns.js";
import { headersOf, recall, remember } from "./columns-memory.js";

const CHOICES = [["", "不用"], ...columns.map(({ field, header }) => [field, header])];

/** The first rows of a list that does not say which column is which, with a choice above each. */
export class ColumnsChoice {
  /** @type {SheetBeginning[]} */
  #sheets = [];
  sheet = byId("columns-sheet", HTMLSelectElement);
  header = byId("columns-header", HTMLInputElement);

  /**
   * @param {HTMLElement} section
   */
  constructor(section) {
    this.section = section;
    this.table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
    this.fault = partIn(section, "fault");
    /** @type {(columns: ChosenColumns) => void} */
    this.onChosen = () => {};
    this.sheet.addEventListener("change", () => this.#showSheet());
    this.header.addEventListener("input", () => this.#markHeader());
    this.header.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#use();
    });
    partIn(section, "use").addEventListener("click", () => this.#use());
  }

  /**
   * @param {SheetBeginning[]} sheets
   * @param {Finding | undefined} why
   * @param {(columns: ChosenColumns) => void} onChosen
   */
  ask(sheets, why, onChosen) {
    this.#sheets = sheets;
    this.onChosen = onChosen;
    fill(this.section, { why: why?.message ?? "" });
    partIn(this.section, "sheets").hidden = sheets.length < 2;
    this.sheet.replaceChildren(
      ...sheets.map(({ sheet }, index) => element("option", { value: String(index) }, sheet ?? "")),
    );
    this.#showSheet();
    reveal(this.section);
  }

  clear() {
    this.section.hidden = true;
    this.#sheets = [];
  }

  get #shown() {
    return /** @type {SheetBeginning} */ (this.#sheets[Number(this.sheet.value)]);
  }

  #showSheet() {
    const sheet = this.#shown;
    const known = recall(headersOf(sheet, sheet.header_row));
    const head = sheet.columns.map((each) => {
      const field = known ? fieldIn(known, each.column) : (each.field ?? "");
      return element("th", { scope: "col" }, this.#select(each.column, each.letters, field));
    });
    const rows = sheet.rows.map((cells, index) => row(sheet.first_row + index, cells));
    this.table.replaceChildren(
      element("thead", {}, element("tr", {}, element("td"), ...head)),
      element("tbody", {}, ...rows),
    );
    partIn(this.section, "remembered").hidden = !known;
    this.header.value = String(sheet.header_row);
    this.fault.textContent = "";
    this.#markHeader();
  }

  /**
   * @param {number} column
   * @param {string} letters
   * @param {string} field
   */
  #select(column, letters, field) {
    const options = CHOICES.map(([value = "", words = ""]) => element("option", { value }, words));
    const select = element(
      "select",
      { "aria-label": `${letters} 列是`, "data-column": String(column) },
      ...options,
    );
    select.value = CHOICES.some(([value]) => value === field) ? field : "";
    select.addEventListener("change", () => this.#giveUp(select));
    return select;
  }

  /**
   * A field stands in one column only: the one that was chosen last.
   *
   * @param {HTMLSelectElement} chosen
   */
  #giveUp(chosen) {
    for (const select of this.table.querySelectorAll("select")) {
      if (select !== chosen && select.value === chosen.value) select.value = "";
    }
  }

  #markHeader() {
    for (const each of this.table.querySelectorAll("tbody tr")) {
      const isHeader = /** @type {HTMLElement} */ (each).dataset.row === this.header.value.trim();
      each.classList.toggle("is-header", isHeader);
    }
  }

  #use() {
    const headerRow = Number(this.header.value);
    const chosen = this.#columns();
    const isMissing = columns.some(({ field, is_needed }) => is_needed && !chosen[field]);
    const fault = !Number.isInteger(headerRow) || headerRow < 0 ? "header" : "";
    if (fault || isMissing) {
      this.fault.textContent = this.fault.dataset[fault || "missing"] ?? "";
      (fault ? this.header : this.table.querySelector("select"))?.focus();
      return;
    }
    remember(headersOf(this.#shown, headerRow), chosen);
    this.section.hidden = true;
    const place = { sheet: this.#shown.sheet, header_row: headerRow };
    this.onChosen(/** @type {ChosenColumns} */ ({ ...place, ...chosen }));
  }

  /** @returns {Record<string, number>} The column of each field that was chosen. */
  #columns() {
    const chosen = [...this.table.querySelectorAll("select")].filter(({ value }) => value);
    return Object.fromEntries(chosen.map(({ value, dataset }) => [value, Number(dataset.column)]));
  }
}

/**
 * @param {Record<string, number>} columns
 * @param {number} column
 */
function fieldIn(columns, column) {
  return Object.keys(columns).find((field) => columns[field] === column) ?? "";
}

/**
 * @param {number} number
 * @param {string[]} cells
 */
function row(number, cells) {
  return element(
    "tr",
    { "data-row": String(number) },
    element("th", { scope: "row" }, String(number)),
    ...cells.map((text) => element("td", {}, text)),
  );
}
