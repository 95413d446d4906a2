/** @import {Changes, List, Mend} from "../../contract.js" */
/** @import {Shortened} from "../prefilled.js" */
import { columns } from "../../rules/generated/columns.js";

/**
 * A list that was brought, and what was changed in it on the page.
 *
 * @typedef {object} Kept
 * @property {string} name Of the file, as the person knows it.
 * @property {List} brought
 * @property {Changes} changes
 * @property {boolean} [isWhole] Whether all of the changes were kept.
 * @property {boolean} [withNumbers] Whether she said that the device is her own.
 */

/**
 * @param {Kept} kept
 * @returns {List}
 */
export function withChanges({ brought, changes }) {
  return { ...brought, ...changes };
}

/** @typedef {Omit<Kept, "brought"> & {brought: List | Shortened}} KeptShort */

/**
 * Remembers in this tab which list was brought and what was changed in it, for a reload. Pasted
 * rows, ID numbers and the like stay only where she says that the device is her own.
 *
 * @param {string} draft Under which name.
 * @param {KeptShort} kept
 * @param {boolean} withNumbers
 */
export function keepMending(draft, { name, brought, changes }, withNumbers) {
  if (holdsPeople(brought) && !withNumbers) {
    forgetMending(draft);
    return;
  }
  const all = changes.mends ?? [];
  const mends = all.filter((mend) => withNumbers || isHarmless(mend));
  try {
    const isWhole = mends.length === all.length;
    const kept = { name, brought, changes: { ...changes, mends }, isWhole, withNumbers };
    sessionStorage.setItem(keyOf(draft), JSON.stringify(kept));
  } catch {
    // Storage may be switched off, or full: then there is no draft.
  }
}

/**
 * @param {string} draft
 * @returns {KeptShort | null}
 */
export function keptMending(draft) {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} draft */
export function forgetMending(draft) {
  try {
    sessionStorage.removeItem(keyOf(draft));
  } catch {
    // Storage may be switched off.
  }
}

/**
 * @param {List | Shortened} brought
 * @returns {boolean} Whether people stand in it, and not only by what they are known again.
 */
function holdsPeople(brought) {
  if ("mark" in brought) return false;
  return !("upload_id" in brought) || (brought.base !== undefined && holdsPeople(brought.base));
}

/** @param {Mend} mend */
function isHarmless({ field }) {
  return columns.some((column) => column.field === field && !column.is_sensitive);
}

/** @param {string} draft */
function keyOf(draft) {
  return `${draft}:list`;
}
