/**
 * Who may join (参保条件): 第三, 第四, 第五, 第十 and 第十九条.
 *
 * Ages are completed years (周岁) on the first day of cover. Joining for the first time, or after a
 * gap, has a lower limit than continuous renewal (连续续保).
 */
/** @import {Applicant, Finding, Plan, Verdict} from "./types.js" */
import { check, completedYears, daysBetween, lastDayOfYears } from "./days.js";
import { oneOf, yesNo } from "./facts.js";
import { finding } from "./finding.js";
import { limits } from "./generated/limits.js";

const SEXES = ["female", "male"];
const RELATIONS = ["worker", "wife_of_worker", "other_relative"];
const HEALTH = ["healthy", "cancer_of_the_plan", "cancer_cured", "other_serious_illness"];
const NO_QUESTION = "eligibility.soon_too_old";

/**
 * Whether the person may join when cover begins on a day.
 *
 * @param {Applicant} applicant
 * @param {string} coverFrom ISO date.
 * @param {Plan} plan
 * @returns {Verdict}
 * @throws {RuleError} `date.out_of_range`; `applicant.sex`, `.relation`, `.health`, `.union` or
 *   `.renewal`, the fact has no such value.
 */
export function judge(applicant, coverFrom, plan) {
  checkApplicant(applicant);
  const born = applicant.birth_date;
  const findings = [
    ...judgeUnion(applicant.union),
    ...judgeSex(applicant.sex),
    ...judgeRelation(applicant.relation),
    ...judgeAge(born, check(coverFrom), plan, applicant.renewal),
    ...judgeHealth(applicant.health, applicant.renewal),
  ];
  return {
    outcome: outcomeOf(findings),
    findings,
    last_day_first_time: lastDayOfAge(born, plan.maximum_age.value),
    last_day_renewal: lastDayOfAge(born, plan.maximum_age_renewal.value),
  };
}

/**
 * The day before the next birthday: the last on which somebody is `age` years old.
 *
 * @param {string} born
 * @param {number} age
 * @throws {RuleError} `date.out_of_range`.
 */
export function lastDayOfAge(born, age) {
  return lastDayOfYears(check(born), age + 1);
}

/**
 * 第三条: only women are insured.
 *
 * @param {Applicant["sex"]} sex
 * @throws {RuleError} `applicant.sex`.
 */
export function judgeSex(sex) {
  return oneOf(sex, SEXES, "applicant.sex") === "female" ? [] : [finding("eligibility.male")];
}

/**
 * 第三、四条: the age on the first day of cover. A warning also says when the limit is near.
 *
 * @param {string} born
 * @param {string} coverFrom
 * @param {Plan} plan
 * @param {boolean | null} renewal
 * @returns {Finding[]}
 * @throws {RuleError} `date.out_of_range`, one of them is no day; `applicant.renewal`.
 */
export function judgeAge(born, coverFrom, plan, renewal) {
  yesNo(renewal, "applicant.renewal");
  const age = completedYears(born, coverFrom);
  if (age < 0) return [finding("id_number.birth_date")];
  if (age < plan.minimum_age.value) {
    const limit = plan.minimum_age.value;
    return [finding("eligibility.too_young", { cover_from: coverFrom, age, limit })];
  }
  if (age < plan.maximum_age.value) return [];
  const above = judgeAboveFirst(age, coverFrom, plan, renewal);
  if (above.some(({ severity }) => severity === "error")) return above;
  const limit = renewal || above.length > 0 ? plan.maximum_age_renewal : plan.maximum_age;
  return [...above, ...judgeNearness(lastDayOfAge(born, limit.value), coverFrom)];
}

/** @param {Applicant} applicant */
function checkApplicant({ birth_date, sex, relation, health, union, renewal }) {
  check(birth_date);
  oneOf(sex, SEXES, "applicant.sex");
  oneOf(relation, RELATIONS, "applicant.relation");
  oneOf(health, HEALTH, "applicant.health");
  yesNo(union, "applicant.union");
  yesNo(renewal, "applicant.renewal");
}

/**
 * @param {number} age
 * @param {string} coverFrom
 * @param {Plan} plan
 * @param {boolean | null} renewal
 */
function judgeAboveFirst(age, coverFrom, plan, renewal) {
  const limit = plan.maximum_age.value;
  const renewalLimit = plan.maximum_age_renewal.value;
  if (age <= (renewal ? renewalLimit : limit)) return [];
  let code = renewal === false ? "eligibility.first_time_too_old" : "eligibility.renewal_only";
  if (age > renewalLimit) code = "eligibility.too_old";
  return [finding(code, { cover_from: coverFrom, age, limit, renewal_limit: renewalLimit })];
}

/**
 * @param {string} lastDay
 * @param {string} coverFrom
 */
function judgeNearness(lastDay, coverFrom) {
  const days = daysBetween(coverFrom, lastDay);
  if (days > limits.soon) return [];
  return [finding(NO_QUESTION, { cover_from: coverFrom, last_day: lastDay, days })];
}

/**
 * 第十九条: only units that have set up a union.
 *
 * @param {boolean | null} union
 */
function judgeUnion(union) {
  if (union) return [];
  return [finding(union === null ? "eligibility.union_unknown" : "unit.no_union")];
}

/**
 * 第三、十条: “配偶等” and “家属” leave other women of the family to the insurer.
 *
 * @param {Applicant["relation"]} relation
 */
function judgeRelation(relation) {
  return relation === "other_relative" ? [finding("eligibility.other_relative")] : [];
}

/**
 * 第三、五条: 身体健康; in continuous renewal only the item already paid has ended.
 *
 * @param {Applicant["health"]} health
 * @param {boolean | null} renewal
 */
function judgeHealth(health, renewal) {
  if (health === "healthy") return [];
  if (health === "other_serious_illness") return [finding("eligibility.other_illness")];
  if (health === "cancer_cured" && !renewal) return [finding("eligibility.cancer_cured")];
  if (renewal === null) return [finding("eligibility.cancer_renewal_unknown")];
  return [finding(renewal ? "eligibility.cancer_renewal" : "eligibility.cancer_first_time")];
}

/**
 * @param {Finding[]} findings
 * @returns {Verdict["outcome"]}
 */
function outcomeOf(findings) {
  if (findings.some(({ severity }) => severity === "error")) return "not_eligible";
  const asks = findings.some(
    ({ severity, code }) => severity === "warning" && code !== NO_QUESTION,
  );
  return asks ? "ask" : "eligible";
}
