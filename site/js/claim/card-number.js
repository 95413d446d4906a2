/** @import {Fault} from "../fault.js" */
import { fault } from "../fault.js";
import { bare } from "../rules/writing.js";

const BETWEEN = /[-‐‑‒–—−]|^['’‘`]+/gu;

/** The number of a card where it is typed, judged as `shared_rules/identity/bank_card.py` does. */
export class CardNumber {
  /** A number that may have a slip, once that was said. */
  #said = "";

  /** @param {HTMLInputElement} input Its words, and how long a number is, stand in its data. */
  constructor(input) {
    this.input = input;
  }

  /** @returns {Fault[]} What must be mended; an empty one is said elsewhere. */
  get faults() {
    const { digits } = this;
    const { characters = "", length = "", least, most } = this.input.dataset;
    if (!digits) return [];
    if (!/^[0-9]+$/.test(digits)) return [this.#fault(characters)];
    if (digits.length >= Number(least) && digits.length <= Number(most)) return [];
    return [this.#fault(length.replace("{length}", String(digits.length)))];
  }

  /** @returns {Fault[]} What may be a slip, said once: who goes on has looked at it. */
  get doubts() {
    const { digits } = this;
    if (!digits || hasCheckDigit(digits) || digits === this.#said) return [];
    this.#said = digits;
    return [this.#fault(this.input.dataset.doubt ?? "")];
  }

  /** What is asked for and typed, without what stands between digits. */
  get digits() {
    return this.input.matches(":disabled") ? "" : bare(this.input.value).replace(BETWEEN, "");
  }

  /** @param {string} words */
  #fault(words) {
    return fault(this.input.name, words, this.input.dataset.title);
  }
}

/**
 * @param {string} digits
 * @returns {boolean} Whether the last digit fits the others (Luhn); some banks' old cards do not.
 */
export function hasCheckDigit(digits) {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
