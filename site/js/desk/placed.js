/** @import {Finding} from "../contract.js" */
import { ProblemError } from "../api.js";

/**
 * @param {ProblemError} error
 * @param {(finding: Finding) => Finding} place Names the control that a finding is about.
 * @returns {ProblemError} The same refusal, with every finding at its control.
 */
export function placedBy({ problem }, place) {
  const findings = problem.findings?.map(place);
  return new ProblemError({ ...problem, ...(findings && { findings }) });
}

/**
 * @param {Finding} finding Of a part of a request: `what.since`.
 * @returns {Finding} At the control that is named as the part alone.
 */
export function atLastName(finding) {
  return { ...finding, field: finding.field?.split(".").at(-1) ?? null };
}
