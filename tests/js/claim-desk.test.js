import assert from "node:assert/strict";
import { test } from "node:test";
import { amountsInWords, outcomeFacts } from "../../site/js/claim-outcome.js";
import { changesOf, proposalFacts, readYuan, unopenedInWords } from "../../site/js/desk/amounts.js";
import { clockInWords } from "../../site/js/desk/claim-clock.js";
import { illnessFacts, insuredFacts, stayInWords } from "../../site/js/desk/claim-facts.js";
import { doingOf } from "../../site/js/desk/object-form.js";

/** @typedef {import("../../site/js/desk/contract.js").Claim} Claim */

for (const [typed, amount] of /** @type {[string, number | null][]} */ ([
  ["0", 0],
  ["100000", 100_000],
  [" 100,000 元", 100_000],
  ["１０，０００", 10_000],
  ["99999999", 99_999_999],
  ["100000000", null],
  ["", null],
  ["-1", null],
  ["1.5", null],
  ["1e5", null],
  ["一百", null],
])) {
  test(`“${typed}” is ${amount === null ? "no amount" : `${amount} yuan`}`, () => {
    assert.equal(readYuan(typed), amount);
  });
}

const GIVEN = { lump_sum: 1000, allowance: 400, refund: 0 };

test("only what an outcome pays is compared with what the rules give", () => {
  const changed = { lump_sum: 1000, allowance: 300, refund: 7 };
  assert.deepEqual(changesOf("pay", GIVEN, GIVEN), []);
  assert.deepEqual(changesOf("pay", changed, GIVEN), ["住院津贴：算出 400 元，改为 300 元"]);
  assert.deepEqual(changesOf("refund", changed, GIVEN), ["退还保险费：算出 0 元，改为 7 元"]);
  assert.deepEqual(changesOf("refuse", changed, GIVEN), []);
});

test("an outcome tells its money, its article and its reason, and nothing that it does not pay", () => {
  const article_label = "第五条";
  const found = { amounts: GIVEN, article_label, reason: null, stated: null, grounds: null };
  assert.deepEqual(outcomeFacts({ ...found, outcome: "pay" }), [
    ["结果", "给付"],
    ["保险金", "1,000 元"],
    ["住院津贴", "400 元"],
    ["一共", "1,400 元"],
    ["依据", "第五条"],
  ]);
  assert.deepEqual(outcomeFacts({ ...found, outcome: "refuse", reason: "没有参保" }), [
    ["结果", "不予给付"],
    ["依据", "第五条"],
    ["理由", "没有参保"],
  ]);
  const said = { stated: "不是原发，初次发生", grounds: "由卵巢转移" };
  assert.deepEqual(outcomeFacts({ ...found, ...said, outcome: "refuse" }).slice(2), [
    ["认定", "不是原发，初次发生（由卵巢转移）"],
  ]);
  assert.equal(amountsInWords(GIVEN), "保险金 1,000 元，住院津贴 400 元");
  assert.equal(amountsInWords({ lump_sum: 0, allowance: 0, refund: 0 }), "不付钱");
});

const PAPERS = [
  ["0001-01", "病理诊断报告", "a.jpg", true, false],
  ["0001-02", "诊断证明", "b.jpg", true, true],
  ["0001-03", "诊断证明", "c.jpg", false, false],
].map(([document_id, kind_name, filename, is_usable, is_opened]) => {
  return /** @type {any} */ ({ document_id, kind_name, filename, is_usable, is_opened });
});

test("papers that count and were not opened are named", () => {
  assert.equal(unopenedInWords(PAPERS), "病理诊断报告 a.jpg");
  assert.equal(unopenedInWords(PAPERS.slice(1)), "");
});

test("who confirms sees the day it goes by, and what is not as the rules gave it", () => {
  /** @type {Parameters<typeof proposalFacts>[0]} */
  const asGiven = {
    outcome: "pay",
    amounts: GIVEN,
    prefilled: GIVEN,
    suggested: "pay",
    article_label: null,
    reason: null,
    occurrence: "2026-11-10",
    paid_before: { lump_sum: 0, allowance: 0, refund: 0 },
    stated: null,
    grounds: null,
    not_needed: [],
  };
  const added = (/** @type {Partial<typeof asGiven>} */ change) =>
    proposalFacts({ ...asGiven, ...change }, PAPERS).slice(4);
  const occurred = ["发病日", "2026年11月10日"];
  assert.deepEqual(added({}), [occurred]);
  assert.deepEqual(added({ suggested: null }), [occurred]);
  assert.deepEqual(added({ not_needed: ["0001-01"] }), [
    occurred,
    ["没有打开看的材料", "1 份，核定的人认为用不着：病理诊断报告 a.jpg"],
  ]);
  assert.deepEqual(added({ paid_before: GIVEN }), [
    occurred,
    ["这件以前已付", "保险金 1,000 元，住院津贴 400 元"],
  ]);
  assert.deepEqual(added({ suggested: "refuse", prefilled: { ...GIVEN, lump_sum: 0 } }), [
    occurred,
    ["有改动", "算出的结果是不予给付；保险金：算出 0 元，改为 1,000 元"],
  ]);
});

test("a stay's days are told as the allowance counts them; without discharge it goes on", () => {
  const stay = { admission: "2026-10-30", discharge: "2026-11-06" };
  assert.equal(stayInWords(stay), "2026年10月30日到2026年11月6日，7 天");
  assert.equal(stayInWords({ ...stay, discharge: null }), "2026年10月30日起，还在住院");
});

/** @type {any} */
const CLAIM = {
  insured: { name: "王芳", id_number: "x", birth_date: null, age_at_diagnosis: null, phone: "" },
  unit: { name: "示例小学", county: "贺兰县" },
  reporter: { name: "李", relation_label: "配偶", phone: "" },
  reported_at: "2026-11-24T09:05:00+08:00",
  report_by: "2026-11-30",
  late: true,
  disease: { label: "乳腺癌", item_label: "乳腺癌" },
  specimen_date: null,
  diagnosis_date: "2026-11-20",
  hospital: "",
  stays: [],
  bank: null,
};

test("of a claim only what is known is told; a late report says so", () => {
  const facts = Object.fromEntries(insuredFacts(/** @type {Claim} */ (CLAIM)));
  assert.deepEqual(Object.keys(facts), [
    "姓名",
    "身份证号",
    "单位",
    "县（区）",
    "报案人",
    "报案",
    "报案期限",
  ]);
  assert.equal(facts["报案"], "2026年11月24日 09:05，晚了");
  assert.equal(facts["报案人"], "李，配偶");
  assert.deepEqual(illnessFacts(/** @type {Claim} */ (CLAIM)), [
    ["病种", "乳腺癌"],
    ["病检标本提取日", "还不知道"],
    ["确诊", "2026年11月20日"],
    ["住院", "没有住院"],
  ]);
});

test("the clock tells since when it runs, and where its last day is only provisional", () => {
  const claim = { due: "2026-12-15", due_label: "给付期限", papers_complete_on: "2026-11-24" };
  const pay_by = { day: "2026-12-15", provisional: false };
  const told = "材料齐全：2026年11月24日；给付期限：2026年12月15日";
  assert.equal(clockInWords({ ...claim, pay_by }), told);
  assert.equal(
    clockInWords({ ...claim, pay_by: { ...pay_by, provisional: true } }),
    `${told}（暂定：本站还没有收录那一年的放假安排）`,
  );
  const waiting = { due: "2026-12-04", due_label: "提醒补材料", papers_complete_on: null };
  assert.equal(clockInWords({ ...waiting, pay_by: null }), "提醒补材料：2026年12月4日");
  assert.equal(clockInWords({ ...claim, due: null, pay_by }), "");
});

test("who proposed withdraws, somebody else objects", () => {
  assert.equal(doingOf({ may_confirm: false }), "撤回自己的核定");
  assert.equal(doingOf({ may_confirm: true }), "不同意核定");
});
