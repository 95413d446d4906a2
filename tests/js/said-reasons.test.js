import assert from "node:assert/strict";
import { test } from "node:test";
import { becameInWords } from "../../site/js/change-requests.js";
import { whoIn } from "../../site/js/said-reasons.js";

const NAMES = { 1: "王芳", 2: "李梅", 3: "张丽", 4: "马兰", 5: "丁香", 6: "白雪" };

for (const [rows, said] of /** @type {[number[], string][]} */ ([
  [[], ""],
  [[7], ""],
  [[1, 7], "（王芳）"],
  [[1, 2, 3, 4, 5], "（王芳、李梅、张丽、马兰、丁香）"],
  [[1, 2, 3, 4, 5, 6], "（王芳、李梅、张丽、马兰、丁香等 6 人）"],
])) {
  test(`who stands in rows ${rows.join(", ")}`, () => {
    assert.equal(whoIn(rows, NAMES), said);
  });
}

for (const [texts, said] of /** @type {[string[], string][]} */ ([
  [["请先交盖章的证明"], "没有照办：请先交盖章的证明"],
  [["请先交盖章的证明。"], "没有照办：请先交盖章的证明"],
  [["材料不全。", "请先交证明；"], "没有照办：材料不全；请先交证明"],
])) {
  test(`what is not done says why, without two stops: ${texts.join(" ")}`, () => {
    const answer = texts.map((text) => ({ text, article: null, article_label: null, rows: [] }));
    assert.equal(becameInWords({ state: "declined", answer }), said);
  });
}
