/** @import {Fault} from "../fault.js" */
import { fault } from "../fault.js";
import { bare } from "../rules/writing.js";

const DOTS = /[·•・‧．.]/gu;

/** Whose account it is, where it is typed: another name than hers may be a slip, or be meant. */
export class AccountHolder {
  /** Another name, once that was said. */
  #said = "";

  /** @param {HTMLInputElement} input Its words stand in its data. */
  constructor(input) {
    this.input = input;
  }

  /**
   * @param {Record<string, string>} answers
   * @returns {Fault[]} What may be a slip, said once: who goes on has looked at it.
   */
  doubts(answers) {
    const { "insured.name": name = "", "bank.account_holder": holder = "" } = answers;
    const isHers = (answers["bank.payee"] ?? "insured") === "insured";
    if (!isHers || !name || !holder || isSame(name, holder) || this.#said === holder) return [];
    this.#said = holder;
    const { doubt = "", doubtTitle } = this.input.dataset;
    return [fault(this.input.name, doubt, doubtTitle)];
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function isSame(one, other) {
  return plain(one) === plain(other);
}

/** @param {string} name */
function plain(name) {
  return bare(name).replace(DOTS, "").toUpperCase();
}
