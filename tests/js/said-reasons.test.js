import assert from "node:assert/strict";
import { test } from "node:test";
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
