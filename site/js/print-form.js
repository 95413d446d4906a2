/** @import {Policy, RosterForm} from "./contract.js" */
import { printConsentSlips } from "./consent-slips.js";
import { byId, fill, focusOn, partIn } from "./dom.js";
import { withArticle } from "./finding.js";
import { markOf, showSheets } from "./form-sheets.js";
import { count, moment, yuan } from "./format.js";
import { startLookup } from "./lookup.js";
import { paymentSlots } from "./slots.js";

/**
 * Shows 附件2 as it was submitted, ready to be printed.
 *
 * @param {RosterForm} form
 */
function show(form) {
  const section = byId("printed", HTMLElement);
  const { receipt, check_text, version, offline_text } = form;
  const said = { receipt, check_text, version: String(version) };
  showSheets(section, form, said, { svg: form.code, says: `${receipt} ${check_text}` });
  fill(section, {
    ...paymentSlots(form),
    submitted_at: moment(form.submitted_at),
    declared: withArticle(form.funding),
    ended: form.ended,
    offline_text,
  });
  partIn(section, "ended").hidden = !form.ended;
  partIn(section, "printed-offline").hidden = !offline_text;
  showPolicy(section, form.policy);
  offerConsentSlips(form);
  byId("lookup-form", HTMLFormElement).hidden = true;
  section.hidden = false;
  // Her buttons stand above the first sheet's heading, and are what she comes for.
  focusOn(/** @type {HTMLElement} */ (document.querySelector("h1")));
  scrollTo(0, 0);
}

/**
 * How many of those who were submitted are insured, once the insurer has said so.
 *
 * @param {HTMLElement} section
 * @param {Policy | null} policy
 */
function showPolicy(section, policy) {
  partIn(section, "policy").hidden = !policy;
  if (!policy) return;
  const refused = policy.refusals.length;
  fill(section, {
    insured: count(policy.people),
    insured_premium: yuan(policy.premium.amount),
    refused: refused > 0 ? `，${count(refused)} 人不予承保` : "",
    policy_number: policy.number,
    premium_why: policy.premium_why?.message ?? "",
  });
}

/** @param {RosterForm} form */
function offerConsentSlips({ rows, unit_name }) {
  const names = rows.filter((row) => !markOf(row)).map(({ name }) => name);
  byId("print-consent-slips", HTMLButtonElement).onclick = () =>
    printConsentSlips(names, unit_name);
}

byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
startLookup("/form", show);
