/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { bearing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { faultsOf } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";
import { readRows } from "../row-numbers.js";

const ROWS = "行号没有写对。几个用顿号隔开，例如 3、5-8。";

/** A unit asks the desk to change something in its accepted list. */
export class ChangeRequestForm {
  section = byId("change-request", HTMLDetailsElement);
  status = byId("asking-change", HTMLElement);
  rows = byId("change-rows", HTMLInputElement);
  reason = byId("change-reason", HTMLTextAreaElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    this.onDone = onDone;
    this.form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    this.button = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
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

  async #ask() {
    const { roster, accessCode } = this;
    if (!roster || this.button.disabled) return;
    const rows = readRows(this.rows.value);
    const faults = [...(rows ? [] : [fault("rows", ROWS)]), ...missingIn(this.form)];
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.button.disabled = true;
    this.status.textContent = "正在提交…";
    try {
      const headers = { ...bearing(accessCode), "If-Match": `"${roster.version}"` };
      const request = { body: { rows, reason: this.reason.value.trim() }, headers };
      const path = `${pathOf(roster.receipt)}/change-requests`;
      const told = await callWithProof(path, request, this.status);
      this.form.reset();
      this.section.open = false;
      this.onDone(told, accessCode);
    } catch (error) {
      this.summary.show(faultsOf(error));
    } finally {
      this.button.disabled = false;
      this.status.textContent = "";
    }
  }
}
