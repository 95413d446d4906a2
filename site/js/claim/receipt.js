/** @import {ClaimParts, ClaimReceipt} from "../contract.js" */
import { partIn } from "../dom.js";
import { day, moment } from "../format.js";
import { startPrinting } from "../print-alone.js";
import { showReceipt } from "../receipt.js";
import { showMissing } from "./check-view.js";
import { showEstimate } from "./estimate-view.js";
import { showPayeePapers } from "./payee-papers.js";

/**
 * Shows what came back for a report.
 *
 * @param {HTMLElement} section
 * @param {ClaimReceipt} receipt
 * @param {ClaimParts} reported
 */
export function showClaimReceipt(section, receipt, { insured, unit, bank }) {
  showMissing(section, receipt.missing_papers);
  showPayeePapers(section, receipt.payee_papers);
  partIn(section, "no-account").hidden = bank !== null;
  partIn(section, "complete").hidden = receipt.missing_papers.length > 0;
  partIn(section, "estimate").hidden = receipt.estimate === null;
  partIn(section, "no-estimate").hidden = receipt.estimate !== null;
  if (receipt.estimate) showEstimate(section, receipt.estimate);
  showReceipt(section, receipt, {
    reported_at: moment(receipt.reported_at),
    in_time: inTimeWords(receipt),
    insured_name: insured.name ?? "",
    unit_name: unit.name ?? "",
  });
  startPrinting(section);
}

/**
 * @param {{report_by: string, late: boolean}} claim
 * @returns {string}
 */
export function inTimeWords({ report_by, late }) {
  const last = day(report_by);
  return late
    ? `报案期限到${last}，已经过了。本站照样收，有没有影响由保险公司核定。`
    : `在期限（${last}）之内。`;
}
