/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {Control} The control of this name, or the first radio button of it.
 */
export function controlOf(form, name) {
  return /** @type {Control} */ (form.querySelector(`[name="${CSS.escape(name)}"]`));
}
