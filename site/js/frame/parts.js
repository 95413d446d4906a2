/**
 * The parts of the theme's page by the names that its templates give them; all pages have these.
 *
 * @param {"header" | "main"} name
 */
export function partOf(name) {
  const part = document.querySelector(`[data-md-component=${name}]`);
  return /** @type {HTMLElement} */ (part);
}

/**
 * @param {string} name
 * @returns {HTMLElement | null} A part that not every page has.
 */
export function partIfAny(name) {
  return document.querySelector(`[data-md-component=${name}]`);
}
