/** @import {ClaimState} from "../contract.js" */
import { byId } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { askBeforeLeaving } from "../leaving.js";
import { bearing, pathOf } from "../lookup.js";
import { Papers } from "../papers/papers.js";
import { faultsOf } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";

/** The form with which papers are brought to a claim that was reported before. */
export class MorePapers {
  form = byId("papers-form", HTMLFormElement);
  section = byId("more-papers", HTMLDetailsElement);
  status = byId("sending-papers", HTMLElement);
  summary = new ErrorSummary(byId("papers-errors", HTMLElement), this.form);
  papers = new Papers(byId("paper-files", HTMLElement), () => {});
  button = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
  receipt = "";
  accessCode = "";

  /** @param {(claim: ClaimState, accessCode: string) => void} onBrought Gets it as it is then. */
  constructor(onBrought) {
    this.onBrought = onBrought;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.bring();
    });
    this.form.addEventListener("change", prepareProof);
    askBeforeLeaving(() => this.papers.files.length > 0);
  }

  /**
   * @param {ClaimState} claim Open for it; files chosen for another one are dropped.
   * @param {string} accessCode
   */
  offer({ receipt, missing_papers }, accessCode) {
    if (receipt !== this.receipt) this.papers.clear();
    this.receipt = receipt;
    this.accessCode = accessCode;
    this.section.open = missing_papers.length > 0;
  }

  async bring() {
    if (this.button.disabled) return;
    const { received, unsent } = this.papers;
    if (unsent.length > 0) {
      this.#refuse((this.status.dataset.unsent ?? "").replace("{count}", String(unsent.length)));
      return;
    }
    if (received.length === 0) {
      this.#refuse(this.status.dataset.none ?? "");
      return;
    }
    this.summary.clear();
    this.#setSending(true);
    const documents = received.map(({ kind, uploadId }) => ({ kind, upload_id: uploadId }));
    const request = { body: { documents }, headers: bearing(this.accessCode) };
    try {
      const path = `${pathOf(this.receipt)}/documents`;
      const claim = await callWithProof(path, request, this.status);
      this.papers.clear();
      this.onBrought(claim, this.accessCode);
    } catch (error) {
      this.summary.show(faultsOf(error));
    } finally {
      this.#setSending(false);
    }
  }

  /** @param {string} words */
  #refuse(words) {
    this.summary.show([fault(null, words)]);
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.button.disabled = sending;
    this.status.textContent = sending ? "正在交材料，请不要关闭页面…" : "";
  }
}
