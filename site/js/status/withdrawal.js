/** @import {RosterState} from "../contract.js" */
import { byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { bearing, pathOf } from "../lookup.js";
import { faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";

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
    const box = /** @type {HTMLElement} */ (form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, form);
    this.confirm = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
    this.status = byId("withdrawing", HTMLElement);
    this.begin.addEventListener("click", () => {
      this.summary.clear();
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

  async #withdraw() {
    const { roster, accessCode } = this;
    if (!roster || this.confirm.disabled) return;
    this.summary.clear();
    this.confirm.disabled = true;
    this.status.textContent = "正在撤回，请不要关闭页面…";
    try {
      const headers = { ...bearing(accessCode), "If-Match": `"${roster.version}"` };
      const path = `${pathOf(roster.receipt)}/withdraw`;
      const request = { body: {}, headers };
      this.onDone(await callWithProof(path, request, this.status), accessCode);
    } catch (error) {
      this.summary.show(faultsOf(error));
    } finally {
      this.confirm.disabled = false;
      this.status.textContent = "";
    }
  }
}
