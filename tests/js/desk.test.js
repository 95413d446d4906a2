import assert from "node:assert/strict";
import { test } from "node:test";
import { untilDue } from "../../site/js/desk/due.js";
import { changesInWords } from "../../site/js/desk/hand-offs.js";
import { hashOfPeriod, periodIn, periodOf, spanOf } from "../../site/js/desk/period.js";
import { deskOf, hashOf, placeOf, roomsOf } from "../../site/js/desk/place.js";
import { accountFacts, stillMissing } from "../../site/js/desk/payment-words.js";
import { twoSums } from "../../site/js/desk/premium-choice.js";
import { withWords } from "../../site/js/desk/ready-words.js";
import { entriesOf, refusalField, refusalsOf } from "../../site/js/desk/refusals.js";
import { NOT_SHOWN, peopleBars, rowsOf } from "../../site/js/desk/summary-tables.js";
import { areasInWords, newsSince, whoInWords } from "../../site/js/desk/words.js";
import { plans } from "../../site/js/rules/generated/plans.js";
import { joined, withBasis } from "../../site/js/sentence.js";
import { readRows, rowsInWords } from "../../site/js/row-numbers.js";
import { emptyStores } from "./storage.js";

emptyStores();

for (const [typed, rows] of /** @type {[string, number[] | null][]} */ ([
  ["", []],
  ["3", [3]],
  ["3、5-8，12", [3, 5, 6, 7, 8, 12]],
  ["第 ３ 行, 第 ４ 至 ５ 行", [3, 4, 5]],
  ["8 3 3；4", [3, 4, 8]],
  ["5 - 6", [5, 6]],
  ["7-7", [7]],
  ["0", null],
  ["8-5", null],
  ["张三", null],
  ["3-", null],
  ["-3", null],
  ["1.5", null],
  ["1-99999999", null],
])) {
  test(`the rows “${typed}” are read as ${JSON.stringify(rows)}`, () => {
    assert.deepEqual(readRows(typed), rows);
  });
}

test("rows are told in spans, and read again as they were", () => {
  const rows = [1, 2, 4, 6, 7, 8];
  assert.equal(rowsInWords(rows), "1、2、4、6–8");
  assert.deepEqual(readRows(rowsInWords(rows)), rows);
});

for (const [due, flags, state, urgency, words] of /** @type {const} */ ([
  ["2026-11-23", { is_overdue: true }, "submitted", "overdue", "已超期 1 天"],
  ["2026-11-24", { is_soon: true }, "submitted", "soon", "今天到期"],
  ["2026-11-25", { is_soon: true }, "returned", "soon", "还有 1 天"],
  ["2026-11-26", {}, "submitted", "later", "还有 2 天"],
  ["2026-11-23", {}, "accepted", "later", "已到期"],
])) {
  test(`${state}, due on ${due}: ${words}`, () => {
    const roster = { due, state, is_overdue: false, is_soon: false, ...flags };
    assert.deepEqual(untilDue(roster, "2026-11-24"), { urgency, words });
  });
}

for (const place of [
  { receipt: "AK-2026-7F3K9Q", unit: "", desk: "", state: "", county: "", q: "", sort: "" },
  { receipt: "", unit: "DW-2026-7F3K9Q", desk: "", state: "", county: "", q: "", sort: "" },
  {
    receipt: "",
    unit: "",
    desk: "rosters",
    state: "returned",
    county: "贺兰县",
    q: "",
    sort: "people",
  },
  { receipt: "", unit: "", desk: "claims", state: "papers_complete", county: "", q: "", sort: "" },
  { receipt: "", unit: "", desk: "", state: "", county: "", q: "第一中学 & #", sort: "" },
  { receipt: "", unit: "", desk: "", state: "", county: "", q: "", sort: "" },
]) {
  test(`a place stands in its hash: ${JSON.stringify(place)}`, () => {
    assert.deepEqual(placeOf(hashOf(/** @type {any} */ (place))), place);
  });
}

test("an address has a search as a number, and its words stay in the tab", () => {
  const hash = hashOf({ desk: "rosters", q: "13900000002" });
  assert.equal(hash, hashOf({ desk: "rosters", q: "13900000002" }));
  assert.doesNotMatch(hash, /139/);
  assert.equal(placeOf(hash).q, "13900000002");
  assert.equal(placeOf("#desk=rosters&search=99").q, "");
  assert.equal(placeOf("#desk=rosters&search=__proto__").q, "");
  emptyStores();
  assert.equal(placeOf(hash).q, "");
});

test("a state that nobody knows is none", () => {
  assert.equal(placeOf("#state=toString").state, "");
  assert.equal(placeOf("#nonsense").state, "");
  assert.equal(placeOf("#desk=toString").desk, "");
});

for (const [roles, rooms] of /** @type {[string[], string[]][]} */ ([
  [["contact"], ["rosters", "batch", "statements", "summary", "services", "imports", "people"]],
  [["area"], ["summary"]],
  [["industry"], ["summary"]],
  [["claims"], ["claims", "people"]],
  [["federation"], ["rosters", "claims", "summary", "services", "imports"]],
  [
    ["admin"],
    ["rosters", "batch", "claims", "statements", "summary", "services", "imports", "people"],
  ],
  [
    ["contact", "claims"],
    ["rosters", "batch", "claims", "statements", "summary", "services", "imports", "people"],
  ],
  [[], []],
])) {
  test(`${roles.join(" and ") || "nobody"} sees the rooms ${rooms.join(", ") || "none"}`, () => {
    assert.deepEqual(roomsOf(roles), rooms);
  });
}

test("a receipt tells the desk at which it is dealt with, however it was typed", () => {
  assert.equal(deskOf("AK-2026-7F3K9Q"), "rosters");
  assert.equal(deskOf("lp-2026-7F3K9Q"), "claims");
  assert.equal(deskOf("ＬＰ 2026 7F3K9Q"), "claims");
});

test("news are what happened after the revision that she knows, and who did it", () => {
  const event = { version: 1, reasons: [], at: "2026-11-24T09:05:00+08:00" };
  const timeline = [
    { ...event, revision: 1, label: "已收到", by: null },
    { ...event, revision: 2, label: "已退回", by: { name: "王芳", roles: ["contact"] } },
    { ...event, revision: null, label: "材料检查完成", by: null },
    { ...event, revision: 3, label: "已收到更正后的名单", by: null },
  ];
  assert.deepEqual(newsSince(timeline, 3, "单位"), []);
  assert.deepEqual(newsSince(timeline, 1, "单位"), [
    "2026年11月24日 09:05，王芳（对接人）：已退回。",
    "2026年11月24日 09:05，单位：已收到更正后的名单。",
  ]);
  assert.equal(whoInWords({ name: "李", roles: ["contact", "admin"] }), "李（对接人、管理员）");
});

test("a contact reads the names of her counties, whoever sees all of them their number", () => {
  const counties = ["兴庆区", "贺兰县"];
  const of = (/** @type {any} */ roles, seen = counties, sums = seen, name = "") => {
    const summary_industries = name ? [{ code: "jiaoyu", name }] : [];
    return areasInWords({ roles, counties: seen, summary_counties: sums, summary_industries });
  };
  assert.equal(of(["contact"]), "负责兴庆区、贺兰县");
  assert.equal(of(["federation"]), "全部 2 个县（区）");
  assert.equal(of(["area"], [], counties), "看兴庆区、贺兰县的汇总");
  assert.equal(of(["industry"], [], [], "示例教育工会"), "看示例教育工会的汇总");
  assert.equal(of(["area", "industry"], [], ["贺兰县"], "甲"), "看贺兰县、甲的汇总");
  assert.equal(of(["claims"], []), "");
});

test("who is refused for the same reason and by the same article shares an entry", () => {
  const refusals = [
    { row: 2, reason: "年龄", article: "article-3" },
    { row: 3, reason: "年龄", article: "article-4" },
    { row: 4, reason: "年龄", article: "article-3" },
    { row: 5, reason: "离职", article: "article-3" },
    { row: 6, reason: "年龄", article: "article-3" },
  ];
  const entries = entriesOf(refusals);
  assert.deepEqual(
    entries.map(({ rows }) => rows),
    ["2、4、6", "3", "5"],
  );
  const back = refusalsOf(entries).refusals.sort((one, other) => one.row - other.row);
  assert.deepEqual(back, refusals);
  assert.deepEqual(entriesOf([]), []);
});

test("a hand-off says what changed since the one before; the first one, for how many it is", () => {
  const changes = { added: 2, removed: 1, changed: 0, same: 9 };
  assert.equal(
    changesInWords({ number: 1, since_version: null, changes: { ...changes, added: 12 } }),
    "第 1 次交接，12 人。",
  );
  assert.equal(
    changesInWords({ number: 3, since_version: 1, changes }),
    "第 3 次交接，与上次交出的第 1 版比：新增 2 人，删除 1 人，更正 0 人，不变 9 人。",
  );
});

test("an entry may refuse several rows; what the API says of one comes back to its entry", () => {
  const entries = [
    { rows: "3、5-6", reason: "年龄", article: "article-3" },
    { rows: "x", reason: "", article: "" },
    { rows: "9", reason: "离职", article: "article-3" },
  ];
  const { refusals, unreadable } = refusalsOf(entries);
  assert.deepEqual(
    refusals.map(({ row, reason }) => [row, reason]),
    [
      [3, "年龄"],
      [5, "年龄"],
      [6, "年龄"],
      [9, "离职"],
    ],
  );
  assert.deepEqual(unreadable, ["refusals.1.rows"]);
  assert.equal(refusalField(entries, "refusals.3.reason", null), "refusals.2.reason");
  assert.equal(refusalField(entries, "refusals.1.row", null), "refusals.0.rows");
  assert.equal(refusalField(entries, "refusals", 9), "refusals.2.rows");
  assert.equal(refusalField(entries, "refusals", 7), null);
  assert.equal(refusalField(entries, "consent_date", null), "consent_date");
  assert.equal(refusalField(entries, null, 7), null);
});

for (const [span, today, from, until] of /** @type {const} */ ([
  ["month", "2026-11-24", "2026-11-01", "2026-11-24"],
  ["month", "2026-11-01", "2026-11-01", "2026-11-01"],
  ["last_month", "2026-11-24", "2026-10-01", "2026-10-31"],
  ["last_month", "2028-03-31", "2028-02-01", "2028-02-29"],
  ["last_month", "2027-01-01", "2026-12-01", "2026-12-31"],
  ["year", "2026-11-24", "2026-01-01", "2026-11-24"],
  ["last_year", "2026-11-24", "2025-01-01", "2025-12-31"],
])) {
  test(`on ${today}, ${span} is from ${from} until ${until}`, () => {
    assert.deepEqual(periodOf(span, today), { from, until });
    assert.equal(
      spanOf({ from, until }, today),
      span === "month" && from === until ? "month" : span,
    );
  });
}

test("a period stands in the address, this year's where there is none", () => {
  const period = { from: "2026-02-03", until: "2026-05-01" };
  assert.deepEqual(periodIn(hashOfPeriod(period), "2026-11-24"), period);
  const ofIndustry = { ...period, industry: "jiaoyu" };
  assert.deepEqual(periodIn(hashOfPeriod(ofIndustry), "2026-11-24"), ofIndustry);
  assert.equal(periodIn("#desk=summary&industry=jiaoyu", "2026-11-24").industry, "jiaoyu");
  assert.equal(spanOf(period, "2026-11-24"), "");
  assert.equal(periodIn("#desk=summary&from=2026-01-02", "2026-11-24").from, "2026-01-01");
});

for (const [hash, room] of /** @type {const} */ ([
  ["", ""],
  ["#", ""],
  ["#receipt=AK-2026-7F3K9Q", ""],
  ["#desk=claims", "claims"],
  ["#desk=summary", "summary"],
  ["#desk=services", "services"],
])) {
  test(`“${hash}” names ${room || "no room"}`, () => assert.equal(placeOf(hash).desk, room));
}

test("what is not shown is said so, and no nought", () => {
  const kinds = [
    {
      name: "机关",
      units: 1,
      lists: 1,
      people: 3,
      first_time: 3,
      renewed: 0,
      left: 0,
      premium: 300,
    },
  ];
  assert.deepEqual(peopleBars(kinds), [{ name: "机关", value: 3, words: "3 人" }]);
  const claims = { name: "合计", reported: null, paid: 0, refused: 0, refunded: 0 };
  const amounts = { paid_amount: null, refunded_amount: 1200 };
  const by = { promise: 5, promised_by: "本站自己定的" };
  const lists = { what: "lists", label: "名单", unit: "天", ...by, count: 0, in_time: 0 };
  const summary = /** @type {any} */ ({
    cities: [],
    kinds,
    total: kinds[0],
    diseases: [{ ...claims, ...amounts }],
    claims,
    paces: [{ ...lists, median: null, ninetieth: null }],
    waiting: [{ label: "名单：等对接人办理", count: 1000, overdue: 2, is_more: true }],
  });
  globalThis.document ??= /** @type {any} */ ({
    createElement: () => ({ setAttribute() {}, append() {} }),
  });
  const rows = rowsOf(summary);
  assert.deepEqual(rows["kinds-table"][0], ["机关", "1", "1", "3", "3", "0", "0", "300 元"]);
  assert.deepEqual(rows["diseases-table"][0]?.slice(1, 3), [NOT_SHOWN, "0"]);
  assert.deepEqual(rows["diseases-table"][0]?.slice(-2), [NOT_SHOWN, "1,200 元"]);
  assert.deepEqual(rows["waiting-table"][0], ["名单：等对接人办理", "1,000 以上", "2"]);
  assert.deepEqual(rows["paces-table"][0], ["名单", "0", "0", "—", "—", "5 天（本站自己定的）"]);
});

test("both sums are shown from the day on which another premium is in force", () => {
  const [plan] = plans;
  assert(plan);
  const next = { ...plan, valid_from: "2027-01-01", premium: { ...plan.premium, value: 120 } };
  const list = { plan: plan.valid_from };
  assert.equal(twoSums(list, "2026-12-31", 3, [plan, next]), null);
  assert.deepEqual(twoSums(list, "2027-01-01", 3, [plan, next]), {
    quoted: `提交名单时的：2019年1月3日起的方案，3 人共 ${3 * plan.premium.value} 元`,
    issued: "签发保险单时的：2027年1月1日起的方案，3 人共 360 元",
  });
  assert.equal(twoSums(list, "", 3, [plan, next]), null);
});

for (const [typed, written] of /** @type {const} */ ([
  ["", "缺页。"],
  ["看不清。", "缺页。"],
  ["看不清。第二页反光", "看不清。第二页反光\n缺页。"],
  ["缺页。第三页", "缺页。第三页"],
])) {
  test(`a sentence chosen where “${typed}” stands`, () => {
    assert.equal(withWords(typed, "缺页。", ["", "看不清。", "缺页。"]), written);
  });
}

const NOTHING_CAME = /** @type {any} */ ({
  account: {
    expected: "600.00",
    received: "0",
    paid_back: "0",
    due: "600.00",
    surplus: "0",
    complete_on: null,
    payments: [],
  },
  arrivals: [],
  consents: { missing: { people: 6, rows: [] } },
  acceptance: null,
});

test("what has not come is said before a list is accepted", () => {
  assert.deepEqual(stillMissing(NOTHING_CAME), [
    "保险费还差 600 元（没有记过款）",
    "盖章的名单没有收到",
    "没有签好的同意书 6 人",
  ]);
  const account = { ...NOTHING_CAME.account, due: "0" };
  const consents = { missing: { people: 1, rows: [3] } };
  const some = { account, consents, arrivals: [{ what: "sheets" }] };
  assert.deepEqual(stillMissing(/** @type {any} */ (some)), ["没有签好的同意书 1 人（第 3 行）"]);
});

test("of an accepted list it is said what was never recorded, or is still due", () => {
  const acceptance = { premium_received_date: "2026-11-30" };
  const account = { ...NOTHING_CAME.account, due: "0" };
  const facts = accountFacts(/** @type {any} */ ({ account, acceptance }));
  assert.deepEqual(facts, [
    ["应缴", "600 元"],
    ["还没有记", "600 元：承保时写的是2026年11月30日收到，没有记过款"],
  ]);
  const payments = [{ payment: {}, is_struck: false }];
  const part = { ...NOTHING_CAME.account, received: "100", due: "500", payments };
  const labels = accountFacts(/** @type {any} */ ({ account: part, acceptance })).map(
    ([label]) => label,
  );
  assert.deepEqual(labels, ["应缴", "已收到", "还差"]);
});

for (const [complete_on, said] of [
  ["2026-11-30", "2026年11月30日"],
  ["2026-12-01", "2026年12月1日，比承保时写的2026年11月30日晚，请核对"],
]) {
  test(`a premium that was whole on ${complete_on} is held against what was accepted by`, () => {
    const acceptance = { premium_received_date: "2026-11-30" };
    const account = { ...NOTHING_CAME.account, received: "600", due: "0", complete_on };
    const facts = accountFacts(/** @type {any} */ ({ account, acceptance }));
    assert.deepEqual(facts.at(-1), ["收齐", said]);
  });
}

test("what people end with a stop is ended once in a longer sentence", () => {
  assert.equal(withBasis("既往患病。", "第三条"), "既往患病（第三条）");
  assert.equal(withBasis("既往患病。", null), "既往患病。");
  assert.equal(joined(["离职了。", "换人；", "完了。"]), "离职了；换人；完了。");
  assert.equal(joined([]), "");
});
