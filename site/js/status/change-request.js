/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { fault } from "../fault.js";
import { missingIn } from "../missing.js";
import { NOT_ROWS, readRows } from "../row-numbers.js";
import { RosterForm } from "./roster-form.js";

/** A unit asks the desk to change something in its accepted list. */
export class ChangeRequestForm extends RosterForm {
  rows = byId("change-rows", HTMLInputElement);
  reason = byId("change-reason", HTMLTextAreaElement);

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    super("change-request", "change-requests", onDone);
  }

  /**
   * @override
   * @param {RosterState} roster Only an accepted list can be changed so.
   */
  isOpen({ state }) {
    return state === "accepted";
  }

  /** @override */
  read() {
    const rows = readRows(this.rows.value);
    const faults = [...(rows ? [] : [fault("rows", NOT_ROWS)]), ...missingIn(this.form)];
    return faults.length > 0 ? { faults } : { body: { rows, reason: this.reason.value.trim() } };
  }
}
