/** @import {Finding, ItemName, Plan} from "../../site/js/rules/types.js" */
import { estimateOf } from "../../site/js/claim/estimate.js";
import * as certificate from "../../site/js/rules/certificate.js";
import * as cover from "../../site/js/rules/cover.js";
import { calculate } from "../../site/js/rules/daily-allowance.js";
import * as firstDay from "../../site/js/rules/first-day.js";
import { completedYears } from "../../site/js/rules/days.js";
import * as deadlines from "../../site/js/rules/deadlines.js";
import * as eligibility from "../../site/js/rules/eligibility.js";
import { RuleError } from "../../site/js/rules/finding.js";
import { holdsIdNumber } from "../../site/js/rules/free-words.js";
import * as funding from "../../site/js/rules/funding.js";
import * as idNumber from "../../site/js/rules/id-number.js";
import * as lumpSum from "../../site/js/rules/lump-sum.js";
import { isPhone } from "../../site/js/rules/phone.js";
import { inForce } from "../../site/js/rules/plans.js";

/** @typedef {[issued: string, first_day: string][]} Policies */
/** @typedef {ReturnType<typeof cover.timeline>} Timeline */

const SOLD = "2026-01-01";
// When the claims of the cases are reported.
const REPORTED = "2026-06-20";
/** @type {Policies} */
const FIRST_POLICY = [["2026-03-09", "2026-03-10"]];

/** @typedef {Record<string, (facts: any) => object>} Rules */

/**
 * The rules called by name with JSON, as tests/vectors/calls.py calls the Python ones.
 *
 * @param {Plan[] | undefined} plans
 * @returns {Rules}
 */
function rulesUnder(plans) {
  const plan = (sold = SOLD) => inForce(sold, plans);
  const timeline = (/** @type {Policies} */ policies = FIRST_POLICY) =>
    cover.timeline(
      policies.map(([issued, first_day]) => ({ issued, first_day })),
      plans,
    );
  return {
    ...rulesOfPeople(plan),
    ...rulesOfCover(plan, timeline),
    ...rulesOfClaims(plan, timeline),
  };
}

/**
 * @param {(sold?: string) => Plan} plan
 * @returns {Rules}
 */
function rulesOfPeople(plan) {
  return {
    id_number: ({ text }) => idNumber.parse(text),
    id_number_mask: ({ text }) => ({ mask: idNumber.mask(text) }),
    free_words: ({ text }) => ({ holds: holdsIdNumber(text) }),
    phone: ({ text }) => ({ valid: isPhone(text) }),
    age: ({ birth_date, day }) => ({ age: completedYears(birth_date, day) }),
    last_day_of_age: ({ birth_date, age }) => ({ day: eligibility.lastDayOfAge(birth_date, age) }),
    eligibility: (facts) => eligible(facts, plan(facts.sold)),
    funding: ({ kind, funding: way }) => listed(funding.judge(kind, way)),
  };
}

/**
 * @param {(sold?: string) => Plan} plan
 * @param {(policies?: Policies) => Timeline} timeline
 * @returns {Rules}
 */
function rulesOfCover(plan, timeline) {
  return {
    first_day: (days) => ({ day: cover.firstDay(days) }),
    proposed_first_day: ({ earliest, old_last_days = [] }) => {
      const { day, old_last_day } = firstDay.propose(earliest, old_last_days);
      return { day, old_last_day, ...listed([firstDay.reason(day, earliest, old_last_day)]) };
    },
    agreed_first_day: ({ agreed, earliest, old_last_day = null }) => {
      const day = firstDay.agree(agreed, earliest, plan());
      return { day, ...listed([firstDay.reason(day, earliest, old_last_day)]) };
    },
    last_day: ({ first_day }) => ({ day: cover.lastDay(first_day, plan()) }),
    continuous: ({ old_last_day, new_first_day }) => ({
      continuous: cover.isContinuous(old_last_day, new_first_day),
    }),
    waiting: ({ first_day, continuous }) => ({
      day: cover.waitingLastDay(first_day, plan(), continuous),
    }),
    timeline: ({ policies }) => covered(timeline(policies)),
  };
}

/**
 * @param {(sold?: string) => Plan} plan
 * @param {(policies?: Policies) => Timeline} timeline
 * @returns {Rules}
 */
function rulesOfClaims(plan, timeline) {
  return {
    lump_sum: (facts) => lump(facts, timeline(facts.policies)),
    allowance: (facts) => allowance(facts, timeline(facts.policies)),
    certificate: ({ text, sold }) => {
      const { disease, finding } = certificate.read(text, plan(sold));
      return { disease, ...listed([finding]) };
    },
    claim_estimate: (facts) => claimed(facts, plan(facts.today ?? REPORTED)),
    report_by: ({ diagnosed }) => ({ day: deadlines.reportBy(diagnosed, plan()) }),
    report: ({ diagnosed, reported }) => listed(deadlines.judgeReport(diagnosed, reported, plan())),
    pay_by: ({ papers_complete }) => {
      const { findings, ...deadline } = deadlines.payBy(papers_complete, plan());
      return { ...deadline, ...listed(findings) };
    },
  };
}

export const RULES = Object.keys(rulesUnder(undefined));

/**
 * What a rule says to the facts; `error` is the code where it refuses them.
 *
 * @param {string} rule
 * @param {object} facts
 * @param {Plan[]} [plans]
 * @returns {Record<string, unknown>}
 */
export function answer(rule, facts, plans) {
  try {
    return { ...rulesUnder(plans)[rule]?.(facts) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { error: error.code, params: error.params, messages: [error.finding().message] };
  }
}

/** @param {Finding[]} findings */
function listed(findings) {
  return {
    codes: findings.map(({ code }) => code),
    params: findings.map(({ params }) => params),
    articles: findings.map(({ article }) => article),
    severities: findings.map(({ severity }) => severity),
    messages: findings.map(({ message, fix }) => message + fix),
  };
}

/**
 * @param {any} facts
 * @param {Plan} plan
 */
function eligible({ cover_from, sold: _, ...facts }, plan) {
  const usual = { sex: "female", relation: "worker", health: "healthy", union: true };
  const applicant = { ...usual, renewal: false, ...facts };
  const verdict = eligibility.judge(applicant, cover_from, plan);
  const last_days = [verdict.last_day_first_time, verdict.last_day_renewal];
  return { outcome: verdict.outcome, last_days, ...listed(verdict.findings) };
}

/** @param {Timeline} timeline */
function covered({ periods, findings }) {
  const shown = periods.map((period) => [
    period.first_day,
    period.last_day,
    period.continuous,
    period.waiting_last_day,
  ]);
  return { periods: shown, ...listed(findings) };
}

/**
 * @param {any} facts
 * @param {Timeline} timeline
 */
function lump({ specimen, diagnosis, policies: _, paid, ...facts }, timeline) {
  const dates = { specimen_date: specimen, diagnosis_date: diagnosis };
  const illness = { primary: true, first: true, ...facts, ...dates };
  const { outcome, amount, refund, findings } = lumpSum.judge(illness, timeline, paid);
  return { outcome, amount, refund, ...listed(findings) };
}

/**
 * @param {any} facts
 * @param {Plan} plan
 */
function claimed(facts, plan) {
  const usual = { disease: "乳腺癌", diagnosed: REPORTED, today: REPORTED, stays: [] };
  const { diagnosed, today, ...given } = { ...usual, ...facts };
  const known = {
    disease: given.disease,
    diagnosis_date: diagnosed,
    specimen_date: given.specimen ?? null,
    first_day: given.cover_first_day ?? null,
    renewal: given.renewal ?? null,
    paid_before: given.paid_before === undefined ? false : given.paid_before,
    stays: given.stays.map((/** @type {[string, string | null]} */ [admission, discharge]) => ({
      admission,
      discharge,
    })),
  };
  const { lines, findings, ...made } = estimateOf(known, today, plan);
  const texts = lines.map(({ text }) => text);
  return { ...made, lines: texts, ...listed(/** @type {Finding[]} */ (findings)) };
}

/**
 * @param {any} facts
 * @param {Timeline} timeline
 */
function allowance({ stays, occurred }, timeline) {
  const known = stays.map((/** @type {[ItemName, string, string]} */ stay) => {
    const [item, admission, discharge] = stay;
    return { item, admission, discharge };
  });
  const { paid_days, amount, lines, findings } = calculate(known, timeline, occurred ?? {});
  return { paid_days, amount, lines: lines.map(({ text }) => text), ...listed(findings) };
}
