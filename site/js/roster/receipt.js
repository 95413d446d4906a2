/** @import {Receipt} from "../contract.js" */
import { siteAddress } from "../address.js";
import { startCopyButtons } from "../copy-button.js";
import { fill, link, reveal } from "../dom.js";
import { moment, yuan } from "../format.js";
import { contactSlots, paymentSlots } from "../slots.js";

/**
 * Shows what came back for a submitted list: the only time that the access code is shown.
 *
 * @param {HTMLElement} section
 * @param {Receipt} receipt
 */
export function showReceipt(section, receipt) {
  fill(section, {
    receipt: receipt.receipt,
    access_code: receipt.access_code,
    submitted_at: moment(receipt.submitted_at),
    ...paymentSlots(receipt),
    per_person: yuan(receipt.premium.per_person),
    ...contactSlots(receipt.contact),
  });
  link(section, {
    phone: `tel:${receipt.contact.phone}`,
    print: siteAddress(receipt.print_url),
    status: siteAddress(`/status/?receipt=${encodeURIComponent(receipt.receipt)}`),
  });
  startCopyButtons(section);
  section.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  reveal(section);
}
