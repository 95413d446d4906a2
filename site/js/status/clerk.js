/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { changing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { prepareProof } from "../proof-of-work.js";
import { Asking } from "./asking.js";

/** A unit says who is the clerk of its list from now on. */
export class ClerkForm {
  section = byId("clerk", HTMLDetailsElement);
  name = byId("clerk-contact_name", HTMLInputElement);
  phone = byId("clerk-phone", HTMLInputElement);
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
      this.#change();
    });
    this.form.addEventListener("input", prepareProof, { once: true });
  }

  /**
   * @param {RosterState} roster One that has ended has no clerk to come.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    if (roster.receipt !== this.roster?.receipt) this.form.reset();
    this.roster = roster;
    this.accessCode = accessCode;
    this.section.hidden = roster.state === "withdrawn" || roster.state === "closed";
  }

  #change() {
    const { roster, accessCode } = this;
    if (!roster || this.asking.isBusy) return;
    const faults = missingIn(this.form);
    if (faults.length > 0) {
      this.asking.summary.show(faults);
      return;
    }
    const request = {
      path: `${pathOf(roster.receipt)}/clerk`,
      words: "正在提交…",
      body: { contact_name: this.name.value.trim(), phone: this.phone.value.trim() },
      headers: changing(accessCode, roster),
    };
    this.asking.send(request, (told) => {
      this.form.reset();
      this.section.open = false;
      this.onDone(told, accessCode);
    });
  }
}
