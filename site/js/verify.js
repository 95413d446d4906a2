/** @import {SheetStanding} from "./contract.js" */
import { byId, fill, reveal } from "./dom.js";
import { missingIn } from "./missing.js";
import { prepareProof } from "./proof-of-work.js";
import { Asking } from "./status/asking.js";

/** What the code on a sheet adds to the address of this page: `#AK-2026-7F3K9Q/7F3K-9QXA-20MT`. */
const [receipt = "", text = ""] = location.hash.slice(1).split("/");

const form = byId("verify-form", HTMLFormElement);
const ofReceipt = byId("verify-receipt", HTMLInputElement);
const ofText = byId("verify-text", HTMLInputElement);
const verified = byId("verified", HTMLElement);
const asking = new Asking(form);

function verify() {
  if (asking.isBusy) return;
  verified.hidden = true;
  const faults = missingIn(form);
  if (faults.length > 0) {
    asking.summary.show(faults);
    return;
  }
  const body = { receipt: ofReceipt.value.trim(), check_text: ofText.value.trim() };
  const request = { path: "rosters/verify", words: "正在核对…", body, changes: false };
  asking.send(request, (/** @type {SheetStanding} */ { finding }) => {
    const { title, message, fix } = finding;
    fill(verified, { receipt: body.receipt, title, message, fix });
    reveal(verified);
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  verify();
});
form.addEventListener("input", prepareProof, { once: true });
form.hidden = false;
ofReceipt.value = receipt;
ofText.value = text;
if (receipt && text) verify();
