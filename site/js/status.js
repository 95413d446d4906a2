/** @import {RosterState} from "./contract.js" */
import { siteAddress } from "./address.js";
import { startCopyButtons } from "./copy-button.js";
import { byId, element, fill, link, reveal } from "./dom.js";
import { moment } from "./format.js";
import { startLookup } from "./lookup.js";
import { showDecision } from "./status/decision.js";
import { contactSlots, paymentSlots } from "./slots.js";

const section = byId("state", HTMLElement);

/**
 * Shows where a list stands.
 *
 * @param {RosterState} roster
 */
function show(roster) {
  fill(section, {
    state_label: roster.state_label,
    next_step: roster.next_step,
    unit_name: roster.unit_name,
    receipt: roster.receipt,
    version: String(roster.version),
    ...paymentSlots(roster),
    ...contactSlots(roster.contact),
  });
  link(section, { phone: `tel:${roster.contact.phone}`, print: siteAddress(roster.print_url) });
  showDecision(section, roster);
  byId("timeline", HTMLOListElement).replaceChildren(...roster.timeline.map(step));
  reveal(section);
}

/** @param {RosterState["timeline"][number]} step */
function step({ at, label }) {
  const time = element("time", { datetime: at }, moment(at));
  return element("li", {}, element("b", {}, label), " ", time);
}

startCopyButtons(section);
startLookup("", show);
