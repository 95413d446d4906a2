import { element, partIn } from "../dom.js";

/**
 * @template T
 * @typedef {{words: string, compare: (a: T, b: T) => number}} Order
 */
/**
 * @template T
 * @typedef {Record<string, Order<T>>} Orders By their names in addresses.
 */

/** @type {Order<{unit_name: string}>} */
export const BY_UNIT = {
  words: "按单位名称",
  compare: (a, b) => a.unit_name.localeCompare(b.unit_name, "zh-CN"),
};

/**
 * The order of what a queue lists. The service gives the most urgent first, or what was searched for
 * by the words that it is found by; another order is that of what has been listed, not of all there is.
 *
 * @template T
 */
export class Sorting {
  /** @type {((a: T, b: T) => number) | null} Null: as the service gives it. */
  compare = null;
  /** What the order is called; empty: as the service gives it. */
  words = "";

  /**
   * @param {HTMLElement} section
   * @param {Orders<T>} orders
   * @param {(sort: string) => void} onSort
   */
  constructor(section, orders, onSort) {
    this.orders = orders;
    this.select = /** @type {HTMLSelectElement} */ (partIn(section, "sort"));
    this.asGiven = /** @type {HTMLOptionElement} */ (this.select.options[0]);
    this.mostUrgent = this.asGiven.text;
    for (const [value, { words }] of Object.entries(orders)) {
      this.select.append(element("option", { value }, words));
    }
    this.select.addEventListener("change", () => {
      this.#choose(this.select.value);
      onSort(this.select.value);
    });
  }

  /**
   * @param {string} sort Of a place; as the service gives it where it is none that is known.
   * @param {boolean} isSearched What is found comes by the words that it is found by.
   */
  show(sort, isSearched) {
    this.asGiven.text = isSearched ? (this.asGiven.dataset.searched ?? "") : this.mostUrgent;
    this.#choose(sort);
  }

  /** @param {string} sort */
  #choose(sort) {
    const order = Object.hasOwn(this.orders, sort) ? this.orders[sort] : null;
    this.compare = order?.compare ?? null;
    this.words = order?.words ?? "";
    this.select.value = order ? sort : "";
  }

  /**
   * @param {T[]} items
   * @returns {T[]} In the order that is shown.
   */
  sorted(items) {
    return this.compare ? [...items].sort(this.compare) : items;
  }
}

/**
 * @template T
 * @param {(item: T) => string | number} of
 * @returns {(a: T, b: T) => number} The least first.
 */
export function ascending(of) {
  return (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
}

/**
 * @template T
 * @param {(item: T) => string | number} of
 * @returns {(a: T, b: T) => number} The greatest first.
 */
export function descending(of) {
  const compare = ascending(of);
  return (a, b) => compare(b, a);
}
