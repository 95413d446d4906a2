import assert from "node:assert/strict";
import { test } from "node:test";
import { claimOf, isSelf } from "../../site/js/claim/answers.js";
import { hasCheckDigit } from "../../site/js/claim/card-number.js";
import { isNeeded } from "../../site/js/claim/checklist.js";
import { deadlineOf, deadlineWords } from "../../site/js/claim/deadline.js";
import {
  CHECK,
  isStep,
  nextOf,
  previousOf,
  progressWords,
  stepOf,
  STEPS,
} from "../../site/js/claim/steps.js";
import { isClaim, pathOf } from "../../site/js/lookup.js";

const TODAY = "2026-11-25";

for (const [diagnosed, words] of [
  ["2026-11-25", "今天确诊，从明天算第 1 天，最迟 12 月 7 日报案（第 10 天是休息日，顺延）。"],
  ["2026-11-24", "今天是第 1 天，最迟 12 月 4 日报案。"],
  ["2026-11-21", "今天是第 4 天，最迟 12 月 1 日报案。"],
  ["2026-11-16", "今天是第 9 天，最迟 11 月 26 日报案。"],
  ["2026-11-15", "今天是第 10 天，也是最后一天，请今天报案。"],
  ["2026-11-14", "报案期限到 11 月 24 日为止，已经过了 1 天。请尽快报案。"],
  ["2025-11-25", "报案期限到 2025 年 12 月 5 日为止，已经过了 355 天。请尽快报案。"],
]) {
  test(`diagnosed on ${diagnosed}, seen on ${TODAY}`, () => {
    assert.equal(deadlineWords(deadlineOf(diagnosed ?? "", TODAY), TODAY), words);
  });
}

for (const [today, words] of /** @type {[string, string][]} */ ([
  ["2026-11-28", "今天是第 10 天，最迟 11 月 30 日报案（第 10 天是休息日，顺延）。"],
  ["2026-11-29", "今天是第 11 天，最迟 11 月 30 日报案（第 10 天是休息日，顺延）。"],
  ["2026-11-30", "第 10 天是休息日，顺延到今天：今天是最后一天，请今天报案。"],
  ["2026-12-01", "报案期限到 11 月 30 日为止，已经过了 1 天。请尽快报案。"],
])) {
  test(`diagnosed ten days before a Saturday, seen on ${today}`, () => {
    assert.equal(deadlineWords(deadlineOf("2026-11-18", today), today), words);
  });
}

test("a deadline in the next year says the year", () => {
  const today = "2026-12-28";
  assert.equal(
    deadlineWords(deadlineOf(today, today), today),
    "今天确诊，从明天算第 1 天，最迟 2027 年 1 月 7 日报案。",
  );
});

for (const [diagnosed, isProvisional] of /** @type {[string, boolean][]} */ ([
  ["2040-12-21", false], // a Monday, which no arrangement can move the end before
  ["2040-12-22", true], // New Year's Day: the next day may be one
  ["2040-12-26", true], // a Saturday, which may be worked
  ["2040-12-28", false],
  ["2026-02-05", false], // arranged long since
])) {
  test(`diagnosed on ${diagnosed} the last day is ${isProvisional ? "provisional" : "sure"}`, () => {
    const { findings, report_by } = deadlineOf(diagnosed, diagnosed);
    const words = deadlineWords({ findings, report_by, day: 0, left: 10, limit: 10 }, diagnosed);
    assert.deepEqual(
      findings.map(({ code }) => code),
      isProvisional ? ["report.provisional"] : [],
    );
    assert.equal(words.includes("最后一天是暂定的"), isProvisional);
  });
}

for (const [kind, inHospital, needed] of /** @type {[string, boolean, boolean][]} */ ([
  ["pathology", true, true],
  ["pathology", false, true],
  ["hospital_papers", true, true],
  ["hospital_papers", false, false],
  ["payee", true, false],
])) {
  test(`${kind} ${inHospital ? "with" : "without"} a stay in hospital`, () => {
    assert.equal(isNeeded(kind, inHospital), needed);
  });
}

test("the steps follow one another, to the check and back", () => {
  assert.equal(previousOf("insured"), null);
  const way = [...STEPS, CHECK];
  for (const [place, step] of STEPS.entries()) {
    assert.equal(nextOf(step), way[place + 1]);
    assert.equal(previousOf(way[place + 1] ?? CHECK), step);
  }
  assert.equal(nextOf(CHECK), CHECK);
});

test("progress names the step and how many there are", () => {
  assert.equal(progressWords("insured"), "第 1 步，共 6 步");
  assert.equal(progressWords("unit"), "第 2 步，共 6 步");
  assert.equal(progressWords("reporter"), "第 6 步，共 6 步");
  assert.equal(progressWords(CHECK), "最后一步：核对后提交");
});

for (const [field, step] of [
  ["insured.id_number", "insured"],
  ["unit.county", "unit"],
  ["cover.first_day", "unit"],
  ["diagnosis.specimen_date", "illness"],
  ["late_reason", "illness"],
  ["hospitalised", "illness"],
  ["stays.0.discharge", "illness"],
  ["bank_when", "bank"],
  ["bank.card_number", "bank"],
  ["documents.2.upload_id", "papers"],
  ["reporter.phone", "reporter"],
  ["consent.sensitive_information", CHECK],
  ["confirm.bank.other_bank", CHECK],
]) {
  test(`${field} is asked on the step ${step}`, () => assert.equal(stepOf(field ?? ""), step));
}

for (const name of [undefined, null, "start", "receipt", "Insured", 3]) {
  test(`${name} in a history is no step`, () => assert.equal(isStep(name), false));
}

const ANSWERS = {
  "insured.name": "王小丽",
  "insured.id_number": "649901198601010028",
  "insured.phone": "13912345678",
  "unit.name": "示例小学",
  "unit.county": "贺兰县",
  "diagnosis.disease": "乳腺癌",
  "diagnosis.diagnosis_date": "2026-11-21",
  "diagnosis.hospital": "示例医院",
  hospitalised: "yes",
  bank_when: "now",
  "bank.bank": "工商银行",
  "bank.card_number": "6222",
  "bank.account_holder": "王小丽",
  "reporter.relation": "self",
  "consent.personal_information": "on",
};
const STAYS = [{ admission: "2026-11-20", discharge: null }];

test("a report holds what was answered, under the names of the contract", () => {
  assert.deepEqual(claimOf(ANSWERS, STAYS), {
    insured: { name: "王小丽", id_number: "649901198601010028", phone: "13912345678" },
    unit: { name: "示例小学", county: "贺兰县" },
    diagnosis: {
      disease: "乳腺癌",
      specimen_date: null,
      diagnosis_date: "2026-11-21",
      hospital: "示例医院",
    },
    cover: { first_day: null, renewal: null, paid_before: null },
    stays: STAYS,
    bank: { bank: "工商银行", card_number: "6222", account_holder: "王小丽" },
    reporter: { relation: "self", name: "王小丽", phone: "13912345678" },
    late_reason: null,
  });
});

/** @type {[string, Record<string, string>, object][]} */
const ANSWERED = [
  ["no stay, whatever was typed before", { hospitalised: "no" }, { stays: [] }],
  ["no account yet, whatever was typed before", { bank_when: "later" }, { bank: null }],
  [
    "a policy that followed another",
    { "cover.first_day": "2026-03-10", "cover.renewal": "yes" },
    { cover: { first_day: "2026-03-10", renewal: true, paid_before: null } },
  ],
  [
    "a first policy",
    { "cover.renewal": "no" },
    { cover: { first_day: null, renewal: false, paid_before: null } },
  ],
  [
    "a policy that she is not sure of",
    { "cover.renewal": "unknown" },
    { cover: { first_day: null, renewal: null, paid_before: null } },
  ],
  [
    "an illness that the insurer is to name",
    { "diagnosis.certificate": "宫颈原位癌", "diagnosis.disease": "open" },
    {
      diagnosis: {
        disease: null,
        certificate: "宫颈原位癌",
        specimen_date: null,
        diagnosis_date: "2026-11-21",
        hospital: "示例医院",
      },
    },
  ],
  ["why it is late", { late_reason: "一直住院" }, { late_reason: "一直住院" }],
  [
    "another reporter",
    { "reporter.relation": "spouse", "reporter.name": "李强", "reporter.phone": "13900000000" },
    { reporter: { relation: "spouse", name: "李强", phone: "13900000000" } },
  ],
];

for (const [name, change, expected] of ANSWERED) {
  test(`a report: ${name}`, () => {
    const claim = claimOf({ ...ANSWERS, ...change }, STAYS);
    assert.deepEqual({ ...claim, ...expected }, claim);
  });
}

test("who reports for another is not herself", () => {
  assert.equal(isSelf(ANSWERS), true);
  assert.equal(isSelf({ "reporter.relation": "child" }), false);
  assert.equal(isSelf({}), false);
});

for (const [receipt, path] of [
  ["LP-2026-7F3K9Q", "claims/LP-2026-7F3K9Q"],
  [" lp-2026-7f3k9q", "claims/%20lp-2026-7f3k9q"],
  ["ＬＰ-2026-7F3K9Q", `claims/${encodeURIComponent("ＬＰ-2026-7F3K9Q")}`],
  ["AK-2026-7F3K9Q", "rosters/AK-2026-7F3K9Q"],
  ["../LP", "rosters/..%2FLP"],
]) {
  test(`the receipt “${receipt}” is looked up at its own route`, () => {
    assert.equal(pathOf(receipt ?? ""), path);
    assert.equal(isClaim(receipt ?? ""), path?.startsWith("claims"));
  });
}

for (const [card, fits] of /** @type {[string, boolean][]} */ ([
  ["62220200000000000", true],
  ["6222000000000009", true],
  ["6222000000000008", false],
  ["6222000000000019", false],
])) {
  test(`the check digit of ${card} ${fits ? "fits" : "does not fit"}`, () => {
    assert.equal(hasCheckDigit(card), fits);
  });
}
