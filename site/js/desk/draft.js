/**
 * What was typed for a decision, kept in this tab until it is done: neither signing in again nor
 * somebody who was faster may cost it. It goes with the tab, when she signs out, and when somebody
 * else signs in.
 */
const PREFIX = "desk-draft:";
/** Who typed it. */
const WHOSE = "whose";
/** The form that was open. */
const OPEN = "open";

/** @typedef {{receipt: string, opener: string}} OpenForm Of which case, and what opens it. */

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

/** @returns {OpenForm | null} */
export function recallOpenForm() {
  return recallDraft(OPEN);
}

/** @param {OpenForm | null} form Null: none is open any more. */
export function keepOpenForm(form) {
  keepDraft(OPEN, form);
}

/**
 * Somebody has signed in: what somebody else has typed in this tab is not hers.
 *
 * @param {string} whose
 */
export function claimDrafts(whose) {
  if (recallDraft(WHOSE) === whose) return;
  forgetDrafts();
  keepDraft(WHOSE, whose);
}

/** Leaves nothing of what was typed in this tab. */
export function forgetDrafts() {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // Storage may be switched off: then there is nothing.
  }
}
