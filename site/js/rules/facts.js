/** Facts that have few values: taken where they have one of them, else refused with a code. */
/** @import {ItemName} from "./types.js" */
import { RuleError } from "./finding.js";
import { plans } from "./generated/plans.js";

const ITEMS = plans.flatMap(({ items }) => Object.keys(items));

/**
 * The value, which is one of those that are known.
 *
 * @template T
 * @param {T} value
 * @param {readonly unknown[]} known
 * @param {string} code
 * @returns {T}
 * @throws {RuleError} `code`, it is none of them.
 */
export function oneOf(value, known, code) {
  if (known.includes(value)) return value;
  throw new RuleError(code);
}

/**
 * The value: yes, no, or null for what is not known.
 *
 * @param {boolean | null} value
 * @param {string} code
 * @throws {RuleError} `code`, it is something else; words like “no” are.
 */
export function yesNo(value, code) {
  return oneOf(value, [true, false, null], code);
}

/**
 * The item (保险责任), which is one that pays.
 *
 * @param {ItemName} value
 * @throws {RuleError} `plan.item`, there is no such item.
 */
export function checkItem(value) {
  return oneOf(value, ITEMS, "plan.item");
}
