/** @import {Unit} from "../contract.js" */
import { recall } from "../access-codes.js";
import { getSubmission } from "../lookup.js";

/**
 * The unit as an accepted list has it, for the supplementary list that adds to it.
 *
 * @param {string} receipt Of the accepted list.
 * @returns {Promise<Unit | null>} Null where this tab does not know the list's code.
 */
export async function unitOf(receipt) {
  const code = recall(receipt);
  if (!code) return null;
  const { unit } = await getSubmission(receipt, code, "");
  // Who joins now has no old cover by that list.
  return { ...unit, old_last_day: null };
}
