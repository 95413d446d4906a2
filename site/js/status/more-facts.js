/** @import {ClaimState} from "../contract.js" */
import { ProblemError } from "../api.js";
import { LaterFacts } from "../claim/later-facts.js";
import { byId } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { bearing, pathOf } from "../lookup.js";
import { faultsOf } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";

/** The form with which more is said of a claim that was reported before. */
export class MoreFacts {
  form = byId("facts-form", HTMLFormElement);
  section = byId("more-facts", HTMLDetailsElement);
  status = byId("sending-facts", HTMLElement);
  summary = new ErrorSummary(byId("facts-errors", HTMLElement), this.form);
  facts = new LaterFacts(this.form);
  button = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
  /** @type {ClaimState | null} */
  claim = null;
  accessCode = "";

  /** @param {(claim: ClaimState, accessCode: string) => void} onSaid Gets the claim as it is then. */
  constructor(onSaid) {
    this.onSaid = onSaid;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say();
    });
    this.form.addEventListener("change", prepareProof);
  }

  /**
   * Open for a claim of which more may be said; what was typed for another one is dropped, and what
   * is kept by now.
   *
   * @param {ClaimState} claim
   * @param {string} accessCode
   */
  offer(claim, accessCode) {
    const isAnother = this.claim?.receipt !== claim.receipt || this.claim.version < claim.version;
    this.claim = claim;
    this.accessCode = accessCode;
    this.section.hidden = !claim.may_supplement;
    if (!isAnother) return;
    this.summary.clear();
    this.facts.begin(claim.facts.stays);
    this.section.open = false;
  }

  async #say() {
    const { claim, accessCode } = this;
    if (!claim || this.button.disabled) return;
    const { faults, said: body } = this.facts;
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.#setSending(true);
    const headers = { ...bearing(accessCode), "If-Match": `"${claim.version}"` };
    try {
      const path = `${pathOf(claim.receipt)}/supplements`;
      this.onSaid(await callWithProof(path, { body, headers }, this.status), accessCode);
    } catch (error) {
      if (error instanceof ProblemError) this.facts.ask(error.problem.findings ?? []);
      this.summary.show(faultsOf(error));
    } finally {
      this.#setSending(false);
    }
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.button.disabled = sending;
    this.status.textContent = sending ? "正在交上去，请不要关闭页面…" : "";
  }
}
