/**
 * One thing to put right.
 *
 * @typedef {object} Fault
 * @property {string | null} field The name of the input it belongs to.
 * @property {string} title What is wrong, in a few words.
 * @property {string} text Why, and what to do.
 */

/**
 * @param {string | null} field
 * @param {string} text
 * @param {string} [title]
 * @returns {Fault}
 */
export function fault(field, text, title = text) {
  return { field, title, text };
}
