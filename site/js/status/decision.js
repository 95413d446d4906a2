/** @import {RosterState} from "../contract.js" */
import { partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { count, day, yuan } from "../format.js";
import { reasonLine, refusalLine } from "../said-reasons.js";

/**
 * Shows the unit what was decided on its list: why it came back, or the policy.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showDecision(section, { state, reasons, names, policy }) {
  const returned = partIn(section, "returned");
  returned.hidden = state !== "returned";
  returned
    .querySelector("ul")
    ?.replaceChildren(...reasons.map((reason) => reasonLine(reason, names)));
  const accepted = partIn(section, "accepted");
  accepted.hidden = !policy;
  if (!policy) return;
  const facts = factItems([
    ["保险单号", policy.number],
    ["保险期间", `${day(policy.first_day)}到${day(policy.last_day)}`],
    ["生效日", policy.begins.message],
    ["同意承保", day(policy.consent_date)],
    ["收到保险费", day(policy.premium_received_date)],
    ["签发保险单", day(policy.policy_issued_date)],
    ["承保", `${count(policy.people)} 人，保险费 ${yuan(policy.premium.amount)}`],
  ]);
  accepted.querySelector("dl")?.replaceChildren(...facts);
  accepted
    .querySelector("ul")
    ?.replaceChildren(...policy.refusals.map((refusal) => refusalLine(refusal, names)));
}
