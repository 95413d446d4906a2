/** @import {ClaimState, Settlement} from "../contract.js" */
import { OUTCOMES } from "../claim-outcome.js";
import { byId, element, fill, partIn } from "../dom.js";
import { day, moment, yuan } from "../format.js";
import { changing, pathOf } from "../lookup.js";
import { missingIn } from "../missing.js";
import { prepareProof } from "../proof-of-work.js";
import { Asking } from "./asking.js";

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
      const asking = new Asking(form);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.#ask(form, asking);
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
    const isUnpaid = claim.outcome !== null && claim.outcome.settled_on === null;
    /** @type {NodeListOf<HTMLElement>} */
    const parts = this.section.querySelectorAll("[data-unpaid]");
    for (const part of parts) part.hidden = isUnpaid !== (part.dataset.unpaid === "yes");
    partIn(this.section, "further-stay").hidden = claim.may_supplement;
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Asking} asking
   */
  #ask(form, asking) {
    const { claim, accessCode } = this;
    if (!claim || asking.isBusy) return;
    const faults = missingIn(form);
    if (faults.length > 0) {
      asking.summary.show(faults);
      return;
    }
    const said = form.querySelector("textarea")?.value.trim();
    const request = {
      path: `${pathOf(claim.receipt)}/reopenings`,
      words: "正在提交，请不要关闭页面…",
      body: { why: form.dataset.why, ...(said && { words: said }) },
      headers: changing(accessCode, claim),
    };
    asking.send(request, (told) => {
      this.#forget();
      this.onDone(told, accessCode);
    });
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
export function showReopened(section, { reopened, earlier, outcome }) {
  partIn(section, "reopened").hidden = !reopened;
  partIn(section, "is-reopened").hidden = outcome !== null;
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
function decisionItem({ outcome, total, decided_on, settled_on, reason }) {
  const sum = total > 0 ? `，${yuan(total)}` : "";
  const when = settled_on ?? decided_on;
  const unpaid = settled_on ? "" : "，没有转出";
  const why = reason ? `。理由：${reason}` : "";
  return element("li", {}, `${when ? day(when) : ""}，${OUTCOMES[outcome]}${sum}${unpaid}${why}`);
}
