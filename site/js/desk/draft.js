/**
 * What was typed for a decision, kept in this tab until it is done: neither signing in again nor
 * somebody who was faster may cost it.
 */
const PREFIX = "desk-draft:";

/**
 * @param {string} name
 * @returns {any} Null where there is none.
 */
export function recallDraft(name) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} typed Null: there is nothing to keep any more.
 */
export function keepDraft(name, typed) {
  try {
    if (typed === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(typed));
  } catch {
    // Storage may be switched off: then there is no draft.
  }
}
