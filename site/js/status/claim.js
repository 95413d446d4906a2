/** @import {ClaimDocument, ClaimState, Settlement} from "../contract.js" */
import { byId, element, fill, link, partIn, reveal } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day, moment } from "../format.js";
import { inTimeWords } from "../claim/receipt.js";
import { showMissing } from "../claim/check-view.js";
import { showPayeePapers } from "../claim/payee-papers.js";
import { reasonItem } from "../reasons.js";
import { contactSlots } from "../slots.js";
import { accountInWords, staysInWords } from "./known-facts.js";
import { lineItem } from "../claim/estimate-view.js";
import { decisionFacts } from "./notices.js";
import { showReopened } from "./reopening.js";
import { eventItem } from "./timeline.js";
import { showWhereabouts } from "./whereabouts.js";

/**
 * Shows where a claim stands.
 *
 * @param {HTMLElement} section
 * @param {ClaimState} claim
 */
export function showClaim(section, claim) {
  fill(section, {
    state_label: claim.state_label,
    pay_by: claim.pay_by ? day(claim.pay_by.day) : "",
    in_charge: claim.in_charge.label,
    in_charge_name: claim.in_charge.name,
    in_charge_phone: claim.in_charge.phone,
    insured_name: claim.insured_name,
    unit_name: claim.unit_name,
    stays: staysInWords(claim.facts),
    account: accountInWords(claim.facts),
    receipt: claim.receipt,
    reported_at: moment(claim.reported_at),
    in_time: inTimeWords(claim),
    ...contactSlots(claim.contact),
  });
  showWhereabouts(section, claim);
  link(section, {
    phone: `tel:${claim.contact.phone}`,
    in_charge: `tel:${claim.in_charge.phone}`,
  });
  const isOver = Boolean(claim.outcome);
  partIn(section, "pay_by").hidden = !claim.pay_by;
  partIn(section, "disease_open").hidden = !claim.facts.is_disease_open || isOver;
  partIn(section, "no_specimen").hidden = claim.facts.has_specimen_date || isOver;
  partIn(section, "no_account").hidden = claim.facts.account !== null || isOver;
  partIn(section, "provisional").hidden = !claim.pay_by?.provisional;
  byId("more-papers", HTMLDetailsElement).hidden = !claim.may_supplement;
  showOutcome(section, claim.outcome);
  showLeading(section, claim);
  showReopened(section, claim);
  showMissing(section, claim.missing_papers);
  showPayeePapers(section, isOver ? null : claim.payee_papers);
  section.querySelector(".documents")?.replaceChildren(...claim.documents.map(documentItem));
  partIn(section, "no_documents").hidden = claim.documents.length > 0;
  section.querySelector(".timeline")?.replaceChildren(...claim.timeline.map(eventItem));
  reveal(section);
}

/**
 * A report that was joined to another one of the same illness leads to that one.
 *
 * @param {HTMLElement} section
 * @param {ClaimState} claim
 */
function showLeading(section, { joined_to }) {
  partIn(section, "joined_to").hidden = !joined_to;
  if (!joined_to) return;
  fill(section, { leading: joined_to.receipt, leading_state: joined_to.state_label });
}

/**
 * @param {HTMLElement} section
 * @param {Settlement | null} outcome
 */
function showOutcome(section, outcome) {
  const part = partIn(section, "outcome");
  part.hidden = !outcome;
  if (!outcome) return;
  part.querySelector("dl")?.replaceChildren(...factItems(decisionFacts(outcome)));
  partIn(part, "outcome-lines").replaceChildren(...outcome.lines.map(lineItem));
}

/** @param {ClaimDocument} document */
function documentItem({ kind_name, filename, state, state_label, received_at, findings }) {
  return element(
    "li",
    { "data-state": state },
    element("p", {}, element("b", {}, kind_name), " ", element("span", {}, filename)),
    element(
      "p",
      {},
      element("b", { class: "document-state" }, state_label),
      " ",
      element("time", { class: "hint", datetime: received_at }, moment(received_at)),
    ),
    element("ul", { class: "reasons" }, ...findings.map((each) => reasonItem(each))),
  );
}
