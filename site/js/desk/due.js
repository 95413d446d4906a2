/** @import {Queued} from "./contract.js" */
import { daysBetween } from "../rules/index.js";

/**
 * How long there is until a roster's next step is due.
 *
 * @param {Pick<Queued, "due" | "is_overdue" | "is_soon" | "state">} roster
 * @param {string} today ISO date.
 * @returns {{urgency: "overdue" | "soon" | "later", words: string}}
 */
export function untilDue({ due, is_overdue, is_soon, state }, today) {
  const left = daysBetween(today, due);
  if (is_overdue) return { urgency: "overdue", words: `已超期 ${Math.max(-left, 1)} 天` };
  if (left < 0) return { urgency: "later", words: state === "accepted" ? "已到期" : "" };
  const words = left === 0 ? "今天到期" : `还有 ${left} 天`;
  return { urgency: is_soon ? "soon" : "later", words };
}
