/** @import {Count, QueuedClaim} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { aside, dueCell, heldBy, wholeDay } from "./queue-cells.js";
import { filterWords, QueueView } from "./queue.js";
import { ascending, BY_UNIT } from "./sorting.js";
import { CLAIM_QUEUES, TO_TELL, UNFINISHED_CLAIMS } from "./words.js";

const OPEN = "未办结";

/**
 * The claims of all counties: without a search, those that wait for somebody.
 *
 * @extends {QueueView<QueuedClaim>}
 */
export class ClaimQueue extends QueueView {
  /**
   * @param {StaffApi} api
   * @param {string} today ISO date.
   * @param {(error: unknown) => void} onError
   */
  constructor(api, today, onError) {
    super("claims", api, today, onError);
  }

  /** @override */
  get seesContacts() {
    return ["claims", "admin"];
  }

  /** @override */
  get none() {
    return "这里没有理赔。";
  }

  /** @override */
  get columns() {
    const { isOfTelling, hasOneState } = this;
    const more = [...(isOfTelling ? ["要告知"] : []), ...(hasOneState ? [] : ["状态"])];
    return ["期限", "单位", "被保险人", ...more, "县（区）", "报案"];
  }

  /** @override */
  get orders() {
    return {
      unit: BY_UNIT,
      reported: { words: "先报案的在前", compare: ascending((claim) => claim.reported_at) },
    };
  }

  /** @override */
  get caption() {
    const { q, state } = this.place;
    if (q) return "找到的理赔";
    return `${state ? wordOf(state) : OPEN}的理赔`;
  }

  /**
   * @override
   * @param {QueuedClaim} claim
   * @param {HTMLAnchorElement} link
   */
  cells(claim, link) {
    const { due_label, is_provisional, is_late_report } = claim;
    const due = dueCell(claim, this.today);
    const label = `${due_label}${is_provisional ? "（暂定）" : ""}`;
    return [
      due ? [...(Array.isArray(due) ? due : [due]), " ", aside(label)] : "",
      [link, " ", aside(claim.receipt), ...heldBy(claim)],
      claim.insured_name,
      ...(this.isOfTelling ? [claim.to_tell.join("、")] : []),
      ...(this.hasOneState ? [] : [wordOf(claim.state)]),
      claim.county,
      [wholeDay(claim.reported_at), ...(is_late_report ? [" ", aside("报案晚了")] : [])],
    ];
  }

  get isOfTelling() {
    return this.place.state === TO_TELL;
  }

  get hasOneState() {
    return Boolean(this.place.state) && !this.isOfTelling;
  }

  /**
   * @override
   * @param {Count[]} counts
   */
  filters(counts) {
    const { q, state: shown } = this.place;
    const isOpen = (/** @type {any} */ state) => UNFINISHED_CLAIMS.includes(state);
    const open = counts.filter(({ state }) => isOpen(state));
    const total = open.reduce((sum, { count }) => sum + count, 0);
    const isMore = open.some(({ is_more }) => is_more);
    return [
      { words: filterWords(OPEN, total, isMore), state: "", isCurrent: !q && !shown },
      ...counts.map(({ state, count, is_more }) => ({
        words: filterWords(wordOf(state), count, is_more),
        state,
        isCurrent: !q && state === shown,
      })),
    ];
  }
}

/** @param {string} state */
function wordOf(state) {
  return CLAIM_QUEUES[state] ?? state;
}
