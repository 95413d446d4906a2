import { recall, remember } from "./access-codes.js";
import { byId } from "./dom.js";
import { ErrorSummary } from "./error-summary.js";
import { missingIn } from "./missing.js";
import { faultsOf } from "./problem.js";
import { callWithProof, prepareProof } from "./proof-of-work.js";

/**
 * Makes the page's form of receipt and access code fetch a list; at once where the address names
 * the receipt and this tab knows its code.
 *
 * @param {string} part What to fetch below the receipt, such as `/form`.
 * @param {(answer: any) => void} show
 */
export function startLookup(part, show) {
  const form = byId("lookup-form", HTMLFormElement);
  const receipt = byId("lookup-receipt", HTMLInputElement);
  const code = byId("lookup-code", HTMLInputElement);
  const looking = byId("looking", HTMLElement);
  const summary = new ErrorSummary(byId("error-summary", HTMLElement), form);

  receipt.value = new URLSearchParams(location.search).get("receipt") ?? "";
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
    if (faults.length > 0) {
      summary.show(faults);
      return;
    }
    summary.clear();
    looking.textContent = "正在查找…";
    try {
      const answer = await getRoster(receipt.value.trim(), code.value.trim(), part, looking);
      remember(answer.receipt, code.value.trim());
      show(answer);
    } catch (error) {
      summary.show(faultsOf(error));
    } finally {
      looking.textContent = "";
    }
  }
}

/**
 * @param {string} receipt
 * @param {string} accessCode
 * @param {string} part `/form` for the list to print.
 * @param {HTMLElement} status
 * @returns {Promise<any>}
 */
export function getRoster(receipt, accessCode, part, status) {
  const headers = { Authorization: `Bearer ${accessCode}` };
  return callWithProof(`rosters/${encodeURIComponent(receipt)}${part}`, { headers }, status);
}
