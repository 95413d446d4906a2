import { keptCode } from "./kept-receipts.js";

/**
 * Access codes of what was submitted in this tab, so that the next page need not ask again.
 * They live as long as the tab, those of lists until this device is cleared of them; they never
 * stand in an address.
 */
const PREFIX = "access-code:";

/**
 * @param {string} receipt
 * @param {string} code
 */
export function remember(receipt, code) {
  try {
    sessionStorage.setItem(PREFIX + receipt, code);
  } catch {
    // Storage may be switched off; the person then types the code.
  }
}

/**
 * Forgets it in this tab, when the device is cleared of it.
 *
 * @param {string} receipt
 */
export function forget(receipt) {
  try {
    sessionStorage.removeItem(PREFIX + receipt);
  } catch {
    // What keeps nothing has nothing to forget.
  }
}

/**
 * @param {string} receipt
 * @returns {string} Empty where none is known.
 */
export function recall(receipt) {
  try {
    return sessionStorage.getItem(PREFIX + receipt) ?? keptCode(receipt);
  } catch {
    return "";
  }
}
