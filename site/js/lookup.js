import { recall, remember } from "./access-codes.js";
import { getRoster } from "./api.js";
import { byId } from "./dom.js";
import { ErrorSummary } from "./error-summary.js";
import { missingIn } from "./missing.js";
import { faultsOf } from "./problem.js";

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
      const answer = await getRoster(receipt.value.trim(), code.value.trim(), part);
      remember(answer.receipt, code.value.trim());
      show(answer);
    } catch (error) {
      summary.show(faultsOf(error));
    } finally {
      looking.textContent = "";
    }
  }
}
