/** @import {Mendable} from "../contract.js" */
import { columns } from "../rules/generated/columns.js";

/** All that a list says of a person, in the form's order. */
export const FIELDS = columns.map(({ field }) => field);

/** @param {Mendable} field */
export function headerOf(field) {
  return columns.find((column) => column.field === field)?.header ?? field;
}

/**
 * What is said of a person, column by column.
 *
 * @param {(field: Mendable) => string} say
 */
export function valuesBy(say) {
  const said = FIELDS.map((field) => [field, say(field)]);
  return /** @type {Record<Mendable, string>} */ (Object.fromEntries(said));
}

/**
 * @param {Partial<Record<Mendable, string>>} said
 * @returns {string} `王芳，640…，教师`
 */
export function inWords(said) {
  return FIELDS.flatMap((field) => said[field] || []).join("，");
}
