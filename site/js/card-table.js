import { element } from "./dom.js";

/** @typedef {string | Node | (string | Node)[]} Cell */

/** A table of a page that grows row by row. On phones its rows are cards (see roster.css). */
export class CardTable {
  /**
   * @param {HTMLTableElement} table With an empty head and body; as cards have other roles for
   *   browsers, roles and labels are written out.
   * @param {string[]} columns
   */
  constructor(table, columns) {
    this.body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
    this.table = table;
    this.setColumns(columns);
  }

  /** @param {string[]} columns */
  setColumns(columns) {
    this.columns = columns;
    const cells = columns.map((name) =>
      element("th", { scope: "col", role: "columnheader" }, name),
    );
    this.table.tHead?.replaceChildren(element("tr", { role: "row" }, ...cells));
  }

  clear() {
    this.body.replaceChildren();
  }

  /** @param {Cell[][]} rows In the order of the columns; an empty cell is none on a card. */
  append(rows) {
    this.body.append(...rows.map((cells) => this.#row(cells)));
  }

  /** @param {Cell[]} cells */
  #row(cells) {
    const made = cells.map((cell, index) => {
      const label = this.columns?.[index] ?? "";
      const parts = Array.isArray(cell) ? cell : [cell];
      const isEmpty = parts.every((part) => part === "");
      const attributes = { role: "cell", "data-label": label, ...(isEmpty && { class: "none" }) };
      return element("td", attributes, element("div", {}, ...parts));
    });
    return element("tr", { role: "row" }, ...made);
  }
}
