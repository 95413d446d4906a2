/** @import {RosterState} from "../contract.js" */
import { siteAddress } from "../address.js";
import { clerkInWords } from "../clerk-words.js";
import { showRequests } from "../change-requests.js";
import { byId, fill, link, partIn, reveal } from "../dom.js";
import { day } from "../format.js";
import { contactSlots, paymentSlots } from "../slots.js";
import { showAccount } from "./account.js";
import { showDecision } from "./decision.js";
import { showConsents } from "./signed-consents.js";
import { showSheets } from "./stamped-sheets.js";
import { eventItem } from "./timeline.js";
import { showWhereabouts } from "./whereabouts.js";

/**
 * Shows where a list stands.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showRoster(section, roster) {
  fill(section, {
    state_label: roster.state_label,
    unit_name: roster.unit_name,
    clerk: clerkInWords(roster.unit),
    receipt: roster.receipt,
    version: String(roster.version),
    ...paymentSlots(roster),
    ...contactSlots(roster.contact),
  });
  showWhereabouts(section, roster);
  link(section, {
    phone: `tel:${roster.contact.phone}`,
    print: siteAddress(roster.print_url),
    certificates: siteAddress(`/roster/certificate/?receipt=${encodeURIComponent(roster.receipt)}`),
    supplement: siteAddress(`/roster/?supplements=${encodeURIComponent(roster.receipt)}`),
    correct: siteAddress(`/roster/?receipt=${encodeURIComponent(roster.receipt)}`),
  });
  partIn(section, "may-certify").hidden = roster.state !== "accepted";
  partIn(section, "may-supplement").hidden = roster.state !== "accepted";
  partIn(section, "supplements").hidden = !roster.supplements;
  fill(section, { supplements: roster.supplements });
  partIn(section, "to-mend").hidden = roster.state !== "returned";
  partIn(section, "may-mend").hidden = roster.state !== "submitted";
  const hasEnded = roster.state === "withdrawn" || roster.state === "closed";
  partIn(section, "send-new").hidden = !hasEnded;
  partIn(section, "doing").hidden = hasEnded;
  showAccount(section, roster);
  showDecision(section, roster);
  showRequests(section, roster);
  showSheets(section, roster);
  showConsents(section, roster);
  showExpected(section, roster.expected);
  showTwoSums(section, roster.two_sums);
  byId("timeline", HTMLOListElement).replaceChildren(...roster.timeline.map(eventItem));
  reveal(section);
}

/**
 * @param {HTMLElement} section
 * @param {RosterState["expected"]} expected The cover that there may be at the earliest.
 */
function showExpected(section, expected) {
  partIn(section, "expected").hidden = !expected;
  if (!expected) return;
  fill(section, {
    expected: `${day(expected.first_day)}零时起，到${day(expected.last_day)}24 时`,
    expected_why: expected.begins.message,
  });
}

/**
 * @param {HTMLElement} section
 * @param {RosterState["two_sums"]} finding That today's premium is not the one that was quoted.
 */
function showTwoSums(section, finding) {
  partIn(section, "two-sums").hidden = !finding;
  if (!finding) return;
  const { title, message, fix, article_label } = finding;
  fill(section, { sums_title: title, sums_message: `${message}${fix}（${article_label ?? ""}）` });
}
