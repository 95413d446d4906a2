/** @import {ClaimState, RosterState} from "../contract.js" */
import { fill, link, partIn } from "../dom.js";

/**
 * Shows who has a list or a claim, until when, and whom to call once that day is past.
 *
 * @param {HTMLElement} section
 * @param {RosterState | ClaimState} found
 */
export function showWhereabouts(section, { next_step, whereabouts: { told, past, call } }) {
  fill(section, {
    next_step,
    whereabouts: told,
    past,
    call_name: call.name,
    call_phone: call.phone,
  });
  link(section, { call: `tel:${call.phone}` });
  partIn(section, "past").hidden = !past;
}
