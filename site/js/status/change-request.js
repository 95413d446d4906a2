/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { fault } from "../fault.js";
import { changing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { prepareProof } from "../proof-of-work.js";
import { readRows } from "../row-numbers.js";
import { Asking } from "./asking.js";

const ROWS = "行号没有写对。几个用顿号隔开，例如 3、5-8。";

/** A unit asks the desk to change something in its accepted list. */
export class ChangeRequestForm {
  section = byId("change-request", HTMLDetailsElement);
  rows = byId("change-rows", HTMLInputElement);
  reason = byId("change-reason", HTMLTextAreaElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    this.onDone = onDone;
    this.form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.asking = new Asking(this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    this.form.addEventListener("input", prepareProof, { once: true });
  }

  /**
   * @param {RosterState} roster Only an accepted list can be changed so.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    if (roster.receipt !== this.roster?.receipt) this.form.reset();
    this.roster = roster;
    this.accessCode = accessCode;
    this.section.hidden = roster.state !== "accepted";
  }

  #ask() {
    const { roster, accessCode } = this;
    if (!roster || this.asking.isBusy) return;
    const rows = readRows(this.rows.value);
    const faults = [...(rows ? [] : [fault("rows", ROWS)]), ...missingIn(this.form)];
    if (faults.length > 0) {
      this.asking.summary.show(faults);
      return;
    }
    const request = {
      path: `${pathOf(roster.receipt)}/change-requests`,
      words: "正在提交…",
      body: { rows, reason: this.reason.value.trim() },
      headers: changing(accessCode, roster),
    };
    this.asking.send(request, (told) => {
      this.form.reset();
      this.section.open = false;
      this.onDone(told, accessCode);
    });
  }
}
