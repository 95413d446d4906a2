/** @import {Entry} from "./entry-list.js" */
import { readRows, rowsInWords } from "../row-numbers.js";

/**
 * Those whom the insurer does not insure, one by one, of entries that may name several rows.
 *
 * @param {Entry[]} entries
 * @returns {{refusals: {row: number, reason: string, article: string}[], unreadable: string[]}}
 *   `unreadable` are the fields whose row numbers cannot be read.
 */
export function refusalsOf(entries) {
  /** @type {string[]} */
  const unreadable = [];
  const refusals = entries.flatMap(({ rows = "", reason = "", article = "" }, index) => {
    const read = readRows(rows);
    if (!read) unreadable.push(`refusals.${index}.rows`);
    return (read ?? []).map((row) => ({ row, reason, article }));
  });
  return { refusals, unreadable };
}

/**
 * Entries of those whom the insurer does not insure; who is refused for the same reason shares one.
 *
 * @param {{row: number, reason: string, article: string}[]} refusals
 * @returns {Entry[]}
 */
export function entriesOf(refusals) {
  /** @type {Map<string, {rows: number[], reason: string, article: string}>} */
  const groups = new Map();
  for (const { row, reason, article } of refusals) {
    const key = `${article} ${reason}`;
    const group = groups.get(key) ?? { rows: [], reason, article };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ rows, ...why }) => ({ rows: rowsInWords(rows), ...why }));
}

/**
 * The control that the API's refusal is about. It counts the refused, the form entries.
 *
 * @param {Entry[]} entries
 * @param {string | null} field Such as `refusals.3.reason`, or `refusals` for all of them.
 * @param {number | null} row The row of the list that it is about.
 * @returns {string | null} Such as `refusals.0.reason`; null where there is no entry for it.
 */
export function refusalField(entries, field, row) {
  const [list, number, part = ""] = (field ?? "").split(".");
  if (list !== "refusals") return field;
  const entryOf = entries.flatMap(({ rows = "" }, index) =>
    (readRows(rows) ?? []).map(() => index),
  );
  const index = number === undefined ? entryWith(entries, row) : entryOf[Number(number)];
  if (index === undefined || index < 0) return null;
  return `refusals.${index}.${part === "row" || !part ? "rows" : part}`;
}

/**
 * @param {Entry[]} entries
 * @param {number | null} row
 */
function entryWith(entries, row) {
  return entries.findIndex(({ rows = "" }) => row !== null && readRows(rows)?.includes(row));
}
