/** @import {Conclusion} from "./answers.js" */
import { finding } from "../rules/index.js";

const OUTCOMES = ["eligible", "ask", "not_eligible"];

/**
 * A conclusion as the part of an address after `#`, which browsers send to no server. It holds the
 * outcome and the codes of reasons; no answer, no date.
 *
 * @param {Conclusion} conclusion
 * @param {Set<string>} shareable The codes that a link may hold.
 * @returns {string}
 */
export function linkTo({ outcome, findings }, shareable) {
  const codes = findings.map(({ code }) => code).filter((code) => shareable.has(code));
  return `#${new URLSearchParams({ outcome, reasons: codes.join("~") })}`;
}

/**
 * @param {string} hash Of an address, from wherever it comes.
 * @param {Set<string>} shareable
 * @returns {Conclusion | null} Findings have a title and an article, but no message; null where
 *   the hash is no conclusion, or hides why somebody may not join: that could only be her health.
 */
export function conclusionIn(hash, shareable) {
  const given = new URLSearchParams(hash.slice(1));
  const outcome = OUTCOMES.find((known) => known === given.get("outcome"));
  if (!outcome) return null;
  const codes = (given.get("reasons") ?? "").split("~").filter((code) => shareable.has(code));
  if (outcome !== "eligible" && codes.length === 0) return null;
  return {
    outcome: /** @type {Conclusion["outcome"]} */ (outcome),
    findings: [...new Set(codes)].map((code) => ({ ...finding(code), message: "" })),
  };
}
