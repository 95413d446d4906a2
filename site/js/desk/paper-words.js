/** @import {ClaimPaper} from "./contract.js" */
import { moment } from "../format.js";
import { whoInWords } from "./words.js";
import { withBasis } from "../sentence.js";

const UNDECIDED = "还没有审核";

/**
 * @param {Pick<ClaimPaper, "state">} paper
 * @returns {boolean} Whether its file may be opened: it has left quarantine.
 */
export function isShowable({ state }) {
  return state === "accepted" || state === "unscanned";
}

/**
 * @param {Pick<ClaimPaper, "state_label" | "findings">} paper
 * @returns {string} What was found in its file.
 */
export function checkInWords({ state_label, findings }) {
  const titles = findings.map(({ title }) => title).join("；");
  return titles ? `${state_label}：${titles}` : state_label;
}

/**
 * @param {Pick<ClaimPaper, "decision">} paper
 * @returns {{outcome: string, why: string, who: string}} What was decided on it, after that why,
 *   and by whom and when; each empty where there is nothing to say.
 */
export function decisionParts({ decision }) {
  if (!decision) return { outcome: "", why: UNDECIDED, who: "" };
  const { outcome, reason, article_label, by, at } = decision;
  return {
    outcome: outcome === "accepted" ? "合格" : "已退回",
    why: reason ? `：${withBasis(reason, article_label)}` : "",
    who: `${whoInWords(by)} ${moment(at)}`,
  };
}
