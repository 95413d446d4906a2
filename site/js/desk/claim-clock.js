/** @import {Claim} from "./contract.js" */
import { element } from "../dom.js";
import { day } from "../format.js";
import { untilDue } from "./due.js";

const PROVISIONAL = "（暂定：本站还没有收录那一年的放假安排）";

/**
 * Until when the next step of a claim is due, for an open one the payment (第十五条) or a reminder,
 * and how long that is.
 *
 * @param {Pick<Claim, "state" | "due" | "due_label" | "pay_by" | "papers_complete_on">} claim
 * @param {string} today ISO date.
 * @returns {(string | Node)[]} Nothing where no clock runs.
 */
export function clockOf(claim, today) {
  const { state, due } = claim;
  if (!due) return [];
  const item = { due, state, is_overdue: due < today, is_soon: due === today };
  const { urgency, words } = untilDue(item, today);
  return [
    `${clockInWords(claim)} `,
    element("b", { class: "due", "data-urgency": urgency }, words),
  ];
}

/**
 * @param {Pick<Claim, "due" | "due_label" | "pay_by" | "papers_complete_on">} claim
 * @returns {string} 材料齐全：2026年11月24日；赔付期限：2026年12月15日
 */
export function clockInWords({ due, due_label, pay_by, papers_complete_on }) {
  const since = papers_complete_on ? `材料齐全：${day(papers_complete_on)}；` : "";
  const provisional = pay_by?.provisional ? PROVISIONAL : "";
  return due ? `${since}${due_label}：${day(due)}${provisional}` : "";
}
