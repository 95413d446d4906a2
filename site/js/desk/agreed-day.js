/** @import {Case} from "./contract.js" */
/** @import {Proposal} from "../rules/types.js" */
/** @import {RowDecisions} from "./row-decisions.js" */
import { isEmpty } from "../day-input.js";
import { element } from "../dom.js";
import { count, day } from "../format.js";
import {
  addDays,
  checkDay,
  daysBetween,
  firstDay,
  firstDayReason,
  proposeFirstDay,
  RuleError,
} from "../rules/index.js";

/** The three acts of 第四条, as the API names their days. */
export const ACTS = ["consent_date", "premium_received_date", "policy_issued_date"];
/** All days that an acceptance says. */
export const DAYS = [...ACTS, "agreed_first_day"];

/**
 * The first day of a list's cover: follows the three days as the rule proposes, until somebody
 * types another one.
 */
export class AgreedDay {
  /** @type {Case | null} */
  #roster = null;
  /** Whether somebody has typed another day than the proposed one. */
  #isOwn = false;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} told Where the proposal is explained.
   * @param {RowDecisions} decisions Papers of old cover count as cover that is known.
   */
  constructor(form, told, decisions) {
    this.form = form;
    this.told = told;
    this.decisions = decisions;
    this.input = this.#control("agreed_first_day");
    this.input.addEventListener("input", () => {
      this.#isOwn = !isEmpty(this.input) && this.input.value !== this.#proposal?.day;
      this.#tell();
    });
    for (const name of ACTS) {
      this.#control(name).addEventListener("input", () => this.#follow());
    }
    const seen = decisions.lists.old_covers_seen.box;
    seen.addEventListener("input", () => this.#follow());
    seen.addEventListener("change", () => this.input.dispatchEvent(new Event("change")));
  }

  /**
   * @param {Pick<Case, "old_covers">} roster
   * @returns {Pick<Case, "old_covers">} With the old cover of which papers were seen.
   */
  with({ old_covers }) {
    return { old_covers: [...old_covers, ...this.decisions.oldCovers] };
  }

  /** @returns {string | null} What somebody typed; null where the proposal stands. */
  get own() {
    return this.#isOwn ? this.input.value : null;
  }

  /**
   * @param {Case | null} roster
   * @param {string | null} own
   */
  show(roster, own) {
    this.#roster = roster;
    this.#isOwn = Boolean(own);
    this.input.value = own ?? "";
    this.#follow();
  }

  #follow() {
    if (!this.#isOwn) this.input.value = this.#proposal?.day ?? "";
    this.#tell();
  }

  /** @returns {Proposal | null} Null until all three days are there. */
  get #proposal() {
    const [consent = "", premium_received = "", policy_issued = ""] = ACTS.map(
      (name) => this.#control(name).value,
    );
    if (!this.#roster || !consent || !premium_received || !policy_issued) return null;
    try {
      const acts = { consent, premium_received, policy_issued };
      return proposalFor(acts, this.with(this.#roster));
    } catch (error) {
      if (error instanceof RuleError) return null;
      throw error;
    }
  }

  #tell() {
    const proposal = this.#proposal;
    const lines = proposal && this.#roster ? this.#lines(proposal, this.#roster) : [];
    this.told.replaceChildren(...lines.map((line) => element("p", {}, line)));
  }

  /**
   * @param {Proposal} proposal
   * @param {Case} roster
   */
  #lines(proposal, roster) {
    const { message } = firstDayReason(proposal.day, proposal.earliest, proposal.old_last_day);
    const other = this.#isOwn ? `您填的是另一天；不早于${day(proposal.earliest)}就可以。` : "";
    const chosen = this.input.value && isDay(this.input.value) ? this.input.value : proposal.day;
    return [`建议：${message}${other}`, ...effects(chosen, proposal.earliest, this.with(roster))];
  }

  /** @param {string} name */
  #control(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }
}

/**
 * @param {{consent: string, premium_received: string, policy_issued: string}} acts
 * @param {Pick<Case, "old_covers">} roster
 * @returns {Proposal}
 * @throws {RuleError} `date.out_of_range`.
 */
export function proposalFor(acts, { old_covers }) {
  return proposeFirstDay(
    firstDay(acts),
    old_covers.map(({ last_day, people }) => [last_day, people]),
  );
}

/**
 * What a first day does to those whose old cover could be followed without a gap, and does not
 * end on the day before it.
 *
 * @param {string} first
 * @param {string} earliest
 * @param {Pick<Case, "old_covers">} roster
 * @returns {string[]}
 */
export function effects(first, earliest, { old_covers }) {
  return old_covers.flatMap(({ last_day, people }) => {
    const gap = daysBetween(last_day, first) - 1;
    if (last_day < addDays(earliest, -1) || gap === 0) return [];
    const who = `有 ${count(people)} 人的旧保险到${day(last_day)}为止`;
    if (gap < 0) return [`${who}，会和新保险重叠 ${count(-gap)} 天。`];
    return [`${who}，会中断 ${count(gap)} 天，要按首次参加重新计算等待期。`];
  });
}

/** @param {string} text */
function isDay(text) {
  try {
    return Boolean(checkDay(text));
  } catch {
    return false;
  }
}
