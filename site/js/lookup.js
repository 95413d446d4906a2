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

/**
 * Makes the page's form of receipt and access code fetch what was submitted; at once where the
 * address names the receipt and this tab knows its code.
 *
 * @param {string} part What to fetch below the receipt, such as `/form`.
 * @param {(answer: any, accessCode: string) => void | Promise<void>} show
 * @param {string} [named] The receipt that the address names.
 */
export function startLookup(part, show, named = receiptInAddress()) {
  const form = byId("lookup-form", HTMLFormElement);
  const receipt = byId("lookup-receipt", HTMLInputElement);
  const code = byId("lookup-code", HTMLInputElement);
  const looking = byId("looking", HTMLElement);
  const box = /** @type {HTMLElement} */ (form.querySelector(".error-summary"));
  const summary = new ErrorSummary(box, form);
  const line = RetryLine.behind(looking);
  let turn = 0;

  receipt.value = named;
  code.value = recall(receipt.value);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    lookUp();
  });
  // Hidden until here: sent without this script, the form would put the code in an address.
  form.hidden = false;
  form.addEventListener("input", prepareProof, { once: true });
  if (receipt.value && code.value) lookUp();

  async function lookUp() {
    const faults = missingIn(form);
    const accessCode = code.value.trim();
    if (faults.length > 0) {
      summary.show(faults);
      return;
    }
    turn += 1;
    const number = turn;
    const isWanted = () => number === turn;
    line.end();
    summary.clear();
    looking.textContent = "正在查找…";
    const named = receipt.value.trim();
    const ask = () => getSubmission(named, accessCode, part, looking);
    try {
      const answer = await patiently(ask, line, { isWanted });
      if (!isWanted()) return;
      remember(answer.receipt, accessCode);
      await show(answer, accessCode);
    } catch (error) {
      if (isWanted()) summary.show(faultsOf(error));
    } finally {
      if (isWanted()) looking.textContent = "";
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
 * @param {HTMLElement} status
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
