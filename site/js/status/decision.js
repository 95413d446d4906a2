/** @import {Policy, RosterState, RosterStateName} from "../contract.js" */
import { dayOf } from "../clock.js";
import { fill, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { count, day, moment, yuan } from "../format.js";
import { examinedLines, leaverLine, reasonLine, refusalLine } from "../said-reasons.js";

/** @type {Partial<Record<RosterStateName, string>>} What the reasons are for. */
const WHY = { returned: "退回的原因", closed: "关闭的原因" };

/**
 * Shows the unit what was decided on its list: why it came back or was closed, or the policy.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showDecision(section, { state, timeline, reasons, names, reminder, policy }) {
  const decided = timeline.filter((step) => step.state === state).pop();
  const on = decided && dayOf(decided.at);
  const why = partIn(section, "why");
  why.hidden = reasons.length === 0;
  fill(section, { why: WHY[state] ?? "" });
  why.querySelector("ul")?.replaceChildren(...reasons.map((each) => reasonLine(each, names, on)));
  showReminder(section, reminder);
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
    ...premiumFacts(policy),
  ]);
  accepted.querySelector("dl")?.replaceChildren(...facts);
  accepted
    .querySelector("ul")
    ?.replaceChildren(
      ...policy.refusals.map((refusal) => refusalLine(refusal, names, policy.policy_issued_date)),
      ...policy.leavers.map((leaver) => leaverLine(leaver, names)),
      ...examinedLines(policy, names),
    );
}

/**
 * @param {Policy} policy
 * @returns {import("../fact-items.js").Fact[]} Which of two sums holds, where there were two.
 */
function premiumFacts({ premium_why: why }) {
  return why
    ? [["保险费以哪个为准", `${why.message}${why.fix}（${why.article_label ?? ""}）`]]
    : [];
}

/**
 * @param {HTMLElement} section
 * @param {RosterState["reminder"]} reminder Of a list that went back and waits.
 */
function showReminder(section, reminder) {
  const part = partIn(section, "reminder");
  part.hidden = !reminder;
  if (!reminder) return;
  fill(part, { reminded_at: moment(reminder.at), close_from: day(reminder.close_from) });
  part.querySelector("ul")?.replaceChildren(...reminder.reasons.map((each) => reasonLine(each)));
}
