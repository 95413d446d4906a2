import { daysBetween } from "../rules/index.js";
import { ENDED_LISTS } from "./words.js";

/**
 * How long there is until a case's next step is due.
 *
 * @param {{due: string, is_overdue: boolean, is_soon: boolean, state: string}} item
 * @param {string} today ISO date.
 * @returns {{urgency: "overdue" | "soon" | "later", words: string}}
 */
export function untilDue({ due, is_overdue, is_soon, state }, today) {
  if (ENDED_LISTS.includes(state)) return { urgency: "later", words: "" };
  const left = daysBetween(today, due);
  if (is_overdue) return { urgency: "overdue", words: `已超期 ${Math.max(-left, 1)} 天` };
  if (left < 0) return { urgency: "later", words: state === "accepted" ? "已到期" : "" };
  const words = left === 0 ? "今天到期" : `还有 ${left} 天`;
  return { urgency: is_soon ? "soon" : "later", words };
}
