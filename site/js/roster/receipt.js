/** @import {Receipt} from "../contract.js" */
import { siteAddress } from "../address.js";
import { link } from "../dom.js";
import { moment, yuan } from "../format.js";
import { showReceipt } from "../receipt.js";
import { paymentSlots } from "../slots.js";

/**
 * Shows what came back for a submitted list.
 *
 * @param {HTMLElement} section
 * @param {Receipt} receipt
 */
export function showRosterReceipt(section, receipt) {
  link(section, { print: siteAddress(receipt.print_url) });
  showReceipt(section, receipt, {
    submitted_at: moment(receipt.submitted_at),
    ...paymentSlots(receipt),
    per_person: yuan(receipt.premium.per_person),
  });
}
