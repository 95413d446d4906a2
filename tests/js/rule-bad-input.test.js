import assert from "node:assert/strict";
import { test } from "node:test";
import * as cover from "../../site/js/rules/cover.js";
import { calculate } from "../../site/js/rules/daily-allowance.js";
import { completedYears } from "../../site/js/rules/days.js";
import * as deadlines from "../../site/js/rules/deadlines.js";
import * as eligibility from "../../site/js/rules/eligibility.js";
import { RuleError } from "../../site/js/rules/finding.js";
import * as lumpSum from "../../site/js/rules/lump-sum.js";
import { inForce } from "../../site/js/rules/plans.js";

// What JSON can say is in tests/vectors/bad-facts.json, where the codes are Python's. Here is what
// only JavaScript can: facts that are missing, and values of other kinds.

const DAY = "2026-03-01";
const PLAN = inForce(DAY);
const COVER = cover.timeline([{ issued: "2026-01-01", first_day: "2026-01-02" }]);
/** @type {any[]} */
const NO_DAYS = [undefined, null, 20260301, true, [DAY], {}, new Date(DAY), "2026-03-01T00:00"];

/** @type {any} */
const APPLICANT = {
  birth_date: "1990-01-01",
  sex: "female",
  relation: "worker",
  health: "healthy",
  union: true,
  renewal: false,
};
const ILLNESS = { specimen_date: DAY, diagnosis_date: DAY, primary: true, first: true };

/**
 * @param {() => unknown} call
 * @param {string} code
 */
function refused(call, code) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof RuleError, String(error));
    assert.equal(error.code, code);
    return Boolean(error.finding().message);
  });
}

for (const name of ["sex", "relation", "health", "union", "renewal"]) {
  test(`an applicant whose ${name} is missing or of another kind is refused`, () => {
    for (const value of [undefined, "x", {}, [], NaN]) {
      const applicant = { ...APPLICANT, [name]: value };
      refused(() => eligibility.judge(applicant, DAY, PLAN), `applicant.${name}`);
    }
  });
}

test("an illness whose item, primary or first is missing is refused", () => {
  /** @type {any} */
  const unnamed = ILLNESS;
  refused(() => lumpSum.judge(unnamed, COVER), "plan.item");
  for (const name of ["primary", "first"]) {
    const illness = { ...unnamed, item: "breast_cancer", [name]: undefined };
    refused(() => lumpSum.judge(illness, COVER), `illness.${name}`);
  }
});

test("a stay without an item is refused", () => {
  const stay = /** @type {any} */ ({ admission: DAY, discharge: DAY });
  refused(() => calculate([stay], COVER), "plan.item");
});

/** @type {[string, (day: any) => unknown][]} */
const ENTRIES = [
  ["a birth", (day) => eligibility.judge({ ...APPLICANT, birth_date: day }, DAY, PLAN)],
  ["a first day", (day) => eligibility.judge(APPLICANT, day, PLAN)],
  ["an age", (day) => completedYears(day, DAY)],
  ["the last day of an age", (day) => eligibility.lastDayOfAge(day, 1)],
  ["a policy", (day) => cover.timeline([{ issued: DAY, first_day: day }])],
  [
    "a consent",
    (day) => cover.firstDay({ consent: day, premium_received: DAY, policy_issued: DAY }),
  ],
  ["a last day", (day) => cover.lastDay(day, PLAN)],
  ["a renewal", (day) => cover.isContinuous(DAY, day)],
  ["a waiting", (day) => cover.waitingLastDay(day, PLAN, true)],
  ["a day of cover", (day) => cover.periodOn(COVER, day)],
  ["an occurrence", (day) => calculate([], COVER, { breast_cancer: day })],
  ["a diagnosis", (day) => deadlines.reportBy(day, PLAN)],
  ["a report", (day) => deadlines.judgeReport(DAY, day, PLAN)],
  ["complete papers", (day) => deadlines.payBy(day, PLAN)],
];

for (const [name, ask] of ENTRIES) {
  test(`${name} on what is no day is refused`, () => {
    for (const day of NO_DAYS) refused(() => ask(day), "date.out_of_range");
  });
}

test("no plan is in force on what is no day", () => {
  for (const day of NO_DAYS) refused(() => inForce(day), "plan.none_in_force");
});
