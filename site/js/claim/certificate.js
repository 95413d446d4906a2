import { partIn } from "../dom.js";
import { read as readCertificate } from "../rules/certificate.js";
import { inForce } from "../rules/index.js";
import { OPEN_DISEASE } from "./answers.js";

const UNREAD = "certificate.unread";

/** Proposes a disease of the plan from what stands on the certificate; she may choose another. */
export class CertificateQuestion {
  /** What was proposed last; empty: nothing. */
  #proposed = "";

  /**
   * @param {HTMLFormElement} form
   * @param {string} today ISO date.
   */
  constructor(form, today) {
    this.form = form;
    this.plan = inForce(today);
    this.words = /** @type {HTMLInputElement} */ (
      form.querySelector("input[name='diagnosis.certificate']")
    );
    this.said = partIn(form, "reading");
    this.words.addEventListener("input", () => this.#propose());
    // What was pasted first has brought this script.
    this.#propose();
  }

  /** Says what the words lead to; what is chosen stays. */
  follow() {
    const text = this.words.value.trim();
    if (!text) {
      this.said.textContent = "";
      this.#proposed = "";
      return;
    }
    const { disease, finding } = readCertificate(text, this.plan);
    this.said.textContent = `${finding.message}${finding.fix}`;
    this.#proposed = disease ?? (finding.code === UNREAD ? "" : OPEN_DISEASE);
  }

  #propose() {
    const before = this.#proposed;
    this.follow();
    for (const choice of this.#choices()) {
      // Who has chosen herself knows better.
      if (choice.checked && choice.value !== before) return;
    }
    for (const choice of this.#choices()) choice.checked = choice.value === this.#proposed;
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  #choices() {
    return this.form.querySelectorAll("input[name='diagnosis.disease']");
  }
}
