/** @import {RosterState} from "./contract.js" */
import { byId } from "./dom.js";
import { Asking } from "./status/asking.js";
import { saveMade } from "./status/made-file.js";

const BEGUN =
  "已开始下载。改好以后，在“更正名单”的第 2 步选择它。里面有完整的身份证号，请妥善保管。";

/** Gives the list back as it was submitted, as a workbook, as long as it may be corrected. */
export class SubmittedFile {
  section = byId("submitted-file", HTMLElement);
  asking = new Asking(this.section, byId("take-submitted-file", HTMLButtonElement));
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  constructor() {
    this.asking.button.addEventListener("click", () => this.#download());
  }

  /**
   * @param {RosterState} roster
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    this.roster = roster;
    this.accessCode = accessCode;
    this.asking.summary.clear();
    this.asking.status.textContent = "";
    this.section.hidden = !mayBeCorrected(roster);
  }

  #download() {
    const { roster, accessCode } = this;
    if (!roster) return;
    const { receipt } = roster;
    const file = { receipt, accessCode, part: "/form/file", words: "正在做表格…" };
    saveMade(this.asking, file, () => BEGUN);
  }
}

/** @param {RosterState} roster */
export function mayBeCorrected({ state }) {
  return state === "submitted" || state === "returned";
}
