import { count, day } from "../format.js";
import { labelOf } from "./picked-article.js";
import { withBasis } from "../sentence.js";

/** What each day of an acceptance is called beside the others. */
export const DAY_WORDS = {
  consent_date: "同意承保",
  premium_received_date: "收到保险费",
  policy_issued_date: "签发保险单",
  agreed_first_day: "约定生效日",
};

/**
 * @param {{consent_date: string, premium_received_date: string, policy_issued_date: string}} acts
 * @param {string} [besidePremium] What stands out in the day of the premium.
 * @returns {string} 同意承保 …；收到保险费 …；签发保险单 …
 */
export function actsInWords(acts, besidePremium = "") {
  const { consent_date, premium_received_date, policy_issued_date } = acts;
  return [
    `${DAY_WORDS.consent_date} ${day(consent_date)}`,
    `${DAY_WORDS.premium_received_date} ${day(premium_received_date)}${besidePremium}`,
    `${DAY_WORDS.policy_issued_date} ${day(policy_issued_date)}`,
  ].join("；");
}

/** @param {{first_day: string, last_day: string}} cover */
export function coverInWords({ first_day, last_day }) {
  return `${day(first_day)}零时起，到${day(last_day)}`;
}

/** @param {{people: number, refusals: unknown[]}} acceptance */
export function peopleInWords({ people, refusals }) {
  const out = refusals.length > 0 ? `，不承保 ${count(refusals.length)} 人` : "";
  return `承保 ${count(people)} 人${out}`;
}

/** @param {{row: number, reason: string, article: string}} refusal */
export function refusalInWords({ row, reason, article }) {
  return `第 ${row} 行不予承保：${withBasis(reason, labelOf(article))}`;
}
