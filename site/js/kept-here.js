/** @import {KeptReceipt} from "./kept-receipts.js" */
import { forget } from "./access-codes.js";
import { byId } from "./dom.js";
import { forgetReceipt, keepReceipt } from "./kept-receipts.js";

/**
 * Keeps a receipt on this device, says beside it whether that was done, and offers to take it off
 * again: the device may be one that many use.
 *
 * @param {KeptReceipt} kept
 */
export function keepHere(kept) {
  const isKept = keepReceipt(kept);
  say(isKept ? "kept" : "notKept");
  const button = byId("clear-kept", HTMLButtonElement);
  button.hidden = !isKept;
  button.onclick = () => {
    forgetReceipt(kept.receipt);
    forget(kept.receipt);
    say("cleared");
    button.hidden = true;
  };
}

/** @param {"kept" | "notKept" | "cleared"} state In the page's words. */
function say(state) {
  const words = byId("kept-here", HTMLElement);
  words.textContent = words.dataset[state] ?? "";
}
