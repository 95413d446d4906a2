import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { answer, RULES } from "./rule-calls.js";

/** @import {Plan} from "../../site/js/rules/types.js" */
/**
 * @typedef {[rule: string, facts: object, expected: Record<string, unknown>, name?: string]} Vector
 */

const FOLDER = new URL("../vectors/", import.meta.url);
const MOST_SHOWN = 5;

/** @param {string} file */
function read(file) {
  /** @type {{plans?: Plan[], cases: Vector[]}} */
  const vectors = JSON.parse(readFileSync(new URL(file, FOLDER), "utf-8"));
  return vectors;
}

/**
 * How an answer differs from the expected one, in what is expected; null where it does not.
 *
 * @param {Vector} vector
 * @param {Plan[]} [plans]
 */
function difference([rule, facts, expected], plans) {
  const whole = answer(rule, facts, plans);
  const answered = Object.fromEntries(Object.keys(expected).map((key) => [key, whole[key]]));
  try {
    assert.deepEqual(answered, expected);
    return null;
  } catch {
    return { rule, facts, answered, expected };
  }
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
  const { plans, cases } = read(file);
  test(`${file}: ${cases.length} answers are Python's, in ${process.env.TZ ?? "this PC's zone"}`, () => {
    const known = cases.filter(([rule]) => RULES.includes(rule));
    const wrong = known.flatMap((vector) => difference(vector, plans) ?? []);
    assert.deepEqual(wrong.slice(0, MOST_SHOWN), [], `${wrong.length} of ${known.length} differ`);
  });
}
