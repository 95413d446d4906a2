/** @import {Contact} from "./contract.js" */
import { siteAddress } from "./address.js";
import { startCopyButtons } from "./copy-button.js";
import { fill, link, reveal } from "./dom.js";
import { contactSlots } from "./slots.js";

/**
 * Shows what came back for a submission: the only time that its access code is shown.
 *
 * @param {HTMLElement} section
 * @param {{receipt: string, access_code?: string, contact: Contact}} receipt Without a code where
 *   it was shown before.
 * @param {Record<string, string>} slots What else it says.
 */
export function showReceipt(section, { receipt, access_code = "", contact }, slots) {
  fill(section, { receipt, access_code, ...contactSlots(contact), ...slots });
  link(section, {
    phone: `tel:${contact.phone}`,
    status: siteAddress(`/status/?receipt=${encodeURIComponent(receipt)}`),
  });
  startCopyButtons(section);
  section.querySelector("[data-print]")?.addEventListener("click", () => window.print());
  reveal(section);
}
