/** @import {Case, CaseRow, CaseSheet} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { moment } from "../format.js";
import { FIELDS } from "../roster/columns.js";
import { PaperViewer } from "./paper-viewer.js";
import { checkInWords, isShowable } from "./paper-words.js";

/** The stamped sheets that a unit has brought (第十一条): one at a time beside the list's rows. */
export class SheetsView {
  /**
   * @param {HTMLElement} section Of the case.
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(section, api, onError) {
    this.part = partIn(section, "sheets");
    this.list = partIn(this.part, "sheets-list");
    this.viewer = new PaperViewer(partIn(this.part, "viewer"), {
      api,
      onError,
      buttonsOf: () => [],
      onOpened: () => {},
      onClosed: () => this.list.querySelector("button")?.focus(),
    });
  }

  /** Before another list is shown. */
  close() {
    this.viewer.forget();
  }

  /**
   * @param {Case} roster
   * @param {() => CaseRow[]} rowsOf Those of its people that have come.
   */
  show(roster, rowsOf) {
    this.part.hidden = roster.sheets.length === 0;
    this.list.replaceChildren(...roster.sheets.map((sheet) => this.#item(roster, sheet, rowsOf)));
    this.viewer.refresh(shown(roster, rowsOf()));
  }

  /**
   * @param {Case} roster
   * @param {CaseSheet} sheet
   * @param {() => CaseRow[]} rowsOf
   */
  #item(roster, sheet, rowsOf) {
    const words = `${sheet.filename}，${moment(sheet.received_at)}，${checkInWords(sheet)} `;
    const outdated = sheet.is_current ? "" : "名单后来更正过，这一份已经作废 ";
    const item = element("li", {}, words, outdated && element("b", {}, outdated));
    if (!isShowable(sheet) || !roster.may_decide) return item;
    const label = `查看 ${sheet.filename}`;
    const view = element("button", { type: "button", class: "plain", "aria-label": label }, "查看");
    view.addEventListener("click", () =>
      this.viewer.open(shown(roster, rowsOf()), sheet.document_id),
    );
    item.append(view);
    return item;
  }
}

/**
 * @param {Case} roster
 * @param {CaseRow[]} rows
 */
function shown({ receipt, is_masked, sheets }, rows) {
  const papers = sheets.map((sheet) => ({ ...sheet, kind_name: "盖章的名单" }));
  /** @type {[string, string][]} */
  const facts = rows.map((row) => [
    `第 ${row.row} 行`,
    FIELDS.map((field) => row[field]).join(" "),
  ]);
  return { receipt, is_masked, papers, beside: factItems(facts) };
}
