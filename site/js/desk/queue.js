/** @import {Count, Counts, Me} from "./contract.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Around} from "./around.js" */
/** @import {Desk, Place} from "./place.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, partIn } from "../dom.js";
import { count } from "../format.js";
import { CardTable } from "../card-table.js";
import { beside, bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { hashOf, placeOf, roomsOf } from "./place.js";
import { filter, unreadableWords } from "./queue-cells.js";
import { SavedFilters } from "./saved-filters.js";
import { SearchBox } from "./search-box.js";
import { Sorting } from "./sorting.js";

/** Of a queue; who has more narrows it by county or state. */
const MOST_PRINTED = 500;

/**
 * @template T
 * @typedef {{items: T[], unreadable: string[], next: string | null}} Listed
 */

/**
 * What came in at one desk, the most urgent first, or what a search finds.
 *
 * @template {{receipt: string, unit_name: string}} T What is queued.
 * @abstract
 */
export class QueueView {
  /** @type {Place} */
  place = placeOf("");
  /** @type {string | null} */
  next = null;
  /** @type {T[]} What is listed, as it came. */
  items = [];
  /** @type {Map<string, HTMLAnchorElement>} Each case that is listed, in order, by receipt. */
  links = new Map();
  /** @type {string[]} What was listed when the queue was left. */
  before = [];
  /** @type {{county: string, all: Counts} | null} How many there were at last. */
  counted = null;
  /** @type {(isMove: boolean) => void} Shows the place that the address names by now. */
  onPlace = () => {};
  /** @type {(number: string) => void} Asks about somebody by her whole ID number. */
  onIdNumber = () => {};

  /**
   * @param {Desk} desk Also the id of its section.
   * @param {StaffApi} api
   * @param {string} today ISO date.
   * @param {(error: unknown) => void} onError
   */
  constructor(desk, api, today, onError) {
    this.desk = desk;
    this.api = api;
    this.today = today;
    this.onError = onError;
    /** @type {string[]} */
    this.unreadable = [];
    this.section = byId(desk, HTMLElement);
    this.form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.box = new SearchBox(
      this.section,
      (words, isTyped) => this.#search(words, isTyped),
      (number) => this.onIdNumber(number),
    );
    this.found = partIn(this.section, "found");
    this.more = /** @type {HTMLButtonElement} */ (partIn(this.section, "more"));
    this.table = new CardTable(
      /** @type {HTMLTableElement} */ (this.section.querySelector("table")),
      [],
    );
    this.countsLine = RetryLine.behind(partIn(this.section, "filters"));
    this.moreLine = RetryLine.behind(this.table.table);
    this.more.addEventListener("click", () => resting(this.more, () => this.#showMore()));
    this.sorting = new Sorting(this.section, this.orders, (sort) => this.#sort(sort));
    this.saved = new SavedFilters(this.section, desk, () => {
      const order = this.sorting.words ? `，${this.sorting.words}` : "";
      return { name: `${this.caption}${order}`, hash: this.hash };
    });
    const printer = /** @type {HTMLButtonElement} */ (this.section.querySelector("[data-print]"));
    printer.addEventListener("click", () => resting(printer, () => this.#print()));
  }

  /**
   * @abstract
   * @returns {string} Said where nothing is queued.
   */
  get none() {
    throw new Error("not given");
  }

  /**
   * @abstract
   * @returns {string[]} The roles to which whom one calls is shown in full, and so found.
   */
  get seesContacts() {
    throw new Error("not given");
  }

  /** @param {Me} me Who is offered what she can search by. */
  offer({ roles }) {
    const byContact = roles.some((role) => this.seesContacts.includes(role));
    this.box.offer({ byContact, byIdNumber: roomsOf(roles).includes("people") });
  }

  /**
   * @abstract
   * @returns {string[]} The table's columns, for the place that is shown.
   */
  get columns() {
    throw new Error("not given");
  }

  /**
   * @abstract
   * @returns {string}
   */
  get caption() {
    throw new Error("not given");
  }

  /**
   * @returns {import("./sorting.js").Orders<T>} In what order may be listed, besides the most urgent first.
   */
  get orders() {
    return {};
  }

  /** Told before cells of a table are made from its first row on. */
  beginRows() {}

  /** The part of the queue that is shown, to come back to. */
  get hash() {
    const { desk } = this;
    return hashOf({ ...this.place, desk });
  }

  /**
   * @abstract
   * @param {T} _item
   * @param {HTMLAnchorElement} _link To the case.
   * @returns {Cell[]} In the order of the columns.
   */
  cells(_item, _link) {
    throw new Error("not given");
  }

  /**
   * The parts of the queue, for the place that is shown.
   *
   * @abstract
   * @param {Count[]} _counts
   * @returns {{words: string, state: string, isCurrent: boolean}[]}
   */
  filters(_counts) {
    throw new Error("not given");
  }

  /**
   * Fetches what belongs to a place; nothing is changed before all of it has come.
   *
   * @param {Place} place
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(place) {
    const { desk } = this;
    const isSame =
      hashOf({ ...place, desk, sort: "" }) === hashOf({ ...this.place, desk, sort: "" });
    const [queue, bringCounts] = await Promise.all([
      this.#listed(place, isSame ? this.links.size : 0),
      beside(() => this.#counts(place)),
    ]);
    return () => {
      this.before = [...this.links.keys()];
      this.items = [];
      this.place = place;
      this.box.show(place.q);
      this.sorting.show(place.sort, Boolean(place.q));
      this.#showFilters();
      bringCounts(this.countsLine, {
        show: (all) => {
          this.counted = { county: place.county, all };
          this.#showFilters();
        },
        onSignedOut: this.onError,
        isWanted: () => this.place === place,
      });
      this.table.setColumns(this.columns);
      this.#clear();
      this.unreadable = [];
      partIn(this.section, "caption").textContent = this.caption;
      this.#append(queue.items, queue);
      this.#say(queue.items.length);
    };
  }

  /**
   * @param {Place} place
   * @returns {Promise<Counts>} A search changes none: they are not counted again with each sign.
   */
  async #counts({ q, county }) {
    const { counted } = this;
    return q && counted?.county === county ? counted.all : this.api.counts(this.desk, county);
  }

  /**
   * The beginning of a queue, as far down as it was looked at before.
   *
   * @param {Place} place
   * @param {number} least How many are listed at least, where there are as many.
   * @returns {Promise<Listed<T>>}
   */
  async #listed(place, least) {
    /** @type {Listed<T>} */
    const all = await this.api.queue(this.desk, place);
    while (all.next !== null && all.items.length < least) {
      /** @type {Listed<T>} */
      const page = await this.api.queue(this.desk, place, all.next);
      all.items.push(...page.items);
      all.unreadable.push(...page.unreadable);
      all.next = page.next;
    }
    return all;
  }

  /**
   * @param {string} receipt Of a case that somebody comes back from.
   * @returns {HTMLAnchorElement | undefined} Where she goes on: its line, or that which followed it
   *   where it has left the queue.
   */
  lineOf(receipt) {
    const from = this.before.indexOf(receipt);
    const following = from < 0 ? [receipt] : this.before.slice(from);
    const shown = following.find((each) => this.links.has(each));
    return this.links.get(shown ?? "");
  }

  /**
   * @param {string} receipt
   * @returns {Promise<Around | null>} The cases before and after it as the queue was listed; null
   *   where it did not stand there. A decision takes none out before the queue is listed anew.
   */
  async around(receipt) {
    let listed = [...this.links.keys()];
    const index = listed.indexOf(receipt);
    if (index < 0) return null;
    if (index === listed.length - 1 && this.next !== null) {
      // Where the next page cannot be had, this is the last for now.
      await this.#addPage().catch(() => null);
      listed = [...this.links.keys()];
    }
    const { length } = listed;
    return {
      previous: listed[index - 1] ?? "",
      next: listed[index + 1] ?? "",
      words: `第 ${count(index + 1)} 份，${this.next === null ? "共" : "已列出"} ${count(length)} 份`,
    };
  }

  /** What is asked for besides the words of a search, as the form says. */
  get asked() {
    return {};
  }

  /**
   * @param {string} q
   * @param {boolean} isTyped She types on: nothing moves but what is listed.
   */
  #search(q, isTyped) {
    const { desk } = this;
    const { state, sort, q: before } = this.place;
    // What is searched for may be in any state.
    const hash = hashOf({ desk, sort, ...this.asked, ...(q ? { q } : { state }) });
    if (!isTyped) {
      // What was found as she typed is there already: she goes to it.
      if (hash === location.hash) this.onPlace(true);
      else location.hash = hash;
    } else if (q !== before) {
      // One way back for one search, however many signs it has.
      history[before ? "replaceState" : "pushState"](null, "", hash);
      this.onPlace(false);
    }
  }

  /** @param {string} sort What is listed is put into another order, where it stands. */
  #sort(sort) {
    this.place.sort = sort;
    history.replaceState(null, "", this.hash);
    this.#showFilters();
    this.#clear();
    this.#appendRows(this.items);
    this.#say(this.items.length);
  }

  #clear() {
    this.table.clear();
    this.links.clear();
    this.beginRows();
  }

  /** @returns {Promise<HTMLAnchorElement[]>} What was added; nothing where she has gone elsewhere. */
  async #addPage() {
    const { place, next } = this;
    const page = await this.api.queue(this.desk, place, next ?? "");
    if (place !== this.place || next !== this.next) return [];
    const added = this.#append(page.items, page);
    this.#say(this.table.body.rows.length);
    return added;
  }

  #showMore() {
    return bringPart(this.moreLine, () => this.#addPage(), {
      show: ([first]) => first?.focus(),
      onSignedOut: this.onError,
    });
  }

  /** Prints the whole queue, as far as anybody reads it on paper. */
  async #print() {
    const { place } = this;
    const isWanted = () => place === this.place;
    const rest = async () => {
      while (isWanted() && this.next !== null && this.links.size < MOST_PRINTED) {
        await this.#addPage();
      }
    };
    const part = { show: () => print(), onSignedOut: this.onError, isWanted };
    await bringPart(this.moreLine, rest, part);
  }

  /**
   * @param {T[]} items
   * @param {{unreadable: string[], next: string | null}} page
   * @returns {HTMLAnchorElement[]} Their links.
   */
  #append(items, { unreadable, next }) {
    // What a page shows may be found again by another part of its name.
    const added = items.filter(({ receipt }) => !this.links.has(receipt));
    this.items.push(...added);
    if (this.sorting.compare) this.#clear();
    this.#appendRows(this.sorting.compare ? this.items : added);
    this.unreadable.push(...unreadable);
    this.next = next;
    this.more.hidden = next === null;
    return added.flatMap(({ receipt }) => this.links.get(receipt) ?? []);
  }

  /** @param {T[]} items Put in order, among themselves. */
  #appendRows(items) {
    const rows = this.sorting.sorted(items).map((item) => {
      const link = element("a", { href: hashOf({ receipt: item.receipt }) }, item.unit_name);
      this.links.set(item.receipt, link);
      return this.cells(item, link);
    });
    this.table.append(rows);
  }

  #showFilters() {
    const { desk, counted } = this;
    const { q, county, sort } = this.place;
    const counts = counted?.county === county ? counted.all.counts : [];
    const filters = this.filters(counts).map(({ words, state, isCurrent }) =>
      filter(words, hashOf({ desk, county, state, sort }), isCurrent),
    );
    if (q) filters.unshift(filter("查找结果", this.hash, true));
    partIn(this.section, "filters").replaceChildren(...filters);
    this.saved.show(!q);
  }

  /** @param {number} shown */
  #say(shown) {
    const sorted = this.sorting.compare ? "，只排了列出的" : "";
    const rest = this.next === null ? "" : `，还有更多${sorted}`;
    const { q } = this.place;
    const none = q ? `没有找到${rest}。${this.box.searchable}` : this.none;
    const listed = shown ? `${q ? "找到" : "列出"} ${count(shown)} 份${rest}。` : none;
    this.found.textContent = `${listed}${unreadableWords(this.unreadable)}`;
    this.table.table.hidden = shown === 0;
  }
}

/**
 * @param {string} words
 * @param {number} number
 * @param {boolean} is_more
 */
export function filterWords(words, number, is_more) {
  return `${words} ${count(number)}${is_more ? "+" : ""}`;
}
