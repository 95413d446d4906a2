/** @import {RosterState} from "../contract.js" */
import { byId, partIn } from "../dom.js";
import { missingIn } from "../missing.js";
import { paperItem } from "./paper-item.js";
import { UnitPapersForm } from "./unit-papers-form.js";

/** A unit brings scans or photos of the sheets that it has stamped. */
export class StampedSheetsForm extends UnitPapersForm {
  text = byId("sheet-check-text", HTMLInputElement);
  /** What was read on a sheet that was printed before the list was submitted. */
  #offline = "";

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    super("stamped-sheets", "sheet-files", onDone);
    this.form.addEventListener("reset", () => {
      this.#offline = "";
      this.#tellRead("");
    });
  }

  /**
   * What the code on a photographed sheet says need not be typed, and tells a sheet of another list.
   *
   * @override
   * @param {File} file
   */
  async judge(file) {
    const reading = await import("./sheet-code.js").catch(() => null);
    const code = await reading?.readSheetCode(file);
    if (!code || !this.roster) return "";
    const { otherReceipt = "", outdated = "", read = "" } = this.section.dataset;
    if (code.receipt === "") return this.#takeOffline(code.checkText);
    if (code.receipt !== this.roster.receipt) {
      return otherReceipt.replace("{receipt}", code.receipt);
    }
    if (code.checkText !== this.roster.check_text) return outdated;
    if (!this.#offline) this.#take(code.checkText, read);
    return "";
  }

  /**
   * Whether it stands for the people of this list, the service says: it has to read them.
   *
   * @param {string} text
   */
  #takeOffline(text) {
    const { twoPrints = "", readOffline = "" } = this.section.dataset;
    const taken = this.papers.files.filter(({ state }) => state !== "refused");
    if (taken.length <= 1) this.#offline = ""; // this sheet is the only one
    if (this.#offline && this.#offline !== text) return twoPrints;
    this.#offline = text;
    this.#take(text, readOffline);
    return "";
  }

  /**
   * @param {string} text
   * @param {string} words
   */
  #take(text, words) {
    this.text.value = text;
    this.asking.summary.mended(this.text.name);
    this.#tellRead(words);
  }

  /** @param {string} words */
  #tellRead(words) {
    partIn(this.form, "code-read").textContent = words;
  }

  /** @override */
  read() {
    const faults = [...missingIn(this.form), ...this.papers.faults];
    if (faults.length > 0) return { faults };
    return { body: { check_text: this.text.value.trim(), upload_ids: this.uploadIds } };
  }
}

/**
 * What was brought, and what became of it.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showSheets(section, { sheets }) {
  const part = partIn(section, "sheets");
  part.hidden = sheets.length === 0;
  part.querySelector("ul")?.replaceChildren(...sheets.map(sheetItem));
}

/** @param {RosterState["sheets"][number]} sheet */
function sheetItem(sheet) {
  const standing = "名单后来更正过，这一份已经作废，请重新打印、盖章、上传";
  return paperItem(sheet, sheet.is_current ? "" : standing);
}
