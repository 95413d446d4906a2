/**
 * Lump sums (乳腺癌保险金, 其它妇科癌保险金): 第五, 第八 and 第九条.
 *
 * An illness occurs on the day the specimen (病检标本) of the confirming pathology was taken. Paying
 * an item ends it for the person, under all her policies, and leaves the others.
 */
/** @import {Finding, Illness, ItemName, LumpSum, Period, Plan, Timeline} from "./types.js" */
import { isWaiting, periodOn } from "./cover.js";
import { check, daysBetween } from "./days.js";
import { knownItem, yesNo } from "./facts.js";
import { finding } from "./finding.js";

/** @type {Record<string, LumpSum["outcome"]>} */
const OUTCOMES = {
  "lump_sum.due": "paid",
  "lump_sum.waiting": "refund",
  "lump_sum.unconfirmed": "ask",
};

/**
 * Whether a lump sum is due.
 *
 * @param {Illness} illness
 * @param {Timeline} cover
 * @param {ItemName[]} [paid] The items already paid to the person, ever.
 * @returns {LumpSum}
 * @throws {RuleError} `plan.item`; `date.out_of_range`; `illness.primary` and `illness.first`, what
 *   is said of them is neither yes nor no.
 */
export function judge(illness, cover, paid = []) {
  checkIllness(illness);
  paid.forEach(knownItem);
  const occurred = illness.specimen_date;
  const findings = judgeDates(illness);
  const period = periodOn(cover, occurred);
  const reason = period
    ? reasonOf(illness, period, paid)
    : finding("lump_sum.outside_cover", { occurred });
  const outcome = OUTCOMES[reason.code] ?? "not_paid";
  const plan = period?.plan;
  return {
    illness,
    outcome,
    findings: [reason, ...findings],
    amount: (outcome === "paid" && plan?.items[illness.item]?.lump_sum?.value) || 0,
    refund: plan && outcome === "refund" ? plan.premium.value : 0,
  };
}

/**
 * @param {Plan} plan
 * @param {Pick<Illness, "item" | "disease">} illness
 * @returns {boolean} Whether the plan has the illness's item, and in it what it is called (第二、二十条).
 */
export function insures({ items }, { item, disease }) {
  const insured = items[item];
  return !!insured && (!disease || insured.diseases.includes(disease));
}

/** @param {Illness} illness */
function checkIllness({ item, specimen_date, diagnosis_date, primary, first }) {
  knownItem(item);
  check(specimen_date);
  check(diagnosis_date);
  yesNo(primary, "illness.primary");
  yesNo(first, "illness.first");
}

/**
 * @param {Illness} illness
 * @param {Period} period
 * @param {ItemName[]} paid
 * @returns {Finding}
 */
function reasonOf(illness, period, paid) {
  const { item, specimen_date, primary, first, disease } = illness;
  const { plan } = period;
  const { name, lump_sum } = plan.items[item] ?? knownItem(item);
  const notInPlan = (/** @type {string} */ what) =>
    finding("lump_sum.not_in_plan", { valid_from: plan.valid_from, disease: what });
  if (!insures(plan, illness)) return notInPlan(disease ?? name);
  if (paid.includes(item)) return finding("lump_sum.already_paid", { item: name });
  if (primary === false || first === false) {
    return finding("lump_sum.not_first_primary", { item: name });
  }
  if (primary === null || first === null) return finding("lump_sum.unconfirmed", { item: name });
  if (isWaiting(period, specimen_date)) return waiting(specimen_date, period);
  if (!lump_sum) return notInPlan(`${name}保险金`);
  return finding("lump_sum.due", { occurred: specimen_date, item: name, amount: lump_sum.value });
}

/**
 * @param {string} occurred
 * @param {Period} period
 */
function waiting(occurred, { first_day, plan }) {
  return finding("lump_sum.waiting", {
    occurred,
    day: daysBetween(first_day, occurred) + 1,
    length: plan.waiting_period.value,
    refund: plan.premium.value,
  });
}

/**
 * 第九条: pathology that confirms a diagnosis is usually taken before it.
 *
 * @param {Illness} illness
 */
function judgeDates({ specimen_date: occurred, diagnosis_date: diagnosed }) {
  if (occurred <= diagnosed) return [];
  return [finding("lump_sum.specimen_after_diagnosis", { occurred, diagnosed })];
}
