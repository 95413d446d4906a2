/** @import {Plan} from "../rules/types.js" */
/** @import {AcceptRequest, Case} from "./contract.js" */
import { fill, partIn } from "../dom.js";
import { count, day, yuan } from "../format.js";
import { inForce, RuleError } from "../rules/index.js";

/** Which premium holds (第二十条): asked only of a list that was quoted another than its policy has. */
export class PremiumChoice {
  /**
   * @param {HTMLFormElement} form
   * @param {string} today ISO date; stands for the day of issue until it is typed.
   */
  constructor(form, today) {
    this.form = form;
    this.today = today;
    this.part = /** @type {HTMLFieldSetElement} */ (partIn(form, "two-sums"));
    /** @type {Case | null} */
    this.roster = null;
    this.#issued.addEventListener("input", () => this.show(this.roster));
  }

  /** @returns {AcceptRequest["premium_holds"]} Null where there is one premium only, or no answer yet. */
  get holds() {
    return this.part.disabled ? null : /** @type {any} */ (this.#radios.value || null);
  }

  /** @param {string | null | undefined} holds */
  set holds(holds) {
    this.#radios.value = holds ?? "";
  }

  /** @param {Case | null} roster */
  show(roster) {
    this.roster = roster;
    const issued = this.#issued.value || this.today;
    const sums = roster && twoSums(roster, issued, roster.acceptance?.people ?? roster.people);
    this.part.hidden = !sums;
    this.part.disabled = !sums;
    if (sums) fill(this.part, sums);
  }

  get #issued() {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem("policy_issued_date"));
  }

  get #radios() {
    return /** @type {RadioNodeList} */ (this.form.elements.namedItem("premium_holds"));
  }
}

/**
 * @param {Pick<Case, "plan">} roster
 * @param {string} issued ISO date of the policy.
 * @param {number} people
 * @param {Plan[]} [plans] The oldest first; by default all there are.
 * @returns {{quoted: string, issued: string} | null} Both sums in words; null where they are the same.
 */
export function twoSums({ plan }, issued, people, plans) {
  const [before, after] = [plan, issued].map((on) => planOn(on, plans));
  if (!before || !after || before.premium.value === after.premium.value) return null;
  /**
   * @param {string} when
   * @param {Plan} plan
   */
  const inWords = (when, { valid_from, premium: { value } }) =>
    `${when}的：${day(valid_from)}起的方案，${count(people)} 人共 ${yuan(people * value)}`;
  return { quoted: inWords("提交名单时", before), issued: inWords("签发保险单时", after) };
}

/**
 * @param {string} on
 * @param {Plan[]} [plans]
 */
function planOn(on, plans) {
  try {
    return inForce(on, plans);
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}
