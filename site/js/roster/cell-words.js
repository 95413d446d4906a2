/** @typedef {{severity: string, title: string, message: string, fix: string}} Words */

let boxes = 0;

/**
 * Says beside an input what was found in it.
 *
 * @param {HTMLInputElement} input
 * @param {Words[]} words None where there is nothing to say.
 */
export function sayBeside(input, words) {
  const box = /** @type {HTMLElement} */ (input.parentElement?.querySelector(".mend-why"));
  // Not of the input's, which changes with the number of its row.
  box.id ||= `cell-why-${(boxes += 1)}`;
  const text = words.map(({ title, message, fix }) => `${title}：${message}${fix}`).join("\n");
  if (box.textContent !== text) box.textContent = text;
  box.dataset.severity = words[0]?.severity ?? "";
  input.toggleAttribute("data-wanted", words.length > 0);
  if (words.some(({ severity }) => severity === "error")) {
    input.setAttribute("aria-invalid", "true");
  } else input.removeAttribute("aria-invalid");
  if (words.length > 0) input.setAttribute("aria-describedby", box.id);
  else input.removeAttribute("aria-describedby");
}

/**
 * What the page itself can say of an ID number while it is typed. The rules are fetched when they
 * are first wanted: most lists need none of it.
 *
 * @param {string} value
 * @returns {Promise<Words[]>} None where the rules cannot be fetched; the server judges anyway.
 */
export async function wordsAbout(value) {
  const rules = await import("../rules/index.js").catch(() => null);
  if (!rules) return [];
  const { parseIdNumber, RuleError } = rules;
  try {
    parseIdNumber(value);
    return [];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return [error.finding("id_number")];
  }
}
