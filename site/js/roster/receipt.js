/** @import {Receipt, Report, RosterState} from "../contract.js" */
import { siteAddress } from "../address.js";
import { link, partIn } from "../dom.js";
import { moment } from "../format.js";
import { showReceipt } from "../receipt.js";
import { paymentSlots } from "../slots.js";
import { namesRead } from "./rows-seen.js";

/**
 * Shows what came back for a submitted list.
 *
 * @param {HTMLElement} section
 * @param {Receipt} receipt
 * @param {Report} report What was found in the list.
 */
export function showRosterReceipt(section, receipt, report) {
  show(section, receipt, report, receipt.submitted_at);
}

/**
 * Shows that a correction was taken.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster As it stands now.
 * @param {Report} report What was found in the list.
 */
export function showCorrected(section, roster, report) {
  show(section, roster, report, roster.timeline.at(-1)?.at ?? "");
}

/**
 * @param {HTMLElement} section
 * @param {Receipt | RosterState} list
 * @param {Report} report
 * @param {string} at When it came.
 */
function show(section, list, report, at) {
  const lines = namesRead(report);
  const names = partIn(section, "names-read");
  names.replaceChildren(...lines);
  names.hidden = lines.length === 0;
  link(section, { print: siteAddress(list.print_url) });
  showReceipt(section, list, {
    submitted_at: moment(at),
    version: String(list.version),
    ...paymentSlots(list),
  });
}
