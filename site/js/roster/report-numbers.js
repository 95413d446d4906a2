/** @import {Report} from "../contract.js" */
/** @import {Layout} from "./layout.js" */
import { count, day, yuan } from "../format.js";
import { totalOf } from "./layout.js";

/**
 * The numbers of a report, for the page's words about it.
 *
 * @param {Report} report
 * @param {Layout} layout What was found, as it is shown.
 * @returns {Record<string, string>}
 */
export function inNumbers({ counts, premium, cover_from }, layout) {
  return {
    people: count(counts.people),
    errors: count(totalOf(layout.error)),
    warnings: count(totalOf(layout.warning)),
    premium: yuan(premium.amount),
    per_person: yuan(premium.per_person),
    capitals: premium.capitals,
    cover_from: day(cover_from),
  };
}
