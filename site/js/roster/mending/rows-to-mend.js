/** @import {List} from "../../contract.js" */

/**
 * The rows to mend, with the list that they belong to as it stands in the page.
 *
 * @param {List} list With its mends; perhaps rows were put into it before.
 * @param {List} rows As they were brought.
 * @returns {List}
 */
export function withRowsToMend({ base, mends, exclude_rows: _, ...list }, rows) {
  const whole = base ?? list;
  return { ...rows, base: mends ? { ...whole, mends } : whole };
}
