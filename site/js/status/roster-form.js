/** @import {RosterState} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
import { byId } from "../dom.js";
import { changing, pathOf } from "../lookup.js";
import { prepareProof } from "../proof-of-work.js";
import { Asking } from "./asking.js";

/**
 * What a unit asks or says of its list, in a form that unfolds on the state page.
 *
 * @abstract
 */
export class RosterForm {
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  /**
   * @param {string} id Of the part that unfolds.
   * @param {string} path Where it is sent to, below the list.
   * @param {(roster: RosterState, accessCode: string) => void} onDone
   */
  constructor(id, path, onDone) {
    this.section = byId(id, HTMLDetailsElement);
    this.path = path;
    this.onDone = onDone;
    this.form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.asking = new Asking(this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.form.addEventListener("input", prepareProof, { once: true });
  }

  /**
   * @abstract
   * @param {RosterState} _roster
   * @returns {boolean} Whether it may be asked of this list now.
   */
  isOpen(_roster) {
    throw new Error("not given");
  }

  /**
   * What was typed, as the API takes it.
   *
   * @abstract
   * @returns {{body: object} | {faults: Fault[]}}
   */
  read() {
    throw new Error("not given");
  }

  /**
   * @param {RosterState} roster
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    if (roster.receipt !== this.roster?.receipt) this.form.reset();
    this.roster = roster;
    this.accessCode = accessCode;
    this.section.hidden = !this.isOpen(roster);
  }

  #send() {
    const { roster, accessCode } = this;
    if (!roster || this.asking.isBusy) return;
    const read = this.read();
    if ("faults" in read) {
      this.asking.summary.show(read.faults);
      return;
    }
    const request = {
      path: `${pathOf(roster.receipt)}/${this.path}`,
      words: "正在提交…",
      body: read.body,
      headers: changing(accessCode, roster),
    };
    this.asking.send(request, (told) => {
      this.form.reset();
      this.section.open = false;
      this.onDone(told, accessCode);
    });
  }
}
