/** @import {ClaimParts, ClaimStay} from "../contract.js" */
import { partOf } from "../form-answers.js";

/** Chosen where the insurer is to say which of the plan's diseases it is. */
export const OPEN_DISEASE = "open";

/** @type {Record<string, boolean>} */
const YES_NO = { yes: true, no: false };

/**
 * A report from what was answered.
 *
 * @param {Record<string, string>} answers By the names of the form's inputs.
 * @param {ClaimStay[]} stays
 * @returns {ClaimParts}
 */
export function claimOf(answers, stays) {
  const insured = partOf(answers, "insured.");
  const reporter = partOf(answers, "reporter.");
  const { name = "", phone = "" } = insured;
  return {
    insured,
    unit: partOf(answers, "unit."),
    diagnosis: diagnosisOf(answers),
    cover: {
      first_day: answers["cover.first_day"] ?? null,
      renewal: YES_NO[answers["cover.renewal"] ?? ""] ?? null,
      paid_before: YES_NO[answers["cover.paid_before"] ?? ""] ?? null,
    },
    stays: answers.hospitalised === "yes" ? stays : [],
    bank: answers.bank_when === "now" ? partOf(answers, "bank.") : null,
    reporter: isSelf(answers) ? { ...reporter, name, phone } : reporter,
    late_reason: answers.late_reason ?? null,
  };
}

/** @param {Record<string, string>} answers */
function diagnosisOf(answers) {
  const given = { specimen_date: null, ...partOf(answers, "diagnosis.") };
  return answers["diagnosis.disease"] === OPEN_DISEASE ? { ...given, disease: null } : given;
}

/**
 * Whether the insured person reports herself, so that her name and phone are the reporter's.
 *
 * @param {Record<string, string>} answers
 */
export function isSelf(answers) {
  return answers["reporter.relation"] === "self";
}
