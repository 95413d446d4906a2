/** @import {RosterStateName} from "../contract.js" */
/** @import {Count, Me, Queued} from "./contract.js" */
/** @import {Place} from "./place.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, partIn } from "../dom.js";
import { count, day } from "../format.js";
import { CardTable } from "./card-table.js";
import { untilDue } from "./due.js";
import { hashOf } from "./place.js";
import { DUE, STATES } from "./words.js";

/** Length of a day at the beginning of a moment; the API writes moments as China's clocks show. */
const ISO_DAY = "2026-11-24".length;

/** The lists of one's counties, the most urgent first, or what a search finds. */
export class QueueView {
  section = byId("queue", HTMLElement);
  form = byId("search", HTMLFormElement);
  q = byId("search-q", HTMLInputElement);
  county = byId("search-county", HTMLSelectElement);
  found = byId("found", HTMLElement);
  caption = byId("queue-caption", HTMLElement);
  more = byId("more-rosters", HTMLButtonElement);
  table = new CardTable(
    /** @type {HTMLTableElement} */ (this.section.querySelector("table")),
    columnsOf("submitted"),
  );
  /** @type {Place} */
  place = { receipt: "", state: "", county: "", q: "" };
  /** @type {string | null} */
  next = null;

  /**
   * @param {StaffApi} api
   * @param {string} today ISO date.
   * @param {(error: unknown) => void} onError
   */
  constructor(api, today, onError) {
    this.api = api;
    this.today = today;
    this.onError = onError;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { state } = this.place;
      const [q, county] = [this.q.value.trim(), this.county.value];
      // What is searched for may be in any state.
      location.hash = hashOf(q ? { county, q } : { county, state });
    });
    this.more.addEventListener("click", () => this.#showMore());
  }

  /** @param {Me} me */
  offerCounties({ counties }) {
    const options = counties.map((name) => element("option", {}, name));
    const all = element("option", { value: "" }, `全部（${counties.length} 个）`);
    this.county.replaceChildren(all, ...options);
    partIn(this.section, "county").hidden = counties.length < 2;
  }

  /**
   * Fetches what belongs to a place; nothing is changed before all of it has come.
   *
   * @param {Place} place
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(place) {
    const [queue, { counts }] = await Promise.all([
      this.api.queue(place),
      this.api.counts(place.county),
    ]);
    return () => {
      this.place = place;
      this.q.value = place.q;
      this.county.value = place.county;
      this.#showFilters(counts);
      this.table.setColumns(columnsOf(stateShown(place)));
      this.table.clear();
      this.caption.textContent = captionOf(place);
      this.#append(queue.items, queue.next);
      this.#say(queue.items.length);
    };
  }

  async #showMore() {
    this.more.disabled = true;
    const { place } = this;
    try {
      const { items, next } = await this.api.queue(place, this.next ?? "");
      if (place !== this.place) return;
      const [first] = this.#append(items, next);
      first?.focus();
      this.#say(this.table.body.rows.length);
    } catch (error) {
      this.onError(error);
    } finally {
      this.more.disabled = false;
    }
  }

  /**
   * @param {Queued[]} items
   * @param {string | null} next
   * @returns {HTMLAnchorElement[]} Their links.
   */
  #append(items, next) {
    const state = stateShown(this.place);
    const links = items.map(linkTo);
    this.table.append(items.map((each, index) => this.#row(each, links[index] ?? "", state)));
    this.next = next;
    this.more.hidden = next === null;
    return links;
  }

  /**
   * @param {Queued} roster
   * @param {Node | string} link
   * @param {RosterStateName | null} state Null where lists of several are shown.
   */
  #row(roster, link, state) {
    const { urgency, words } = untilDue(roster, this.today);
    const left = words ? [element("b", { class: "due", "data-urgency": urgency }, words)] : [];
    return [
      [element("span", { class: "day" }, day(roster.due)), " ", ...left],
      [link, ...[roster.unit_kind, roster.receipt].flatMap((each) => [" ", aside(each)])],
      ...(state ? [] : [STATES[roster.state]]),
      roster.county,
      `${count(roster.people)} 人`,
      element("span", { class: "day" }, day(roster.submitted_at.slice(0, ISO_DAY))),
    ];
  }

  /** @param {Count[]} counts */
  #showFilters(counts) {
    const { q, county } = this.place;
    const current = stateShown(this.place);
    const filters = counts.map((each) =>
      filter(filterWords(each), hashOf({ county, state: each.state }), each.state === current),
    );
    if (q) filters.unshift(filter("查找结果", hashOf(this.place), true));
    byId("filters", HTMLUListElement).replaceChildren(...filters);
  }

  /** @param {number} shown */
  #say(shown) {
    const rest = this.next === null ? "" : "，还有更多";
    this.found.textContent = shown ? `列出 ${count(shown)} 份${rest}。` : "这里没有名单。";
    this.table.table.hidden = shown === 0;
  }
}

/**
 * @param {Place} place
 * @returns {RosterStateName | null}
 */
function stateShown({ state, q }) {
  if (q) return null;
  return state || "submitted";
}

/** @param {RosterStateName | null} state */
function columnsOf(state) {
  const due = state ? DUE[state] : "期限";
  return [due, "单位", ...(state ? [] : ["状态"]), "县（区）", "人数", "提交"];
}

/** @param {Place} place */
function captionOf(place) {
  const state = stateShown(place);
  const where = place.county ? `，${place.county}` : "";
  return state ? `${STATES[state]}的名单${where}` : `找到的名单${where}`;
}

/** @param {Queued} roster */
function linkTo({ receipt, unit_name }) {
  return element("a", { href: hashOf({ receipt }) }, unit_name);
}

/** @param {string} words Kept in one piece. */
function aside(words) {
  return element("span", { class: "hint" }, words);
}

/** @param {Count} counted */
function filterWords({ state, count: number, is_more }) {
  return `${STATES[state]} ${count(number)}${is_more ? "+" : ""}`;
}

/**
 * @param {string} words
 * @param {string} hash
 * @param {boolean} isCurrent
 */
function filter(words, hash, isCurrent) {
  const current = isCurrent ? { "aria-current": "page" } : {};
  return element("li", {}, element("a", { href: hash, ...current }, words));
}
