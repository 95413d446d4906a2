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
// No page asks these in the browser: lists and claims are judged in Python.
const ONLY_IN_PYTHON = [
  "name",
  "mobile",
  "bank_card",
  "credit_code",
  "premium",
  "workdays",
  "claim_report",
  "claim_papers",
];

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

/** @param {Vector[]} vectors @returns {string[]} Their rules that are not called here. */
function unknown(vectors) {
  return [...new Set(vectors.map(([rule]) => rule))].filter((rule) => !RULES.includes(rule));
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
  const { plans, cases } = read(file);
  test(`${file}: ${cases.length} answers are Python's, in ${process.env.TZ ?? "this PC's zone"}`, () => {
    const known = cases.filter(([rule]) => !ONLY_IN_PYTHON.includes(rule));
    assert.deepEqual(unknown(known), [], "neither here nor only in Python");
    const wrong = known.flatMap((vector) => difference(vector, plans) ?? []);
    assert.deepEqual(wrong.slice(0, MOST_SHOWN), [], `${wrong.length} of ${known.length} differ`);
  });
}

test("no rule is said to be only in Python that is called here, or that nothing asks", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  const asked = new Set(files.flatMap((file) => read(file).cases.map(([rule]) => rule)));
  assert.deepEqual(
    ONLY_IN_PYTHON.filter((rule) => RULES.includes(rule) || !asked.has(rule)),
    [],
  );
});
