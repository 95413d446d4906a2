/** @import {ClaimStay, Estimate} from "../contract.js" */
/** @import {Finding, ItemName, Period, Plan, Timeline} from "../rules/types.js" */
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
 * @property {ClaimStay[]} stays
 */

/**
 * What a claim may bring, as `shared_rules/claim/estimate.py` reckons it: as if the illness were
 * primary and her first. Without a specimen's day that of the diagnosis stands for it; who is still
 * in hospital is reckoned until today; without a policy's first day every day counts as covered;
 * where nobody knows whether the policy renews one, it does not.
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
  const stays = known.stays.map(({ admission, discharge }) => ({
    item,
    admission,
    discharge: discharge ?? today,
  }));
  const cover = coverOf(known, occurred, stays);
  const illness = {
    item,
    specimen_date: occurred,
    diagnosis_date: known.diagnosis_date,
    primary: true,
    first: true,
    disease: known.disease,
  };
  const lump = judgeLumpSum(illness, cover);
  const period = periodOn(cover, occurred);
  const isInsured = !period || insures(period.plan, illness);
  const allowance = calculateAllowance(isInsured ? stays : [], cover, { [item]: occurred });
  return {
    total: lump.amount + lump.refund + allowance.amount,
    lump_sum: lump.amount,
    refund: lump.refund,
    allowance: allowance.amount,
    paid_days: allowance.paid_days,
    outcome: lump.outcome,
    lines: allowance.lines.map(({ stay, text, amount }) => ({
      admission: stay.admission,
      discharge: stay.discharge,
      text,
      amount,
    })),
    assumed_cover: known.first_day === null,
    findings: [
      ...assumptions(known, period, occurred, today),
      ...lump.findings,
      ...allowance.findings,
    ],
  };
}

/**
 * @param {Known} known
 * @param {Period | undefined} period That covers the illness.
 * @param {string} occurred
 * @param {string} today
 * @returns {Finding[]}
 */
function assumptions({ specimen_date, renewal, stays }, period, occurred, today) {
  const found = specimen_date ? [] : [finding("claim.specimen_assumed")];
  const waiting_last_day = period?.waiting_last_day;
  if (renewal === null && waiting_last_day && occurred <= waiting_last_day) {
    found.push(finding("claim.renewal_assumed", { waiting_last_day }));
  }
  if (stays.some(({ discharge }) => discharge === null)) {
    found.push(finding("claim.stay_goes_on", { until: today }));
  }
  return found;
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
