/** @import {Estimate, EstimateLine} from "../contract.js" */
import { element, fill, partIn } from "../dom.js";
import { count, day, yuan } from "../format.js";
import { reasonItem } from "../reasons.js";

const OPEN = "还不能估算";
const NO_STAYS = "没有填住院的日子";

/**
 * Shows an estimate and its arithmetic.
 *
 * @param {HTMLElement} section Holds the template claim/estimate.html.
 * @param {Estimate} estimate
 */
export function showEstimate(section, estimate) {
  fill(section, {
    total: sumOf(estimate.total),
    lump_sum: sumOf(estimate.lump_sum),
    refund: yuan(estimate.refund),
    paid_days: estimate.lines.length > 0 ? `${count(estimate.paid_days)} 天` : "",
    allowance: estimate.lines.length > 0 ? sumOf(estimate.allowance) : NO_STAYS,
  });
  partIn(section, "assumed").hidden = !estimate.assumed_cover || estimate.lines.length === 0;
  partIn(section, "refund").hidden = estimate.refund === 0;
  const lines = partIn(section, "lines");
  lines.hidden = estimate.lines.length === 0;
  lines.replaceChildren(...estimate.lines.map(lineItem));
  const findings = estimate.findings.map((each) => reasonItem(each));
  partIn(section, "estimate-findings").replaceChildren(...findings);
}

/** @param {number | null} amount */
function sumOf(amount) {
  return amount === null ? OPEN : yuan(amount);
}

/** @param {EstimateLine} line */
export function lineItem({ admission, discharge, known_until, text }) {
  const until = discharge
    ? `${day(discharge)}出院`
    : `到${day(known_until ?? admission)}还没有出院`;
  return element("li", {}, `${day(admission)}入院，${until}：`, element("b", {}, text));
}
