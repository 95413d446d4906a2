const TICKED = ["radio", "checkbox"];
const WITHOUT_ANSWER = ["file", "submit", "button", "reset", "output"];

/**
 * What has been typed and chosen in a form, as text; files and open questions are not in it.
 *
 * Not read with FormData: that makes a file for every input for files, also where none is chosen,
 * and the browser registers each. A report is read a dozen times at every answer.
 *
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} Trimmed, by the inputs' names.
 */
export function answersIn(form) {
  /** @type {Record<string, string>} */
  const given = {};
  for (const control of form.elements) {
    const [name, value] = answerOf(control);
    if (name && value) given[name] = value;
  }
  return given;
}

/**
 * @param {Element} control
 * @returns {[string, string]} Its name and its answer, which is empty where it has none.
 */
function answerOf(control) {
  if (!("name" in control && "value" in control && "type" in control)) return ["", ""];
  const type = String(control.type);
  const isOut = WITHOUT_ANSWER.includes(type) || control.matches(":disabled");
  if (isOut || (TICKED.includes(type) && !control.matches(":checked"))) return ["", ""];
  return [String(control.name), String(control.value).trim()];
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
