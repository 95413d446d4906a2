/** @import {Case, CaseRow, CaseSheet, ConsentsPaper} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { attestedInWords, missingInWords, whoseInWords } from "../consents-in-words.js";
import { element, fill, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { moment } from "../format.js";
import { FIELDS } from "../roster/columns.js";
import { PaperViewer } from "./paper-viewer.js";
import { checkInWords, isShowable } from "./paper-words.js";

/**
 * What a unit has brought: stamped sheets (第十一条) and signed consents, one paper at a time beside
 * the list's rows; and of whom there is no consent.
 */
export class UnitPapersView {
  /**
   * @param {HTMLElement} section Of the case.
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(section, api, onError) {
    this.part = partIn(section, "brought");
    this.viewer = new PaperViewer(partIn(this.part, "viewer"), {
      api,
      onError,
      buttonsOf: () => [],
      onOpened: () => {},
      onClosed: (document_id) => this.#button(document_id)?.focus(),
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
    const { sheets, consents, version } = roster;
    const isOf = (/** @type {ConsentsPaper} */ paper) => whoseInWords(paper, version);
    partIn(this.part, "sheets").hidden = sheets.length === 0;
    partIn(this.part, "sheets-list").replaceChildren(
      ...sheets.map((sheet) => this.#item(roster, sheet, standing(sheet), rowsOf)),
    );
    fill(this.part, { consents_missing: missingInWords(consents.missing) });
    const items = [
      ...consents.attested.map((each) => element("li", {}, attestedInWords(each, version))),
      ...consents.papers.map((paper) => this.#item(roster, paper, [`${isOf(paper)} `], rowsOf)),
    ];
    partIn(this.part, "consents-list").replaceChildren(...items);
    partIn(this.part, "consents-list").hidden = items.length === 0;
    this.viewer.refresh(shown(roster, rowsOf()));
  }

  /**
   * @param {Case} roster
   * @param {CaseSheet | ConsentsPaper} paper
   * @param {(Node | string)[]} more What is said of it besides.
   * @param {() => CaseRow[]} rowsOf
   */
  #item(roster, paper, more, rowsOf) {
    const { document_id, filename, received_at } = paper;
    const words = `${filename}，${moment(received_at)}，${checkInWords(paper)} `;
    const item = element("li", {}, words, ...more);
    if (!isShowable(paper) || !roster.may_decide) return item;
    const said = { "aria-label": `查看 ${filename}`, "data-paper": document_id };
    const view = element("button", { type: "button", class: "plain", ...said }, "查看");
    view.addEventListener("click", () => this.viewer.open(shown(roster, rowsOf()), document_id));
    item.append(view);
    return item;
  }

  /** @param {string} document_id */
  #button(document_id) {
    return /** @type {HTMLElement | null} */ (
      this.part.querySelector(`[data-paper="${CSS.escape(document_id)}"]`)
    );
  }
}

/**
 * What must stand on the sheets that are to be seen, and whether they are of the list as it stands.
 *
 * @param {CaseSheet} sheet
 */
function standing({ is_current, check_text, is_printed_offline }) {
  const text = `${is_printed_offline ? "离线核对码" : "核对码"} ${check_text} `;
  return is_current ? [text] : [text, element("b", {}, "名单后来更正过，这一份已经作废 ")];
}

/**
 * @param {Case} roster
 * @param {CaseRow[]} rows
 */
function shown({ receipt, is_masked, sheets, consents }, rows) {
  const papers = [
    ...sheets.map((sheet) => ({ ...sheet, kind_name: "盖章的名单" })),
    ...consents.papers.map((paper) => ({ ...paper, kind_name: "本人同意书" })),
  ];
  /** @type {[string, string][]} */
  const facts = rows.map((row) => [
    `第 ${row.row} 行`,
    FIELDS.map((field) => row[field]).join(" "),
  ]);
  return { receipt, is_masked, papers, beside: factItems(facts) };
}
