/** @import {RosterStateName} from "../contract.js" */
/** @import {Count, Me, Queued} from "./contract.js" */
/** @import {ChosenLists} from "./chosen.js" */
/** @import {Place} from "./place.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { count } from "../format.js";
import { ARRIVED } from "./arrivals.js";
import { aside, dueCell, heldBy, wholeDay } from "./queue-cells.js";
import { filterWords, QueueView } from "./queue.js";
import { Choosing } from "./choosing.js";
import { roomsOf } from "./place.js";
import { PAPERS } from "./policy-papers.js";
import { BY_UNIT, descending, ascending } from "./sorting.js";
import { DUE, ENDORSING, LIST_QUEUES, STATES, TO_TELL } from "./words.js";

/**
 * The lists of one's counties.
 *
 * @extends {QueueView<Queued>}
 */
export class RosterQueue extends QueueView {
  /**
   * @param {StaffApi} api
   * @param {string} today ISO date.
   * @param {(error: unknown) => void} onError
   * @param {ChosenLists} chosen
   */
  constructor(api, today, onError, chosen) {
    super("rosters", api, today, onError);
    this.choosing = new Choosing(this.section, chosen);
    /** Whether she decides on lists. */
    this.mayChoose = false;
    this.county = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("county"));
  }

  /** @override */
  get seesContacts() {
    return ["contact", "admin"];
  }

  /** @override */
  get none() {
    return "这里没有名单。";
  }

  /**
   * @override
   * @param {Me} me
   */
  offer(me) {
    super.offer(me);
    this.mayChoose = roomsOf(me.roles).includes("batch");
    this.#offerCounties(me);
  }

  /** @param {Me} me */
  #offerCounties({ counties }) {
    const options = counties.map((name) => element("option", {}, name));
    const all = element("option", { value: "" }, `全部（${counties.length} 个）`);
    this.county.replaceChildren(all, ...options);
    partIn(this.section, "county").hidden = counties.length < 2;
  }

  /**
   * @override
   * @param {Place} place
   */
  async prepare(place) {
    const show = await super.prepare(place);
    return () => {
      show();
      this.county.value = place.county;
    };
  }

  /** @override */
  get asked() {
    return { county: this.county.value };
  }

  /** @override */
  get columns() {
    const { state } = this;
    const due = state ? DUE[state] : "期限";
    const more = this.isOfTelling ? ["要告知"] : this.isOfMissing ? ["还缺"] : [];
    const where = state ? [] : ["状态"];
    const ticks = this.#canChoose ? ["选"] : [];
    return [...ticks, due, "单位", ...more, ...where, "县（区）", "人数", "提交"];
  }

  /** @override */
  get orders() {
    return {
      unit: BY_UNIT,
      people: { words: "人数多的在前", compare: descending((list) => list.people) },
      submitted: { words: "先提交的在前", compare: ascending((list) => list.submitted_at) },
    };
  }

  /** @override */
  beginRows() {
    this.choosing.begin(this.#canChoose);
  }

  /** Whether lists that wait for a decision may be among those shown, and she decides. */
  get #canChoose() {
    return this.mayChoose && (this.queue === "submitted" || this.queue === null);
  }

  /** @override */
  get caption() {
    const { queue } = this;
    const where = this.place.county ? `，${this.place.county}` : "";
    return queue ? `${LIST_QUEUES[queue]}的名单${where}` : `找到的名单${where}`;
  }

  /**
   * @override
   * @param {Queued} roster
   * @param {HTMLAnchorElement} link
   */
  cells(roster, link) {
    const missing = roster.papers_missing.map((kind) => PAPERS[kind]).join("、");
    const arrived = roster.arrived.flatMap((each) => [" ", aside(ARRIVED[each])]);
    const asides = [roster.unit_kind, roster.receipt].flatMap((each) => [" ", aside(each)]);
    const tick = roster.state === "submitted" ? this.choosing.tickOf(roster) : "";
    return [
      ...(this.#canChoose ? [tick] : []),
      dueCell(roster, this.today),
      [link, ...asides, ...arrived, ...heldBy(roster)],
      ...(this.isOfTelling ? [roster.to_tell.join("、")] : this.isOfMissing ? [missing] : []),
      ...(this.state ? [] : [STATES[roster.state]]),
      roster.county,
      `${count(roster.people)} 人`,
      wholeDay(roster.submitted_at),
    ];
  }

  /**
   * @override
   * @param {Count[]} counts
   */
  filters(counts) {
    return counts.map(({ state, count: number, is_more }) => ({
      words: filterWords(LIST_QUEUES[state] ?? "", number, is_more),
      state,
      isCurrent: state === this.queue,
    }));
  }

  /** @returns {string | null} Null where lists of several states are shown. */
  get queue() {
    const { q, state } = this.place;
    if (q) return null;
    return Object.hasOwn(LIST_QUEUES, state) ? state : "submitted";
  }

  get isOfMissing() {
    return this.queue === "papers_missing";
  }

  get isOfTelling() {
    return this.queue === TO_TELL;
  }

  /** @returns {RosterStateName | null} Of the lists that are shown; null where they differ. */
  get state() {
    if (this.isOfTelling || this.queue === ENDORSING) return null;
    return this.isOfMissing ? "accepted" : /** @type {RosterStateName | null} */ (this.queue);
  }
}
