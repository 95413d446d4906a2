/** @import {ClaimState} from "../contract.js" */
import { byId } from "../dom.js";
import { isNeeded } from "../claim/checklist.js";
import { askBeforeLeaving } from "../leaving.js";
import { bearing, pathOf } from "../lookup.js";
import { Papers } from "../papers/papers.js";
import { prepareProof } from "../proof-of-work.js";
import { Asking } from "./asking.js";

/** The form with which papers are brought to a claim that was reported before. */
export class MorePapers {
  form = byId("papers-form", HTMLFormElement);
  section = byId("more-papers", HTMLDetailsElement);
  asking = new Asking(this.form);
  papers = new Papers(byId("paper-files", HTMLElement), () =>
    this.papers.settle(this.asking.summary),
  );
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
  offer({ receipt, missing_papers, payee_papers }, accessCode) {
    if (receipt !== this.receipt) this.papers.clear();
    // Of a stay they may come before its days were said.
    this.papers.askFor((kind) => isNeeded(kind, true, payee_papers !== null));
    this.papers.putFirst(missing_papers.map(({ kind }) => kind));
    this.receipt = receipt;
    this.accessCode = accessCode;
    this.section.open = missing_papers.length > 0;
  }

  bring() {
    if (this.asking.isBusy) return;
    const { documents, faults } = this.papers;
    if (faults.length > 0) {
      this.asking.summary.show(faults);
      return;
    }
    const request = {
      path: `${pathOf(this.receipt)}/documents`,
      words: "正在交材料，请不要关闭页面…",
      body: { documents },
      headers: bearing(this.accessCode),
    };
    this.asking.send(request, (claim) => {
      this.papers.clear();
      this.onBrought(claim, this.accessCode);
    });
  }
}
