/** @import {Changes as Asked, Mend, Mendable} from "../../contract.js" */
import { FIELDS } from "../columns.js";

/**
 * One cell as it was before a step, or whether the row was left out (`field` is null then).
 *
 * @typedef {object} Before
 * @property {number} row
 * @property {Mendable | null} field
 * @property {string | boolean | undefined} value Undefined: as the list has it.
 */

/** What a person has changed in a list on the page, step by step, so that each can be undone. */
export class Changes {
  /** @type {Map<number, Map<Mendable, string>>} */
  #mends = new Map();
  /** @type {Set<number>} */
  #out = new Set();
  /** @type {Before[][]} */
  #steps = [];

  /** @param {Asked} [kept] As `asked` gave it. */
  constructor({ mends = [], exclude_rows = [] } = {}) {
    for (const { row, field, value } of mends) this.#put({ row, field, value });
    for (const row of exclude_rows) this.#out.add(row);
  }

  get canUndo() {
    return this.#steps.length > 0;
  }

  /** @returns {number[]} Every row that differs from the list. */
  get rows() {
    return [...new Set([...this.#mends.keys(), ...this.#out])];
  }

  /**
   * @param {number} row
   * @param {Mendable} field
   * @returns {string | undefined} Undefined where it is as the list has it.
   */
  value(row, field) {
    return this.#mends.get(row)?.get(field);
  }

  /** @param {number} row */
  isLeftOut(row) {
    return this.#out.has(row);
  }

  /**
   * @param {number} row
   * @param {Mendable} field
   * @param {string | undefined} value Undefined: as the list has it.
   * @returns {boolean} Whether that changed anything, as of the other changes.
   */
  mend(row, field, value) {
    return this.#step([{ row, field, value }]);
  }

  /**
   * @param {number} row
   * @param {boolean} isOut
   */
  leaveOut(row, isOut) {
    return this.#step([{ row, field: null, value: isOut }]);
  }

  /**
   * Makes a row what it is in the list, in one step.
   *
   * @param {number} row
   */
  restore(row) {
    const cells = [...(this.#mends.get(row)?.keys() ?? [])];
    return this.#step([
      ...cells.map((field) => ({ row, field, value: undefined })),
      ...(this.#out.has(row) ? [{ row, field: null, value: false }] : []),
    ]);
  }

  /** @returns {Before | undefined} The first cell of the step that was undone. */
  undo() {
    const step = this.#steps.pop();
    for (const before of step ?? []) this.#put(before);
    return step?.[0];
  }

  /** @returns {Asked} As the API takes them, rows ascending; nothing where nothing was changed. */
  asked() {
    const mends = [...this.#mends]
      .sort(([one], [other]) => one - other)
      .flatMap(([row, cells]) => mendsOf(row, cells));
    const out = [...this.#out].sort((one, other) => one - other);
    return {
      ...(mends.length > 0 ? { mends } : {}),
      ...(out.length > 0 ? { exclude_rows: out } : {}),
    };
  }

  /** @param {Before[]} step */
  #step(step) {
    const before = step.map(({ row, field }) => ({ row, field, value: this.#now(row, field) }));
    if (step.every(({ value }, index) => value === before[index]?.value)) return false;
    this.#steps.push(before);
    for (const each of step) this.#put(each);
    return true;
  }

  /**
   * @param {number} row
   * @param {Mendable | null} field
   */
  #now(row, field) {
    return field ? this.value(row, field) : this.isLeftOut(row);
  }

  /** @param {Before} place With what shall stand there. */
  #put({ row, field, value }) {
    if (!field) {
      if (value) this.#out.add(row);
      else this.#out.delete(row);
      return;
    }
    const cells = this.#mends.get(row) ?? new Map();
    if (typeof value === "string") cells.set(field, value);
    else cells.delete(field);
    if (cells.size > 0) this.#mends.set(row, cells);
    else this.#mends.delete(row);
  }
}

/**
 * @param {number} row
 * @param {Map<Mendable, string>} cells
 * @returns {Mend[]}
 */
function mendsOf(row, cells) {
  return FIELDS.flatMap((field) => {
    const value = cells.get(field);
    return value === undefined ? [] : [{ row, field, value }];
  });
}
