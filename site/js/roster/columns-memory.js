/** @import {SheetBeginning} from "../contract.js" */

const KEY = "roster-columns";
const MOST = 20;
/** Numbers, or what is left of one that was masked: no header then, but somebody's row. */
const PERSONAL = /\d{6}|\*\*/;

/**
 * The headers of a list, by which it is known again; they hold nobody's data.
 *
 * @param {SheetBeginning} sheet
 * @param {number} headerRow
 * @returns {string | null} Null where there is no header that could be remembered.
 */
export function headersOf(sheet, headerRow) {
  const row = sheet.rows[headerRow - sheet.first_row];
  if (headerRow < 1 || !row?.some(Boolean) || row.some((text) => PERSONAL.test(text))) return null;
  return row.join("\t");
}

/**
 * @param {string | null} headers
 * @returns {Record<string, number> | undefined} The column of each field, as it was chosen last.
 */
export function recall(headers) {
  return headers ? new Map(memory()).get(headers) : undefined;
}

/**
 * @param {string | null} headers
 * @param {Record<string, number>} columns By field.
 */
export function remember(headers, columns) {
  if (!headers) return;
  const others = memory().filter(([known]) => known !== headers);
  try {
    localStorage.setItem(KEY, JSON.stringify([[headers, columns], ...others].slice(0, MOST)));
  } catch {
    // Storage may be switched off: she chooses again next time.
  }
}

/** @returns {[string, Record<string, number>][]} The last one first. */
function memory() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}
