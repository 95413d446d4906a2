/** @import {ClaimState} from "../contract.js" */
import { ProblemError } from "../api.js";
import { LaterFacts } from "../claim/later-facts.js";
import { byId } from "../dom.js";
import { changing, pathOf } from "../lookup.js";
import { prepareProof } from "../proof-of-work.js";
import { Asking } from "./asking.js";

/** The form with which more is said of a claim that was reported before. */
export class MoreFacts {
  form = byId("facts-form", HTMLFormElement);
  section = byId("more-facts", HTMLDetailsElement);
  asking = new Asking(this.form);
  facts = new LaterFacts(this.form);
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
    // Before the money of a decision is out only a further stay is taken.
    this.facts.allow(claim.outcome ? ["stays"] : null);
    if (!isAnother) return;
    this.asking.summary.clear();
    this.facts.begin(claim.facts.stays);
    this.section.open = false;
  }

  #say() {
    const { claim, accessCode } = this;
    if (!claim || this.asking.isBusy) return;
    const { faults, said: body } = this.facts;
    if (faults.length > 0) {
      this.asking.summary.show(faults);
      return;
    }
    const request = {
      path: `${pathOf(claim.receipt)}/supplements`,
      words: "正在交上去，请不要关闭页面…",
      body,
      headers: changing(accessCode, claim),
    };
    this.asking.send(
      request,
      (told) => this.onSaid(told, accessCode),
      (error) => {
        if (error instanceof ProblemError) this.facts.ask(error.problem.findings ?? []);
      },
    );
  }
}
