/** @import {ClaimStay, Estimate} from "../contract.js" */
/** @import {Finding, Item, ItemName, Period, Plan, Timeline} from "../rules/types.js" */
import {
  addDays,
  calculateAllowance,
  finding,
  inForce,
  insures,
  judgeLumpSum,
  lastDay,
  ofPolicy,
  periodOn,
  plans,
  timeline,
} from "../rules/index.js";

/**
 * @typedef {object} Known What decides; dates are ISO, null for what is not known.
 * @property {string} disease
 * @property {string} diagnosis_date
 * @property {string | null} specimen_date
 * @property {string | null} first_day Of her policy.
 * @property {boolean | null} renewal Whether it followed another one without a gap.
 * @property {boolean | null} paid_before Whether the lump sum of the same item was paid to her.
 * @property {ClaimStay[]} stays
 */

/**
 * What a claim may bring, as `shared_rules/claim/estimate.py` reckons it: as if the illness were
 * primary and her first. Without a specimen's day that of the diagnosis stands for it; who is still
 * in hospital is reckoned until today; without a policy's first day every day in hospital counts as
 * covered. What rests on something that nobody has said is null.
 *
 * @param {Known} known
 * @param {string} today ISO date.
 * @param {Plan} [plan] Under which it is reported.
 * @returns {Estimate}
 * @throws {RuleError} A date or a stay that no rule can be applied to.
 */
export function estimateOf(known, today, plan = inForce(today)) {
  const item = itemOf(known.disease, plan);
  const occurred = known.specimen_date ?? known.diagnosis_date;
  const stays = staysOf(known, item, today);
  const cover = coverOf(known, occurred, stays);
  const illness = {
    item,
    specimen_date: occurred,
    diagnosis_date: known.diagnosis_date,
    primary: true,
    first: true,
    disease: known.disease,
  };
  const lump = judgeLumpSum(illness, cover, known.paid_before ? [item] : []);
  const period = periodOn(cover, occurred);
  const isInsured = !period || insures(period.plan, illness);
  const allowance = calculateAllowance(isInsured ? stays : [], cover, { [item]: occurred });
  const unknown = openIn(known, lump.outcome, period);
  const isOpen = unknown.length > 0;
  const isWaitingOpen = isOpen && lump.outcome === "refund";
  return {
    total: isOpen ? null : lump.amount + lump.refund + allowance.amount,
    lump_sum: isOpen ? null : lump.amount,
    refund: isOpen ? 0 : lump.refund,
    allowance: isWaitingOpen ? null : allowance.amount,
    paid_days: isWaitingOpen ? 0 : allowance.paid_days,
    outcome: isOpen ? "ask" : lump.outcome,
    lines: isWaitingOpen ? [] : linesOf(allowance.lines, known),
    assumed_cover: known.first_day === null,
    findings: [
      ...assumptions(known, today),
      ...unknown,
      ...(isOpen
        ? [...sumInsured((period?.plan ?? plan).items[item]), ...lump.findings.slice(1)]
        : lump.findings),
      ...(isWaitingOpen ? [] : allowance.findings),
    ],
  };
}

/**
 * @param {Known} known
 * @param {string} item
 * @param {string} today Until which a stay that goes on is known.
 */
function staysOf({ stays }, item, today) {
  return stays.map(({ admission, discharge }) => ({
    item,
    admission,
    discharge: discharge ?? today,
  }));
}

/**
 * @param {ReturnType<typeof calculateAllowance>["lines"]} lines
 * @param {Known} known
 */
function linesOf(lines, { stays }) {
  const goOn = stays.filter(({ discharge }) => discharge === null);
  const goingOn = new Set(goOn.map(({ admission }) => admission));
  return lines.map(({ stay: { admission, discharge }, text, amount }) => {
    const isStillThere = goingOn.has(admission);
    return {
      admission,
      discharge: isStillThere ? null : discharge,
      known_until: isStillThere ? discharge : null,
      text,
      amount,
    };
  });
}

/**
 * @param {Known} known
 * @param {string} today
 * @returns {Finding[]}
 */
function assumptions({ specimen_date, stays }, today) {
  const found = specimen_date ? [] : [finding("claim.specimen_assumed")];
  if (stays.some(({ discharge }) => discharge === null)) {
    found.push(finding("claim.stay_goes_on", { until: today }));
  }
  return found;
}

/**
 * @param {Known} known
 * @param {string} outcome Of the lump sum, were it as assumed.
 * @param {Period | undefined} period That covers the illness.
 * @returns {Finding[]} What nobody has said, and the lump sum rests on.
 */
function openIn({ first_day, renewal, paid_before }, outcome, period) {
  if (outcome !== "paid" && outcome !== "refund") return [];
  const found = [];
  if (first_day === null) {
    found.push(finding("claim.cover_open"));
  } else if (outcome === "refund" && renewal === null) {
    const waiting_last_day = period?.waiting_last_day ?? "";
    found.push(finding("claim.renewal_open", { waiting_last_day }));
  }
  if (outcome === "paid" && paid_before === null) found.push(finding("claim.paid_before_open"));
  return found;
}

/** @param {Item | undefined} item */
function sumInsured(item) {
  if (!item?.lump_sum) return [];
  return [finding("claim.lump_sum_open", { item: item.name, amount: item.lump_sum.value })];
}

/**
 * @param {string} disease
 * @param {Plan} plan
 * @returns {ItemName} That insures it under the plan, or under the latest one that does.
 */
function itemOf(disease, plan) {
  const found = [plan, ...[...plans].reverse()]
    .flatMap(({ items }) => Object.entries(items))
    .find(([, { diseases }]) => diseases.includes(disease));
  if (!found) throw new Error("no item insures this disease");
  return /** @type {ItemName} */ (found[0]);
}

/**
 * @param {Known} known
 * @param {string} occurred
 * @param {{admission: string, discharge: string}[]} stays
 * @returns {Timeline}
 */
function coverOf({ first_day, renewal }, occurred, stays) {
  if (first_day === null) {
    // The latest plan under which a policy can have been issued that covers the illness.
    const plan = ofPolicy(addDays(occurred, -1));
    const days = [occurred, ...stays.flatMap(({ admission, discharge }) => [admission, discharge])];
    days.sort();
    return pastWaiting(days[0] ?? occurred, days.at(-1) ?? occurred, plan);
  }
  // A policy's cover begins the day after its issue, at the earliest.
  const issued = addDays(first_day, -1);
  if (!renewal) return timeline([{ issued, first_day }]);
  // Of the policy before, only that it ended without a gap is known.
  const sold = inForce(issued);
  return pastWaiting(first_day, lastDay(first_day, sold), sold);
}

/**
 * @param {string} first_day
 * @param {string} last_day
 * @param {Plan} plan
 * @returns {Timeline}
 */
function pastWaiting(first_day, last_day, plan) {
  const policy = { issued: addDays(first_day, -1), first_day };
  const continuous = { continuous: true, waiting_last_day: null };
  return { periods: [{ policy, plan, first_day, last_day, ...continuous }], findings: [] };
}
