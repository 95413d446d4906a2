/** @import {Queued} from "./contract.js" */
import { daysBetween } from "../rules/days.js";

/**
 * How long there is until a roster's next step is due.
 *
 * @param {Pick<Queued, "due" | "is_overdue" | "state">} roster
 * @param {string} today ISO date.
 * @returns {{urgency: "overdue" | "today" | "later", words: string}}
 */
export function untilDue({ due, is_overdue, state }, today) {
  const left = daysBetween(today, due);
  if (is_overdue) return { urgency: "overdue", words: `已超期 ${Math.max(-left, 1)} 天` };
  if (left < 0) return { urgency: "later", words: state === "accepted" ? "已到期" : "" };
  if (left === 0) return { urgency: "today", words: "今天到期" };
  return { urgency: "later", words: `还有 ${left} 天` };
}
