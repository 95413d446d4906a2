/** @import {BroughtList} from "../../types/api.js" */
/** @import {Queued} from "./contract.js" */

/**
 * A list that is to be accepted together with others, as it stood in the queue, or in the insurer's
 * file, where `brought` has what the file says of it.
 *
 * @typedef {Pick<Queued, "receipt" | "unit_name" | "version" | "people"> & {brought?: BroughtList}} Chosen
 */

/** More are not looked at in one go. */
export const MOST_CHOSEN = 100;

/** The lists that are to be accepted together: ticked in the queue, or brought by a file. */
export class ChosenLists {
  /** @type {Map<string, Chosen>} In the order in which they were chosen. */
  #lists = new Map();

  get all() {
    return [...this.#lists.values()];
  }

  get size() {
    return this.#lists.size;
  }

  /** @param {string} receipt */
  has(receipt) {
    return this.#lists.has(receipt);
  }

  /**
   * @param {Chosen} list
   * @returns {boolean} Whether there was room for it.
   */
  add(list) {
    if (!this.has(list.receipt) && this.size >= MOST_CHOSEN) return false;
    const { receipt, unit_name, version, people, brought } = list;
    this.#lists.set(receipt, { receipt, unit_name, version, people, ...(brought && { brought }) });
    return true;
  }

  /** @param {string} receipt */
  remove(receipt) {
    this.#lists.delete(receipt);
  }
}
