/** The checker's answers, and what the rules make of them. */
/** @import {Applicant, Plan, Verdict} from "../rules/types.js" */
import {
  addDays,
  anniversary,
  inForce,
  judgeApplicant,
  judgeSex,
  lastDay,
  waitingLastDay,
} from "../rules/index.js";

/**
 * @typedef {object} Birth
 * @property {string} day ISO date.
 * @property {Applicant["sex"]} sex
 *
 * @typedef {object} Answers A question that is not answered yet has no value.
 * @property {Applicant["relation"] | "man"} who
 * @property {"yes" | "no" | "unknown"} union
 * @property {Birth} birth
 * @property {"first" | "continuous" | "gap" | "unknown"} renewal
 * @property {Applicant["health"]} health
 * @property {string} start ISO date.
 *
 * @typedef {Pick<Verdict, "outcome" | "findings">} Conclusion
 * @typedef {"of_age" | "last_day_first_time" | "last_day_renewal" | "first_day" | "last_day"
 *   | "waiting_last_day" | "no_waiting"} DayName
 */

const UNION = { yes: true, no: false, unknown: null };
const RENEWAL = { first: false, gap: false, continuous: true, unknown: null };

/** @type {(keyof Answers)[]} In the order in which they are asked. */
export const QUESTIONS = ["who", "union", "birth", "renewal", "health", "start"];

/**
 * The question to ask next; a man is told at once.
 *
 * @param {Partial<Answers>} answers
 * @returns {keyof Answers | undefined} Nothing when the conclusion is due.
 */
export function firstOpen(answers) {
  if (answers.who === "man") return undefined;
  return QUESTIONS.find((question) => answers[question] === undefined);
}

/**
 * Which of the questions have been asked of this person.
 *
 * @param {Partial<Answers>} answers
 */
export function asked(answers) {
  return answers.who === "man" ? QUESTIONS.slice(0, 1) : QUESTIONS;
}

/**
 * @param {Partial<Answers>} answers None is open.
 * @returns {Conclusion}
 * @throws {RuleError} `date.out_of_range`; `plan.none_in_force`.
 */
export function conclude(answers) {
  if (answers.who === "man") return { outcome: "not_eligible", findings: judgeSex("male") };
  const { who, union, birth, renewal, health, start } = complete(answers);
  /** @type {Applicant} */
  const applicant = {
    birth_date: birth.day,
    sex: birth.sex,
    relation: /** @type {Applicant["relation"]} */ (who),
    health,
    union: UNION[union],
    renewal: RENEWAL[renewal],
  };
  return judgeApplicant(applicant, start, planFor(start));
}

/**
 * What may be told to others: the conclusion as it is whatever her health is, so that nobody can
 * tell from it how she is.
 *
 * @param {Partial<Answers>} answers None is open.
 * @returns {Conclusion}
 */
export function concludeForOthers(answers) {
  return conclude({ ...answers, health: "healthy" });
}

/**
 * The days that matter to her; those that are over before the expected start are left out.
 *
 * @param {Partial<Answers>} answers None is open.
 * @param {Conclusion} conclusion
 * @returns {Partial<Record<DayName, string>>} ISO dates.
 */
export function daysToRemember(answers, { outcome, findings }) {
  if (answers.who === "man" || answers.birth?.sex === "male") return {};
  const { birth, renewal, start } = complete(answers);
  const plan = planFor(start);
  const isTooYoung = findings.some(({ code }) => code === "eligibility.too_young");
  if (isTooYoung) return { of_age: anniversary(birth.day, plan.minimum_age.value) };
  if (outcome === "not_eligible") return {};
  return { ...ageLimits(birth, start, plan), ...coverFrom(start, plan, RENEWAL[renewal]) };
}

/**
 * The plan of a policy whose cover begins on a day: it was issued the day before, at the latest.
 *
 * @param {string} start
 */
function planFor(start) {
  return inForce(addDays(start, -1));
}

/**
 * @param {Birth} birth
 * @param {string} start
 * @param {Plan} plan
 */
function ageLimits({ day, sex }, start, plan) {
  /** @type {Applicant} */
  const anybody = {
    birth_date: day,
    sex,
    relation: "worker",
    health: "healthy",
    union: true,
    renewal: null,
  };
  const { last_day_first_time, last_day_renewal } = judgeApplicant(anybody, start, plan);
  const limits = Object.entries({ last_day_first_time, last_day_renewal });
  return Object.fromEntries(limits.filter(([, last]) => last >= start));
}

/**
 * @param {string} start
 * @param {Plan} plan
 * @param {boolean | null} renewal
 */
function coverFrom(start, plan, renewal) {
  /** @type {Partial<Record<DayName, string>>} */
  const days = { first_day: start, last_day: lastDay(start, plan) };
  const waiting = waitingLastDay(start, plan, false);
  if (renewal !== true && waiting) days.waiting_last_day = waiting;
  if (renewal !== false) days.no_waiting = start;
  return days;
}

/** @param {Partial<Answers>} answers */
function complete(answers) {
  const open = firstOpen(answers);
  if (open) throw new Error(`the question ${open} is open`);
  return /** @type {Answers} */ (answers);
}
