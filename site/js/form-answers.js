/**
 * What has been typed and chosen in a form, as text; files and open questions are not in it.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} Trimmed, by the inputs' names.
 */
export function answersIn(form) {
  /** @type {Record<string, string>} */
  const given = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) given[name] = value.trim();
  }
  return given;
}

/**
 * Fills answers in again; names that the form does not have are left out.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} answers
 */
export function restoreAnswers(form, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = true;
    else if (control && "value" in control) control.value = value;
  }
}

/**
 * The answers to one part's questions.
 *
 * @param {Record<string, string>} answers
 * @param {string} prefix Such as `unit.`; the names lose it.
 * @returns {Record<string, string>}
 */
export function partOf(answers, prefix) {
  const part = Object.entries(answers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(part.map(([name, value]) => [name.slice(prefix.length), value]));
}
