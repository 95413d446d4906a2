import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { judge } from "../../site/js/rules/eligibility.js";
import { RuleError } from "../../site/js/rules/finding.js";
import { judge as judgeFunding } from "../../site/js/rules/funding.js";
import { plans } from "../../site/js/rules/generated/plans.js";
import * as idNumber from "../../site/js/rules/id-number.js";
import { inForce } from "../../site/js/rules/plans.js";

const FOLDER = new URL("../../site/js/rules/", import.meta.url);
// The places of GB 11643 inside a number, and how long phones are, no plan says.
const OF_OTHER_STANDARDS = ["free-words.js", "id-number.js", "phone.js"];

const modules = readdirSync(FOLDER, { encoding: "utf-8", recursive: true })
  .filter((name) => name.endsWith(".js") && name !== "types.js")
  .sort();

/** @param {string} name */
const source = (name) => readFileSync(new URL(name, FOLDER), "utf-8");

/** @param {unknown} node @returns {number[]} */
function valuesOf(node) {
  if (typeof node === "number") return [node];
  return node && typeof node === "object" ? Object.values(node).flatMap(valuesOf) : [];
}

for (const name of modules.filter((name) => !name.startsWith("generated/"))) {
  if (OF_OTHER_STANDARDS.includes(name)) continue;
  test(`${name} types no number of a plan`, () => {
    const code = source(name).replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
    const typed = (code.match(/(?<![\w.$\\])\d[\d_]*\b/g) ?? []).map((number) =>
      Number(number.replaceAll("_", "")),
    );
    const ones = new Set([1]); // also the step from a day to the next
    const numbers = new Set(valuesOf(plans).filter((value) => !ones.has(value)));
    assert.deepEqual(
      typed.filter((number) => numbers.has(number)),
      [],
    );
  });

  test(`${name} imports only its neighbours`, () => {
    const imported = [...source(name).matchAll(/^import .* from "(.*)";$/gm)].map(
      ([, from]) => from,
    );
    assert.deepEqual(
      imported.filter((from) => !from?.startsWith("./")),
      [],
    );
  });
}

test("the plans come the oldest first", () => {
  const days = plans.map((plan) => plan.valid_from);
  assert.deepEqual(days, [...days].sort());
});

test("the tests run in the time zone they are told to", () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  assert.equal(timeZone, process.env.TZ ?? timeZone);
});

for (const day of ["", "2026-02-29", "2026-02-30", "2026-13-01", "2026-3-1", "20260301", "明天"]) {
  test(`“${day}” is refused as a day`, () => {
    /** @type {import("../../site/js/rules/types.js").Applicant} */
    const applicant = {
      birth_date: day,
      sex: "female",
      relation: "worker",
      health: "healthy",
      union: true,
      renewal: false,
    };
    const plan = inForce("2026-01-01");
    assert.throws(() => judge(applicant, "2026-03-01", plan), refusal("date.out_of_range"));
    const valid = { ...applicant, birth_date: "1990-01-01" };
    assert.throws(() => judge(valid, day, plan), refusal("date.out_of_range"));
  });
}

/** @param {string} code */
function refusal(code) {
  return (/** @type {unknown} */ error) => error instanceof RuleError && error.code === code;
}

test("a number that is not given is missing", () => {
  for (const text of [undefined, null, ""]) {
    assert.throws(() => idNumber.parse(text), refusal("id_number.missing"));
  }
});

test("a finding comes with its words, its article's name and its field", () => {
  const [finding] = judgeFunding("机关", "unit");
  assert.equal(finding?.article, "notice-2-4");
  assert.equal(finding?.article_label, "通知 二.4");
  assert.equal(finding?.field, "unit.funding");
  assert.ok(finding?.title && finding.message && finding.fix);
});

test("every text is filled from its params", () => {
  const young = { sex: "female", relation: "worker", health: "healthy", union: true };
  const applicant = { ...young, birth_date: "2015-01-01", renewal: false };
  const { findings } = judge(/** @type {any} */ (applicant), "2026-03-01", inForce("2026-01-01"));
  assert.match(findings[0]?.message ?? "", /2026年3月1日.*11 周岁/);
  assert.doesNotMatch(JSON.stringify(findings.map(({ message, fix }) => message + fix)), /[{}]/);
});
