import { recall, remember } from "./access-codes.js";
import { byId } from "./dom.js";
import { ErrorSummary } from "./error-summary.js";
import { missingIn } from "./missing.js";
import { patiently } from "./patience.js";
import { faultsOf } from "./problem.js";
import { callWithProof, prepareProof } from "./proof-of-work.js";
import { RetryLine } from "./retry-line.js";
import { bare } from "./rules/writing.js";

/** With what receipts of claim reports begin; lists have another prefix. */
const CLAIM_PREFIX = "LP";

/** @typedef {(answer: any, accessCode: string) => void | Promise<void>} Show */

/**
 * Makes the page's form of receipt and access code fetch what was submitted; at once where the
 * address names the receipt and this tab knows its code.
 *
 * @param {string} part What to fetch below the receipt, such as `/form`.
 * @param {Show} show
 * @param {string} [named] The receipt that the address names.
 */
export function startLookup(part, show, named = receiptInAddress()) {
  new LookupForm(part, show).start(named);
}

class LookupForm {
  form = byId("lookup-form", HTMLFormElement);
  receipt = byId("lookup-receipt", HTMLInputElement);
  code = byId("lookup-code", HTMLInputElement);
  looking = byId("looking", HTMLElement);
  line = RetryLine.behind(this.looking);
  #turn = 0;

  /**
   * @param {string} part
   * @param {Show} show
   */
  constructor(part, show) {
    this.part = part;
    this.show = show;
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
  }

  /** @param {string} receipt */
  start(receipt) {
    const { form } = this;
    this.receipt.value = receipt;
    this.code.value = recall(receipt);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.lookUp();
    });
    // Hidden until here: sent without this script, the form would put the code in an address.
    form.hidden = false;
    form.addEventListener("input", prepareProof, { once: true });
    if (receipt && this.code.value) this.lookUp();
  }

  async lookUp() {
    const faults = missingIn(this.form);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.#turn += 1;
    const number = this.#turn;
    const isWanted = () => number === this.#turn;
    this.line.end();
    this.summary.clear();
    this.looking.textContent = "正在查找…";
    const named = this.receipt.value.trim();
    const accessCode = this.code.value.trim();
    const ask = () => getSubmission(named, accessCode, this.part, this.looking);
    try {
      const answer = await patiently(ask, this.line, { isWanted });
      if (!isWanted()) return;
      remember(answer.receipt, accessCode);
      await this.show(answer, accessCode);
    } catch (error) {
      if (isWanted()) this.summary.show(faultsOf(error));
    } finally {
      if (isWanted()) this.looking.textContent = "";
    }
  }
}

function receiptInAddress() {
  return new URLSearchParams(location.search).get("receipt") ?? "";
}

/**
 * @param {string} receipt
 * @param {string} accessCode
 * @param {string} part `/form` for the list to print.
 * @param {HTMLElement} [status] As of `callWithProof`.
 * @returns {Promise<any>}
 */
export function getSubmission(receipt, accessCode, part, status) {
  return callWithProof(pathOf(receipt) + part, { headers: bearing(accessCode) }, status);
}

/**
 * @param {string} receipt
 * @returns {boolean} Whether it is a claim report's and not a list's.
 */
export function isClaim(receipt) {
  return bare(receipt).toUpperCase().startsWith(CLAIM_PREFIX);
}

/**
 * Where the API keeps what was submitted, below `/api/`.
 *
 * @param {string} receipt
 */
export function pathOf(receipt) {
  return `${isClaim(receipt) ? "claims" : "rosters"}/${encodeURIComponent(receipt)}`;
}

/**
 * The header with which an access code travels: never in an address.
 *
 * @param {string} accessCode
 */
export function bearing(accessCode) {
  return { Authorization: `Bearer ${accessCode}` };
}

/**
 * The headers of a change, which is refused where something newer stands by now.
 *
 * @param {string} accessCode
 * @param {{version: number}} found As it was looked at.
 */
export function changing(accessCode, { version }) {
  return { ...bearing(accessCode), "If-Match": `"${version}"` };
}
