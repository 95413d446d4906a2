/** @import {ClaimState} from "../contract.js" */
import { ProblemError } from "../api.js";
import { StayRows } from "../claim/stay-rows.js";
import { confirmationTick, confirmedIn } from "../confirmations.js";
import { byId } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { followAnswers } from "../follow-answers.js";
import { answersIn, partOf } from "../form-answers.js";
import { bearing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { faultsOf } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";

/** The form with which more is said of a claim that was reported before. */
export class MoreFacts {
  form = byId("facts-form", HTMLFormElement);
  section = byId("more-facts", HTMLDetailsElement);
  status = byId("sending-facts", HTMLElement);
  ticks = byId("facts-confirmations", HTMLFieldSetElement);
  summary = new ErrorSummary(byId("facts-errors", HTMLElement), this.form);
  stays = new StayRows(byId("stays", HTMLElement));
  button = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
  /** @type {ClaimState | null} */
  claim = null;
  accessCode = "";

  /** @param {(claim: ClaimState, accessCode: string) => void} onSaid Gets the claim as it is then. */
  constructor(onSaid) {
    this.onSaid = onSaid;
    this.form.reset();
    this.follow = followAnswers(this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say();
    });
    this.form.addEventListener("change", () => {
      prepareProof();
      if (answersIn(this.form)["say.stays"]) this.stays.begin();
    });
  }

  /**
   * Open for a claim that is not settled; what was typed for another one, or before, is dropped.
   *
   * @param {ClaimState} claim
   * @param {string} accessCode
   */
  offer(claim, accessCode) {
    const isAnother = this.claim?.receipt !== claim.receipt || this.claim.version < claim.version;
    this.claim = claim;
    this.accessCode = accessCode;
    this.section.hidden = !claim.may_supplement;
    if (isAnother) this.#begin(claim);
  }

  /** @param {ClaimState} claim */
  #begin({ facts }) {
    this.form.reset();
    this.summary.clear();
    this.#ask([]);
    this.stays.fill(facts.stays);
    this.follow();
    this.section.open = false;
  }

  async #say() {
    const { claim, accessCode } = this;
    if (!claim || this.button.disabled) return;
    const faults = missingIn(this.form);
    const said = this.#said();
    if (Object.keys(said).length === 0)
      faults.push(fault("say.stays", this.status.dataset.none ?? ""));
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.#setSending(true);
    const body = { ...said, confirmations: confirmedIn(this.ticks) };
    const headers = { ...bearing(accessCode), "If-Match": `"${claim.version}"` };
    try {
      const path = `${pathOf(claim.receipt)}/supplements`;
      this.onSaid(await callWithProof(path, { body, headers }, this.status), accessCode);
    } catch (error) {
      if (error instanceof ProblemError) this.#ask(error.problem.findings ?? []);
      this.summary.show(faultsOf(error));
    } finally {
      this.#setSending(false);
    }
  }

  /** What is said, of those parts that are ticked. */
  #said() {
    const answers = answersIn(this.form);
    const says = partOf(answers, "say.");
    const diagnosis = partOf(answers, "diagnosis.");
    return {
      ...(says.stays && { stays: this.stays.stays }),
      ...(says.bank && { bank: partOf(answers, "bank.") }),
      ...((says.specimen || says.disease) && { diagnosis }),
      ...(says.name && { insured: partOf(answers, "insured.") }),
    };
  }

  /**
   * Has warnings confirmed that the server names; those ticked before stay so.
   *
   * @param {{code: string, params?: Record<string, string | number>}[]} findings
   */
  #ask(findings) {
    const ticked = new Set(confirmedIn(this.ticks));
    const asked = findings.filter(({ code }) => code === "confirmation.missing");
    const warnings = asked.map(({ params = {} }) => ({
      code: String(params.warning),
      title: String(params.title),
      total: 1,
    }));
    const kept = warnings.length > 0 ? [...this.ticks.querySelectorAll(":checked")] : [];
    const made = warnings.map((each) =>
      confirmationTick(each, `${each.title}：核对过，没有错`, ticked),
    );
    const rest = kept.flatMap((tick) => tick.closest("label") ?? []);
    this.ticks.querySelector(".choices")?.replaceChildren(...rest, ...made);
    this.ticks.hidden = rest.length + made.length === 0;
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.button.disabled = sending;
    this.status.textContent = sending ? "正在交上去，请不要关闭页面…" : "";
  }
}
