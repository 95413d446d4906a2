/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {Control} The control of this name, or the first radio button of it.
 */
export function controlOf(form, name) {
  return /** @type {Control} */ (form.querySelector(`[name="${CSS.escape(name)}"]`));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {string} What is typed in a control, without the space around it.
 */
export function textOf(form, name) {
  return controlOf(form, name).value.trim();
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} names Of controls, none of them to be ticked.
 * @returns {Record<string, string>} What stands in them, by name.
 */
export function valuesIn(form, names) {
  return Object.fromEntries(names.map((name) => [name, controlOf(form, name).value]));
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} names Of controls, none of them to be ticked.
 * @param {Record<string, any>} values By name; who has none is emptied.
 */
export function setValues(form, names, values) {
  for (const name of names) controlOf(form, name).value = values[name] ?? "";
}
