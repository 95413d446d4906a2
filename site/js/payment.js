import { startCopyButtons } from "./copy-button.js";

/** Where a premium goes, on a page: its buttons to copy are there once they do something. */
for (const payment of document.querySelectorAll(".payment")) {
  if (!(payment instanceof HTMLElement)) continue;
  for (const button of payment.querySelectorAll("button")) button.hidden = false;
  startCopyButtons(payment);
}
