/** @import {ClaimState, Settlement} from "../contract.js" */
import { OUTCOMES } from "../claim-outcome.js";
import { byId, element, fill, partIn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { day, moment, yuan } from "../format.js";
import { bearing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { faultsOf } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";

/** A settled claim goes on: she objects to what was decided, or was in hospital again. */
export class Reopening {
  section = byId("reopening", HTMLElement);
  /** @type {ClaimState | null} */
  claim = null;
  accessCode = "";

  /** @param {(claim: ClaimState, accessCode: string) => void} onDone Gets the claim as it is then. */
  constructor(onDone) {
    this.onDone = onDone;
    for (const form of this.section.querySelectorAll("form")) {
      const box = /** @type {HTMLElement} */ (form.querySelector(".error-summary"));
      const summary = new ErrorSummary(box, form);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#ask(form, summary);
      });
    }
    this.section.addEventListener("toggle", prepareProof, true);
  }

  /**
   * @param {ClaimState} claim
   * @param {string} accessCode
   */
  offer(claim, accessCode) {
    if (claim.receipt !== this.claim?.receipt) this.#forget();
    this.claim = claim;
    this.accessCode = accessCode;
    this.section.hidden = !claim.may_reopen;
  }

  /**
   * @param {HTMLFormElement} form
   * @param {ErrorSummary} summary
   */
  async #ask(form, summary) {
    const { claim, accessCode } = this;
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
    const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    if (!claim || button.disabled) return;
    const faults = missingIn(form);
    if (faults.length > 0) {
      summary.show(faults);
      return;
    }
    summary.clear();
    button.disabled = true;
    status.textContent = "正在提交，请不要关闭页面…";
    try {
      const headers = { ...bearing(accessCode), "If-Match": `"${claim.version}"` };
      const words = form.querySelector("textarea")?.value.trim();
      const body = { why: form.dataset.why, ...(words && { words }) };
      const path = `${pathOf(claim.receipt)}/reopenings`;
      const told = await callWithProof(path, { body, headers }, status);
      this.#forget();
      this.onDone(told, accessCode);
    } catch (error) {
      summary.show(faultsOf(error));
    } finally {
      button.disabled = false;
      status.textContent = "";
    }
  }

  #forget() {
    for (const form of this.section.querySelectorAll("form")) form.reset();
    for (const unfold of this.section.querySelectorAll("details")) unfold.open = false;
  }
}

/**
 * Shows since when a claim goes on, and what was decided before.
 *
 * @param {HTMLElement} section
 * @param {ClaimState} claim
 */
export function showReopened(section, { reopened, earlier }) {
  partIn(section, "reopened").hidden = !reopened;
  fill(section, {
    reopened_label: reopened?.label ?? "",
    reopened_at: reopened ? moment(reopened.at) : "",
    reopened_told: reopened?.told ?? "",
  });
  const part = partIn(section, "earlier");
  part.hidden = earlier.length === 0;
  part.querySelector("ul")?.replaceChildren(...earlier.map(decisionItem));
}

/** @param {Settlement} decision */
function decisionItem({ outcome, total, settled_on, reason }) {
  const sum = total > 0 ? `，${yuan(total)}` : "";
  const why = reason ? `。理由：${reason}` : "";
  return element("li", {}, `${day(settled_on)}，${OUTCOMES[outcome]}${sum}${why}`);
}
