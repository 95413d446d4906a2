/** @import {Claim} from "./contract.js" */
import { element } from "../dom.js";
import { day } from "../format.js";
import { untilDue } from "./due.js";
import { OPEN_CLAIMS } from "./words.js";

/**
 * Until when a claim is to be paid (第十五条), and how long that is.
 *
 * @param {Pick<Claim, "state" | "pay_by" | "papers_complete_on">} claim
 * @param {string} today ISO date.
 * @returns {(string | Node)[]} Nothing where no clock runs.
 */
export function clockOf({ state, pay_by, papers_complete_on }, today) {
  if (!pay_by || !OPEN_CLAIMS.includes(state)) return [];
  const due = pay_by.day;
  const { urgency, words } = untilDue(
    { due, state, is_overdue: due < today, is_soon: due === today },
    today,
  );
  const since = papers_complete_on ? `材料齐全：${day(papers_complete_on)}；` : "";
  return [
    `${since}最晚到账：${day(due)}${pay_by.provisional ? "（暂定：那一年的放假安排还没有公布）" : ""} `,
    element("b", { class: "due", "data-urgency": urgency }, words),
  ];
}
