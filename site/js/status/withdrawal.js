/** @import {RosterState} from "../contract.js" */
import { byId, reveal } from "../dom.js";
import { changing, pathOf } from "../lookup.js";
import { Asking } from "./asking.js";

/** A unit withdraws its list: it is asked once more, with what that means. */
export class Withdrawal {
  section = byId("withdrawal", HTMLElement);
  begin = byId("begin-withdrawal", HTMLButtonElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  /** @param {(withdrawn: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    this.onDone = onDone;
    const form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.asking = new Asking(form);
    this.begin.addEventListener("click", () => {
      this.asking.summary.clear();
      reveal(this.section);
    });
    byId("keep-list", HTMLButtonElement).addEventListener("click", () => {
      this.section.hidden = true;
      this.begin.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#withdraw();
    });
  }

  /**
   * Offers to withdraw a list that is not accepted yet and has not ended.
   *
   * @param {RosterState} roster
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    this.roster = roster;
    this.accessCode = accessCode;
    this.begin.hidden = roster.state !== "submitted" && roster.state !== "returned";
    this.section.hidden = true;
  }

  #withdraw() {
    const { roster, accessCode } = this;
    if (!roster || this.asking.isBusy) return;
    const request = {
      path: `${pathOf(roster.receipt)}/withdraw`,
      words: "正在撤回，请不要关闭页面…",
      body: {},
      headers: changing(accessCode, roster),
    };
    this.asking.send(request, (withdrawn) => this.onDone(withdrawn, accessCode));
  }
}
