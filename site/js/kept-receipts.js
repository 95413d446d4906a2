/**
 * The lists and reports that were submitted from this device: receipt and access code of each,
 * until whoever sits at it takes them away. Nobody's name or ID number is among them.
 *
 * @typedef {object} KeptReceipt
 * @property {string} receipt
 * @property {string} access_code
 * @property {string} submitted_at ISO moment.
 * @property {string} [unit_name] Of a list.
 * @property {number} [people] Of a list.
 * @property {string} [list_mark] The same for the same people; it says nothing of them.
 */

const NAME = "submitted-lists";
const KEPT_AT_MOST = 20;

/** @returns {KeptReceipt[]} The newest first; none where the browser keeps nothing. */
export function keptReceipts() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isReceipt) : [];
  } catch {
    return [];
  }
}

/**
 * @param {KeptReceipt} receipt
 * @returns {boolean} Whether the device has it now: asked of the store, not assumed.
 */
export function keepReceipt(receipt) {
  const others = keptReceipts().filter((each) => each.receipt !== receipt.receipt);
  const kept = [receipt, ...others].slice(0, KEPT_AT_MOST);
  store(kept);
  return keptReceipts()[0]?.receipt === receipt.receipt;
}

/**
 * Has the device know a list as it was corrected, where it knows the list.
 *
 * @param {{receipt: string, unit_name: string, people: number, list_mark: string}} corrected
 */
export function keepCorrection({ receipt, unit_name, people, list_mark }) {
  const receipts = keptReceipts().map((each) =>
    each.receipt === receipt ? { ...each, unit_name, people, list_mark } : each,
  );
  store(receipts);
}

/**
 * Takes one of them away.
 *
 * @param {string} receipt
 */
export function forgetReceipt(receipt) {
  store(keptReceipts().filter((each) => each.receipt !== receipt));
}

/** Takes all of them away. */
export function clearReceipts() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * @param {string} receipt
 * @returns {string} Its access code; empty where it is not kept.
 */
export function keptCode(receipt) {
  return keptReceipts().find((each) => each.receipt === receipt)?.access_code ?? "";
}

/**
 * The list that was submitted from here with the same people, if one was.
 *
 * @param {string} mark A report's `list_mark`.
 */
export function keptOfSameList(mark) {
  return keptReceipts().find((each) => mark && each.list_mark === mark);
}

/**
 * The newest list that was submitted from here for a unit, if one was.
 *
 * @param {string} unit Its name.
 */
export function keptOfUnit(unit) {
  return keptReceipts().find(({ unit_name }) => unit && unit_name === unit);
}

/** @param {any} kept */
function isReceipt(kept) {
  const { receipt, access_code, submitted_at } = kept ?? {};
  return [receipt, access_code, submitted_at].every((each) => typeof each === "string");
}

/** @param {KeptReceipt[]} receipts */
function store(receipts) {
  try {
    localStorage.setItem(NAME, JSON.stringify(receipts));
  } catch {
    // Storage may be full, or switched off: who reads it next sees what is there.
  }
}
