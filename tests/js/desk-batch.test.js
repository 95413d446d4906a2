import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedNumbers, receivedInWords, sumFacts } from "../../site/js/desk/batch-words.js";
import { ChosenLists, MOST_CHOSEN } from "../../site/js/desk/chosen.js";
import { fewAtOnce } from "../../site/js/desk/few-at-once.js";
import { dropFilter, savedFilters, saveFilter } from "../../site/js/desk/saved-filters.js";
import { ascending, BY_UNIT, descending } from "../../site/js/desk/sorting.js";
import { emptyStores } from "./storage.js";

const RECEIPTS = ["AK-2026-1", "AK-2026-2", "AK-2026-3"];

for (const [pasted, from, numbers] of /** @type {[string, number, (string | undefined)[]][]} */ ([
  ["NX-1\nNX-2\r\nNX-3\n", 0, ["NX-1", "NX-2", "NX-3"]],
  ["NX-2\nNX-3\nNX-4", 1, [undefined, "NX-2", "NX-3"]],
  ["AK-2026-3\tNX-3\nAK-2026-1\tNX-1", 0, ["NX-1", undefined, "NX-3"]],
  ["NX-3\tAK-2026-3\n某单位\tNX-9", 0, [undefined, undefined, "NX-3"]],
  ["AK-2026-2\t", 0, [undefined, undefined, undefined]],
])) {
  test(`what is pasted goes to its list: ${JSON.stringify(pasted)}`, () => {
    const found = pastedNumbers(pasted, RECEIPTS, RECEIPTS.slice(from));
    assert.deepEqual(
      RECEIPTS.map((receipt) => found.get(receipt)),
      numbers,
    );
  });
}

test("one confirmation says all dates and sums", () => {
  const one = {
    consent_date: "2026-11-02",
    premium_received_date: "2026-11-03",
    policy_issued_date: "2026-11-04",
    first_day: "2026-11-05",
    people: 12,
    premium: { amount: 1200 },
    refusals: [],
  };
  const other = { ...one, premium_received_date: "2026-11-01", people: 2, refusals: [{}] };
  other.premium = { amount: 200 };
  const facts = Object.fromEntries(sumFacts(/** @type {any} */ ([one, other])));
  assert.equal(facts.名单, "2 份");
  assert.equal(facts.承保, "14 人");
  assert.equal(facts.不承保, "1 人");
  assert.equal(facts.保险费, "共 1,400 元");
  assert.equal(facts.同意承保, "都是2026年11月2日");
  assert.equal(facts.收到保险费, "从2026年11月1日到2026年11月3日，每份见下");
});

for (const [received, complete_on, words] of /** @type {[string, string | null, string][]} */ ([
  ["0", null, "没有记过到账"],
  ["100.50", null, "已记下 100.5 元"],
  ["1200", "2026-11-03", "已记下的款2026年11月3日收齐"],
])) {
  test(`of the premium, ${received} yuan: ${words}`, () => {
    assert.equal(receivedInWords(/** @type {any} */ ({ received, complete_on })), words);
  });
}

test("as many lists as are read in one go can be chosen, and no more", () => {
  const chosen = new ChosenLists();
  const list = (/** @type {number} */ number) => ({
    receipt: `AK-${number}`,
    unit_name: "某单位",
    version: 1,
    people: 2,
  });
  for (let number = 0; number < MOST_CHOSEN; number++) assert.ok(chosen.add(list(number)));
  assert.equal(chosen.add(list(MOST_CHOSEN)), false);
  assert.ok(chosen.add({ ...list(1), version: 2 }), "one that is among them is known anew");
  chosen.remove("AK-0");
  assert.ok(chosen.add(list(MOST_CHOSEN)));
});

test("a few at once are done, and where one fails nothing new is begun", async () => {
  let running = 0;
  let most = 0;
  /** @type {number[]} */
  const begun = [];
  const work = async (/** @type {number} */ number) => {
    begun.push(number);
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done));
    running--;
    if (number === 3) throw new Error("no");
  };
  await fewAtOnce([0, 1, 2], 2, work);
  assert.deepEqual([begun, most], [[0, 1, 2], 2]);
  await assert.rejects(fewAtOnce([3, 4, 5, 6], 2, work), /no/);
  assert.deepEqual(begun.slice(3), [3, 4]);
});

test("what is listed is put in order by unit, by people, by day", () => {
  const lists = [
    { unit_name: "银川三中", people: 2, at: "2026-11-02" },
    { unit_name: "贺兰一中", people: 30, at: "2026-11-03" },
  ];
  const names = (/** @type {(a: any, b: any) => number} */ compare) =>
    [...lists].sort(compare).map(({ unit_name }) => unit_name);
  assert.deepEqual(names(BY_UNIT.compare), ["贺兰一中", "银川三中"]);
  assert.deepEqual(names(descending(({ people }) => people)), ["贺兰一中", "银川三中"]);
  assert.deepEqual(names(ascending(({ at }) => at)), ["银川三中", "贺兰一中"]);
});

test("filters are kept on the device, and only such as lead to a part of a queue", () => {
  emptyStores();
  const [first, second] = [
    {
      name: "待办理的名单，贺兰县",
      hash: "#desk=rosters&state=submitted&county=%E8%B4%BA%E5%85%B0%E5%8E%BF",
    },
    { name: "已退回的名单", hash: "#desk=rosters&state=returned&sort=people" },
  ];
  saveFilter(first);
  saveFilter(second);
  saveFilter({ ...first, name: "又一次" });
  assert.deepEqual(savedFilters(), [second, { ...first, name: "又一次" }]);
  dropFilter(second.hash);
  assert.deepEqual(savedFilters(), [{ ...first, name: "又一次" }]);
  const wrong = [
    { name: "外站", hash: "https://example.com" },
    null,
    { name: 3, hash: "#desk=rosters" },
  ];
  localStorage.setItem("desk-filters", JSON.stringify(wrong));
  assert.deepEqual(savedFilters(), []);
  localStorage.setItem("desk-filters", "{");
  assert.deepEqual(savedFilters(), []);
});
