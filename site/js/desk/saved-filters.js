import { element, partIn } from "../dom.js";
import { hashOf, placeOf } from "./place.js";
import { filter } from "./queue-cells.js";

/**
 * Parts of queues that somebody comes back to, kept on this device: state, county and order, never
 * what was searched for.
 *
 * @typedef {{name: string, hash: string}} SavedFilter
 */

const NAME = "desk-filters";
const KEPT_AT_MOST = 20;

/** @returns {SavedFilter[]} The first first; none where the browser keeps nothing. */
export function savedFilters() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isFilter) : [];
  } catch {
    return [];
  }
}

/** @param {SavedFilter} filter The oldest gives way to it where there are too many. */
export function saveFilter(filter) {
  const others = savedFilters().filter(({ hash }) => hash !== filter.hash);
  store([...others, filter].slice(-KEPT_AT_MOST));
}

/** @param {string} hash */
export function dropFilter(hash) {
  store(savedFilters().filter((each) => each.hash !== hash));
}

/** @param {SavedFilter[]} filters */
function store(filters) {
  try {
    localStorage.setItem(NAME, JSON.stringify(filters));
  } catch {
    // Storage may be switched off, or full: then nothing is kept.
  }
}

/** @param {any} kept What stands in the store, whoever has written it. */
function isFilter(kept) {
  const { name, hash } = kept ?? {};
  return typeof name === "string" && typeof hash === "string" && hashOf(placeOf(hash)) === hash;
}

/** The saved parts of one queue, and the button that saves the one that is shown. */
export class SavedFilters {
  /**
   * @param {HTMLElement} section Of the queue.
   * @param {string} desk
   * @param {() => SavedFilter} current What is shown.
   */
  constructor(section, desk, current) {
    this.desk = desk;
    this.current = current;
    this.list = partIn(section, "saved");
    this.save = /** @type {HTMLElement} */ (section.querySelector("[data-save]"));
    this.save.addEventListener("click", () => {
      saveFilter(this.current());
      this.show(true);
      this.list.querySelector("li:last-child a")?.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {boolean} maySave Not what was found by a search. */
  show(maySave) {
    const shown = this.current().hash;
    const filters = savedFilters().filter(({ hash }) => placeOf(hash).desk === this.desk);
    this.save.hidden = !maySave || filters.some(({ hash }) => hash === shown);
    this.list.hidden = filters.length === 0;
    this.list.replaceChildren(
      ...filters.map((each) => this.#item(each, each.hash === shown, maySave)),
    );
  }

  /**
   * @param {SavedFilter} filter
   * @param {boolean} isCurrent
   * @param {boolean} maySave
   */
  #item({ name, hash }, isCurrent, maySave) {
    const drop = element("button", { type: "button", class: "plain" }, "去掉");
    drop.setAttribute("aria-label", `去掉存下的“${name}”`);
    drop.addEventListener("click", () => {
      dropFilter(hash);
      this.show(maySave);
      this.save.focus();
    });
    const item = filter(name, hash, isCurrent);
    item.append(drop);
    return item;
  }
}
