/** @import {Fact} from "../fact-items.js" */
/** @import {Acceptance, Case} from "./contract.js" */
import { clerkInWords } from "../clerk-words.js";
import { given } from "../fact-items.js";
import { count, day, moment, yuan } from "../format.js";
import { rowsInWords } from "../row-numbers.js";
import { DAY_WORDS } from "./acceptance-words.js";
import { arrivalsInWords } from "./arrivals.js";
import { FUNDING } from "./words.js";

/**
 * @param {Case} roster
 * @returns {Fact[]} What the unit says of itself and of its list.
 */
export function factsOf({ unit, old_covers, ...roster }) {
  const excluded = rowsInWords(roster.excluded_rows);
  return given([
    ["回执号", `${roster.receipt}（第 ${roster.version} 版）`],
    ["补充名单", roster.supplements && `补充 ${roster.supplements}`],
    ["续保名单", roster.renews && `续 ${roster.renews}`],
    ["提交", moment(roster.submitted_at)],
    ["人数", `${count(roster.people)} 人，保险费 ${yuan(roster.premium.amount)}`],
    ["已经到的", arrivalsInWords(roster.arrivals)],
    ["最早生效", day(roster.cover_from)],
    ["旧保险（单位写的）", unit.old_last_day ? `到${day(unit.old_last_day)}为止` : ""],
    ["旧保险（本站记录的）", old_covers.map(oldCoverInWords).join("；")],
    ["单位性质", unit.kind],
    ["县（区）", unit.county],
    ["工会", unit.union ? "成立了" : "没有成立"],
    ["保险费由谁承担", FUNDING[unit.funding] ?? unit.funding],
    ["经办人", clerkInWords(unit)],
    ["信用代码", unit.credit_code],
    ["文件", roster.filename],
    ["单位去掉", excluded && `第 ${excluded} 行`],
  ]);
}

/**
 * @param {Acceptance} acceptance
 * @returns {Fact[]}
 */
export function policyFacts(acceptance) {
  return [
    ["保险单号", acceptance.policy_number],
    ["保险期间", `${day(acceptance.first_day)}到${day(acceptance.last_day)}`],
    ["生效日", acceptance.begins.message],
    ["承保", `${count(acceptance.people)} 人，保险费 ${yuan(acceptance.premium.amount)}`],
    ...premiumFacts(acceptance),
    [DAY_WORDS.consent_date, day(acceptance.consent_date)],
    [DAY_WORDS.premium_received_date, day(acceptance.premium_received_date)],
    [DAY_WORDS.policy_issued_date, day(acceptance.policy_issued_date)],
  ];
}

/**
 * @param {Acceptance} acceptance
 * @returns {Fact[]} Which of two sums holds, where there were two.
 */
export function premiumFacts({ two_sums }) {
  if (!two_sums) return [];
  const { message, article_label } = two_sums.why;
  return [["保险费以哪个为准", `${message}（${article_label ?? ""}）`]];
}

/** @param {Case["old_covers"][number]} cover */
function oldCoverInWords({ last_day, people }) {
  return `${count(people)} 人到${day(last_day)}为止`;
}
