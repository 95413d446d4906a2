/** @import {RosterState} from "../contract.js" */
import { byId, element, partIn } from "../dom.js";
import { moment } from "../format.js";
import { askBeforeLeaving } from "../leaving.js";
import { missingIn } from "../missing.js";
import { Papers } from "../papers/papers.js";
import { RosterForm } from "./roster-form.js";

/** A unit brings scans or photos of the sheets that it has stamped. */
export class StampedSheetsForm extends RosterForm {
  text = byId("sheet-check-text", HTMLInputElement);
  papers = new Papers(byId("sheet-files", HTMLElement), () =>
    this.papers.settle(this.asking.summary),
  );

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    super("stamped-sheets", "stamped-sheets", (roster, accessCode) => {
      this.papers.clear();
      onDone(roster, accessCode);
    });
    askBeforeLeaving(() => this.papers.files.length > 0);
  }

  /**
   * @override
   * @param {RosterState} roster Nobody needs to stamp what has ended.
   */
  isOpen({ state }) {
    return state !== "withdrawn" && state !== "closed";
  }

  /** @override */
  read() {
    const faults = [...missingIn(this.form), ...this.papers.faults];
    if (faults.length > 0) return { faults };
    const upload_ids = this.papers.received.map(({ uploadId }) => uploadId);
    return { body: { check_text: this.text.value.trim(), upload_ids } };
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

/** @param {RosterState["sheets"][number]} paper */
function sheetItem({ filename, received_at, state_label, is_current, findings }) {
  const why = findings.map(({ message, fix }) => `：${message}${fix}`).join("");
  const standing = is_current ? "" : "；名单后来更正过，这一份已经作废，请重新打印、盖章、上传";
  return element("li", {}, `${filename}，${moment(received_at)}：${state_label}${why}${standing}`);
}
