/** @import {List, NextYear, RowRead} from "../contract.js" */
import { valuesBy } from "./columns.js";

/**
 * What a device may keep of a prefilled list: by which it is known again, and how many empty rows
 * were added. Its people are fetched again.
 *
 * @typedef {{mark: string, added: number}} Shortened
 */

/** A list that the service gave with the page, so that nobody has to bring it. */
export class Prefilled {
  /**
   * @param {Pick<NextYear, "people" | "list_mark"> & {name?: string, said?: Map<number, string[]>}}
   *   given `name` is what the list is called, `said` what is said of some of its rows already.
   */
  constructor({ people, list_mark, name = "上一年的名单", said = new Map() }) {
    this.mark = list_mark;
    this.people = people;
    this.name = name;
    this.said = said;
  }

  get isEmpty() {
    return this.people.length === 0;
  }

  /**
   * @param {number} [added] How many empty rows stand at its end, for people who are new.
   * @returns {List}
   */
  list(added = 0) {
    const empty = Array.from({ length: added }, () => valuesBy(() => ""));
    return { rows: [...this.people, ...empty] };
  }

  /**
   * @param {number} row
   * @returns {RowRead | undefined} What stands in it; nothing in a row that was added.
   */
  read(row) {
    const person = this.people[row - 1];
    return person && { row, ...person };
  }

  /**
   * @param {List} brought
   * @returns {number} How many rows were added; not a number if it is another list.
   */
  added(brought) {
    if (!("rows" in brought) || brought.base) return NaN;
    const { rows } = brought;
    const isThis = this.people.every((person, index) => person === rows[index]);
    return isThis ? rows.length - this.people.length : NaN;
  }

  /** @param {List} brought */
  is(brought) {
    return !Number.isNaN(this.added(brought));
  }

  /**
   * @param {List} brought
   * @returns {List | Shortened} Another list stays as it is.
   */
  shorten(brought) {
    return this.is(brought) ? { mark: this.mark, added: this.added(brought) } : brought;
  }

  /**
   * @param {List | Shortened} kept
   * @returns {List | null} Null where other people are in the list by now: what was changed in it
   *   would meet others.
   */
  restore(kept) {
    if (!("mark" in kept)) return kept;
    return kept.mark === this.mark ? this.list(kept.added) : null;
  }
}
