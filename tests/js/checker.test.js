import assert from "node:assert/strict";
import { test } from "node:test";
import {
  conclude,
  concludeForOthers,
  daysToRemember,
  firstOpen,
} from "../../site/js/eligibility/answers.js";
import { readBirthDate } from "../../site/js/eligibility/birth-date.js";
import { conclusionIn, linkTo } from "../../site/js/eligibility/share-link.js";

/** @import {Answers} from "../../site/js/eligibility/answers.js" */

const TODAY = "2026-03-02";
/** @type {Answers} */
const WORKER = {
  who: "worker",
  union: "yes",
  birth: { day: "1986-05-20", sex: "female" },
  renewal: "first",
  health: "healthy",
  start: "2026-03-03",
};

test("questions are asked in their order, and a man only the first", () => {
  assert.equal(firstOpen({}), "who");
  assert.equal(firstOpen({ who: "worker" }), "union");
  assert.equal(firstOpen({ ...WORKER, birth: /** @type {any} */ (undefined) }), "birth");
  assert.equal(firstOpen(WORKER), undefined);
  assert.equal(firstOpen({ who: "man" }), undefined);
});

for (const [other, outcome, codes] of /** @type {[Partial<Answers>, string, string[]][]} */ ([
  [{}, "eligible", []],
  [{ who: "man" }, "not_eligible", ["eligibility.male"]],
  [{ union: "unknown" }, "ask", ["eligibility.union_unknown"]],
  [
    { renewal: "gap", health: "cancer_of_the_plan" },
    "not_eligible",
    ["eligibility.cancer_first_time"],
  ],
  [{ renewal: "continuous", health: "cancer_of_the_plan" }, "ask", ["eligibility.cancer_renewal"]],
  [{ renewal: "gap", health: "cancer_cured" }, "ask", ["eligibility.cancer_cured"]],
  [{ renewal: "unknown", health: "cancer_cured" }, "ask", ["eligibility.cancer_cured"]],
  [
    { renewal: "unknown", health: "cancer_of_the_plan" },
    "ask",
    ["eligibility.cancer_renewal_unknown"],
  ],
])) {
  test(`${JSON.stringify(other)} makes ${outcome}`, () => {
    const conclusion = conclude({ ...WORKER, ...other });
    assert.equal(conclusion.outcome, outcome);
    assert.deepEqual(
      conclusion.findings.map(({ code }) => code),
      codes,
    );
  });
}

for (const [name, other, days] of /** @type {[string, Partial<Answers>, object][]} */ ([
  [
    "first time",
    {},
    {
      last_day_first_time: "2047-05-19",
      last_day_renewal: "2051-05-19",
      first_day: "2026-03-03",
      last_day: "2027-03-02",
      waiting_last_day: "2026-04-01",
    },
  ],
  [
    "renewal past the first limit",
    { renewal: "continuous", birth: { day: "1965-03-03", sex: "female" } },
    {
      last_day_renewal: "2030-03-02",
      first_day: "2026-03-03",
      last_day: "2027-03-02",
      no_waiting: "2026-03-03",
    },
  ],
  ["a day too young", { birth: { day: "2010-03-04", sex: "female" } }, { of_age: "2026-03-04" }],
  ["too old", { birth: { day: "1950-01-01", sex: "female" } }, {}],
  ["no union", { union: "no" }, {}],
  ["a man", { who: "man" }, {}],
])) {
  test(`days to remember: ${name}`, () => {
    const answers = { ...WORKER, ...other };
    assert.deepEqual(daysToRemember(answers, conclude(answers)), days);
  });
}

for (const [year, month, day, read] of /** @type {[string, string, string, string][]} */ ([
  ["1986", "5", "20", "1986-05-20"],
  ["１９８６年", " ０５月", "20日", "1986-05-20"],
  ["1988", "2", "29", "1988-02-29"],
  ["2026", "3", "2", TODAY],
  ["1900", "1", "1", "1900-01-01"],
])) {
  test(`${year} ${month} ${day} is ${read}`, () => {
    assert.deepEqual(readBirthDate({ year, month, day }, TODAY), { day: read });
  });
}

for (const [year, month, day, parts] of /** @type {[string, string, string, string[]][]} */ ([
  ["", "", "", ["year", "month", "day"]],
  ["36岁", "5", "20", ["year"]],
  ["1987", "2", "29", ["day"]],
  ["1986", "0", "20", ["month"]],
  ["1986", "13", "20", ["month"]],
  ["1986", "5", "0", ["day"]],
  ["1986", "5", "五", ["day"]],
  ["1986", "5", "200", ["day"]],
  ["2026", "3", "3", ["year"]],
  ["1899", "12", "31", ["year"]],
  ["19860520", "", "", ["year", "month", "day"]],
  ["1".repeat(10_000), "5", "20", ["year"]],
])) {
  test(`“${year.slice(0, 9)} ${month} ${day}” is refused at ${parts}`, () => {
    const read = readBirthDate({ year, month, day }, TODAY);
    assert.ok("faults" in read);
    assert.deepEqual(
      read.faults.map(({ part }) => part),
      parts,
    );
  });
}

const SHAREABLE = new Set(["eligibility.renewal_only", "unit.no_union"]);

for (const other of /** @type {Partial<Answers>[]} */ ([
  {},
  { union: "no" },
  { renewal: "continuous" },
  { renewal: "unknown", birth: { day: "1965-03-03", sex: "female" } },
  { who: "other_relative", renewal: "gap" },
])) {
  test(`health changes nothing in what is shared: ${JSON.stringify(other)}`, () => {
    const healths = /** @type {const} */ ([
      "healthy",
      "cancer_of_the_plan",
      "cancer_cured",
      "other_serious_illness",
    ]);
    const shared = healths.map((health) => concludeForOthers({ ...WORKER, ...other, health }));
    assert.deepEqual(shared, Array(healths.length).fill(shared[0]));
    assert.deepEqual(shared[0], conclude({ ...WORKER, ...other }));
  });
}

test("a link holds the outcome and the reasons that may be shared, nothing else", () => {
  const given = { birth: { day: "1965-03-03", sex: /** @type {const} */ ("female") } };
  const ill = { health: /** @type {const} */ ("other_serious_illness") };
  const conclusion = conclude({ ...WORKER, ...given, ...ill, renewal: "unknown" });
  const link = linkTo(conclusion, SHAREABLE);
  assert.equal(link, "#outcome=ask&reasons=eligibility.renewal_only");
  const { outcome, findings } = conclusionIn(link, SHAREABLE) ?? { findings: [] };
  assert.equal(outcome, "ask");
  assert.deepEqual(
    findings.map(({ code, message }) => [code, message]),
    [["eligibility.renewal_only", ""]],
  );
});

for (const hash of [
  "",
  "#",
  "#conditions",
  "#outcome=perhaps",
  "#outcome=",
  "#reasons=unit.no_union",
  "#outcome=not_eligible&reasons=",
  "#outcome=ask&reasons=eligibility.cancer_renewal",
]) {
  test(`“${hash}” is no conclusion`, () => assert.equal(conclusionIn(hash, SHAREABLE), null));
}

test("what a link may not hold is left out, and nothing is said twice", () => {
  const hash =
    "#outcome=ask&reasons=eligibility.other_illness~toString~unit.no_union~unit.no_union";
  const codes = conclusionIn(hash, SHAREABLE)?.findings.map(({ code }) => code);
  assert.deepEqual(codes, ["unit.no_union"]);
});
