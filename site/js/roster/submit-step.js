/** @import {List, Report, Submission, Unit} from "../contract.js" */
/** @import {Errand} from "./errand.js" */
/** @import {ReportView} from "./report.js" */
import { readConsent } from "../consent.js";
import { byId } from "../dom.js";
import { missingIn } from "../missing.js";
import { patiently } from "../patience.js";
import { InsecurePageError, isSecurePage } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";

/** The last step: what was confirmed and agreed to, and the button that hands the list in. */
export class SubmitStep {
  part = byId("step-submit", HTMLElement);
  button = byId("submit-roster", HTMLButtonElement);
  sending = byId("sending", HTMLElement);
  line = RetryLine.behind(this.sending);
  keepsConsents = byId("keeps-consents", HTMLInputElement);

  get isBusy() {
    return this.button.disabled;
  }

  set isBusy(busy) {
    this.button.disabled = busy;
    this.sending.textContent = busy ? "正在提交，请不要关闭页面…" : "";
  }

  /** What is not agreed to yet. */
  faults() {
    return missingIn(this.part);
  }

  /**
   * @param {List} list
   * @param {Partial<Unit>} unit
   * @param {ReportView} report Where warnings are confirmed and rows left out.
   * @returns {Submission}
   */
  submission(list, unit, report) {
    return {
      ...list,
      unit,
      exclude_rows: [...(list.exclude_rows ?? []), ...report.excludedRows()],
      confirmations: report.confirmations(),
      consent: readConsent(this.part),
      attestation: this.keepsConsents.checked ? (this.part.dataset.attestation ?? "") : "",
    };
  }

  /**
   * @param {Errand} errand
   * @param {Submission} submission
   * @returns {Promise<(report: Report) => void>} What shows the outcome.
   */
  async send(errand, submission) {
    this.isBusy = true;
    try {
      if (!isSecurePage()) throw new InsecurePageError();
      // Sent twice, it is kept once: by its key, or by the version that it takes the place of.
      return await patiently(() => errand.send(submission, this.sending), this.line);
    } finally {
      this.isBusy = false;
    }
  }
}
