/** @import {Entry} from "./entry-list.js" */
import { partIn } from "../dom.js";
import { readRows, rowsInWords } from "../row-numbers.js";
import { EntryList } from "./entry-list.js";
import { entriesOf, refusalField, refusalsOf } from "./refusals.js";

/**
 * @typedef {"refusals" | "old_covers_seen" | "accepted_rows"} Decided What may be decided of rows.
 * @typedef {Record<Decided, Entry[]>} Typed
 */

/** @type {Record<Decided, string>} What is decided, in a word. */
export const DECIDED = {
  old_covers_seen: "看过旧保险凭证",
  accepted_rows: "同意承保",
  refusals: "不予承保",
};

const NAMES = /** @type {Decided[]} */ (Object.keys(DECIDED));

/** Whom the insurer refuses, or insures though something had to be decided: lists of entries. */
export class RowDecisions {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.lists = /** @type {Record<Decided, EntryList>} */ (
      Object.fromEntries(NAMES.map((name) => [name, new EntryList(this.#box(name))]))
    );
  }

  /** @returns {Typed} */
  get values() {
    return /** @type {Typed} */ (
      Object.fromEntries(NAMES.map((name) => [name, this.lists[name].values]))
    );
  }

  /** @param {Partial<Typed>} typed */
  set values(typed) {
    for (const name of NAMES) this.lists[name].values = typed[name] ?? [];
  }

  /** @param {{row: number, reason: string, article: string}[]} refusals In place of those before. */
  refuse(refusals) {
    this.lists.refusals.values = entriesOf(refusals);
  }

  /**
   * Begins an entry about rows; what else it needs is left to type, and gets the focus.
   *
   * @param {Decided} name
   * @param {number[]} rows
   */
  begin(name, rows) {
    const entry = this.lists[name].add({ rows: rowsInWords(rows) });
    this.#box(name).dispatchEvent(new Event("input", { bubbles: true }));
    const [, next] = entry.querySelectorAll("[data-field]");
    if (!(next instanceof HTMLElement)) return;
    next.focus({ preventScroll: true });
    entry.scrollIntoView({ block: "center" });
  }

  /** @returns {Map<number, Decided[]>} What is decided of each row, as far as it can be read. */
  get byRow() {
    /** @type {Map<number, Decided[]>} */
    const found = new Map();
    for (const name of NAMES) {
      for (const { rows = "" } of this.lists[name].values) {
        for (const row of readRows(rows) ?? []) found.set(row, [...(found.get(row) ?? []), name]);
      }
    }
    return found;
  }

  /** As the API takes them; `unreadable` are the fields whose row numbers cannot be read. */
  read() {
    const { refusals, unreadable } = refusalsOf(this.lists.refusals.values);
    const seen = groupsOf("old_covers_seen", this.lists.old_covers_seen.values, unreadable);
    const accepted = groupsOf("accepted_rows", this.lists.accepted_rows.values, unreadable);
    return {
      decided: {
        refusals,
        old_covers_seen: seen.map(({ rows, last_day = "", paper = "" }) => ({
          rows,
          last_day,
          paper,
        })),
        accepted_rows: accepted.map(({ rows, reason = "" }) => ({ rows, reason })),
      },
      unreadable,
    };
  }

  /** @returns {{last_day: string, people: number}[]} The old cover of which papers were seen. */
  get oldCovers() {
    return this.lists.old_covers_seen.values.flatMap(({ rows = "", last_day = "" }) => {
      const people = readRows(rows)?.length ?? 0;
      return people > 0 && last_day ? [{ last_day, people }] : [];
    });
  }

  /**
   * The control that a finding of the API is about.
   *
   * @param {string | null} field
   * @param {number | null} row
   * @returns {string | null}
   */
  controlFor(field, row) {
    const values = this.values;
    if (field === "old_covers_seen" || field === "accepted_rows") {
      const index = values[field].findIndex(
        ({ rows = "" }) => row !== null && readRows(rows)?.includes(row),
      );
      return index < 0 ? null : `${field}.${index}.rows`;
    }
    return refusalField(values.refusals, field, row);
  }

  /** @param {string} name */
  #box(name) {
    const found = this.section.querySelector(`.entries[data-name="${name}"]`);
    return found instanceof HTMLElement ? found : partIn(this.section, name);
  }
}

/**
 * @param {string} name
 * @param {Entry[]} entries
 * @param {string[]} unreadable Gets the fields whose row numbers cannot be read.
 * @returns {(Omit<Entry, "rows"> & {rows: number[]})[]}
 */
function groupsOf(name, entries, unreadable) {
  return entries.map(({ rows = "", ...rest }, index) => {
    const read = readRows(rows);
    if (!read) unreadable.push(`${name}.${index}.rows`);
    return /** @type {any} */ ({ ...rest, rows: read ?? [] });
  });
}
