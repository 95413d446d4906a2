/** @import {Receipt, RosterState} from "../contract.js" */
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
  show(section, receipt, receipt.submitted_at);
}

/**
 * Shows that a correction was taken.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster As it stands now.
 */
export function showCorrected(section, roster) {
  show(section, roster, roster.timeline.at(-1)?.at ?? "");
}

/**
 * @param {HTMLElement} section
 * @param {Receipt | RosterState} list
 * @param {string} at When it came.
 */
function show(section, list, at) {
  link(section, { print: siteAddress(list.print_url) });
  showReceipt(section, list, {
    submitted_at: moment(at),
    version: String(list.version),
    ...paymentSlots(list),
    per_person: yuan(list.premium.per_person),
  });
}
