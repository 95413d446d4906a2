import assert from "node:assert/strict";
import { test } from "node:test";
import { excerptOf } from "../../site/js/search/excerpt.js";
import { askedFor } from "../../site/js/search/question.js";
import { Ranking } from "../../site/js/search/ranking.js";
import { lettersOf, termsOf } from "../../site/js/search/terms.js";
/** @import {SearchIndex, Section} from "../../site/js/search/types.js" */

/** @type {Section[]} */
const SECTIONS = [
  ["/faq/#who", "常见问题", "谁可以参加？", ["第三条"], "年满十六周岁的女职工。", ""],
  ["/faq/#amounts", "常见问题", "一共赔多少？", [], "子宫颈癌给付保险金。", "宫颈癌"],
  ["/changes/", "更新记录", "更新记录", [], "女职工可以看的更新。", ""],
];
/** @type {SearchIndex} */
const INDEX = {
  hotline: "95511",
  examples: [],
  noise: ["能", "吗", "怎么"],
  words: { 老婆: ["女职工"], 宫颈癌: ["子宫颈癌"], 癌: ["保险金"] },
  weights: { "/changes/": 0.1 },
  sections: SECTIONS,
};
const addresses = (/** @type {string} */ question) =>
  new Ranking(INDEX).hits(question).map(({ address }) => address);

for (const { text, terms } of [
  { text: "女职工", terms: ["女职", "职工"] },
  { text: "癌", terms: ["癌"] },
  { text: "工会，工行", terms: ["工会", "工行"] },
  { text: "６１岁 HPV", terms: ["61", "岁", "hpv"] },
  { text: "CIN3 4a 2026年", terms: ["cin3", "cin", "4a", "2026", "年"] },
  { text: "？ …", terms: [] },
  { text: "", terms: [] },
  { text: "𠮷林", terms: ["𠮷林"] },
]) {
  test(`the terms of “${text}”`, () => assert.deepEqual(termsOf(text), terms));
}

test("letters are those of Chinese words only", () => {
  assert.deepEqual(lettersOf("61岁 ok 𠮷"), ["岁", "𠮷"]);
});

test("a word that people use asks for the pages' word, too, which counts less", () => {
  const asked = askedFor("老婆", INDEX);
  assert.equal(asked.get("老婆"), 1);
  assert.ok((asked.get("女职") ?? 0) > 0);
  assert.ok((asked.get("女职") ?? 1) < 1);
});

test("of words inside one another the longest counts", () => {
  const asked = askedFor("宫颈癌", INDEX);
  assert.ok(asked.has("子宫"));
  assert.ok(!asked.has("保险"));
});

test("a question of nothing but noise still asks for what was typed", () => {
  assert.deepEqual([...askedFor("能吗", INDEX).keys()], ["能吗"]);
  assert.equal(askedFor("能吗", INDEX).get("能吗"), 1);
});

for (const nothing of ["", "  ", "？", "zzz"]) {
  test(`“${nothing}” finds nothing`, () => assert.deepEqual(addresses(nothing), []));
}

test("what a section is asked for with is as good as its own words", () => {
  assert.equal(addresses("宫颈癌")[0], "/faq/#amounts");
});

test("a page that counts less comes later", () => {
  assert.deepEqual(addresses("女职工"), ["/faq/#who", "/changes/"]);
  assert.deepEqual(addresses("更新"), ["/changes/"]);
});

test("one known letter is better than no answer", () => {
  assert.deepEqual(addresses("颈"), ["/faq/#amounts"]);
  assert.deepEqual(addresses("颈痛"), ["/faq/#amounts"]);
});

test("words like those of every object are words like others", () => {
  assert.deepEqual(addresses("constructor"), []);
});

test("an excerpt marks what was asked for and says where it is cut", () => {
  const asked = new Map([["津贴", 1]]);
  assert.deepEqual(excerptOf("住院津贴按天算", asked), [
    { text: "住院", asked: false },
    { text: "津贴", asked: true },
    { text: "按天算", asked: false },
  ]);
  const long = excerptOf(`${"前".repeat(200)}津贴${"后".repeat(200)}`, asked);
  assert.equal(long[0]?.text, "…");
  assert.equal(long.at(-1)?.text, "…");
  assert.deepEqual(
    long.filter((piece) => piece.asked).map(({ text }) => text),
    ["津贴"],
  );
});

test("what counts little is not marked", () => {
  const asked = new Map([
    ["交", 0.3],
    ["材料", 1],
  ]);
  const marked = excerptOf("交材料", asked).filter((piece) => piece.asked);
  assert.deepEqual(marked, [{ text: "材料", asked: true }]);
});

test("much worse hits are shown only where there are few", () => {
  /** @type {(at: number) => Section} */
  const filler = (at) => [`/${at}/`, `第${at}页`, "津贴", [], "住院", ""];
  const sections = [SECTIONS[1], ...[1, 2, 3, 4].map(filler)].filter((each) => each !== undefined);
  const worse = { "/1/": 0.1, "/2/": 0.1, "/3/": 0.1, "/4/": 0.1 };
  const ranking = new Ranking({ ...INDEX, sections, weights: worse });
  const found = ranking.hits("赔多少 津贴").map(({ address }) => address);
  assert.deepEqual(found, ["/faq/#amounts", "/1/", "/2/"]);
});

test("an excerpt of nothing is empty", () => assert.deepEqual(excerptOf("", new Map()), []));
