/** Facts that have few values: taken where they have one of them, else refused with a code. */
/** @import {Item, ItemName} from "./types.js" */
import { RuleError } from "./finding.js";
import { plans } from "./generated/plans.js";

/** Every item of some plan, as the latest has it. */
const ITEMS = new Map(plans.flatMap(({ items }) => Object.entries(items)));

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
 * The item (保险责任), which is one of some plan.
 *
 * @param {ItemName} value
 * @returns {Item} As the latest plan that has it says.
 * @throws {RuleError} `plan.item`, there is no such item.
 */
export function knownItem(value) {
  const item = ITEMS.get(value);
  if (!item) throw new RuleError("plan.item");
  return item;
}
