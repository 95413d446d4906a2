import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, rowsInTheWay, SHOWN_AT_MOST, totalOf } from "../../site/js/roster/layout.js";
import { finding } from "./findings.js";

/**
 * @param {number} length
 * @param {Partial<import("../../site/js/contract.js").Finding>} part
 */
const several = (length, part) =>
  Array.from({ length }, (_, index) => finding({ row: index + 3, ...part }));

/** @param {import("../../site/js/roster/layout.js").Group[]} groups */
const outline = (groups) => groups.map(({ code, total, shown }) => [code, total, shown.length]);

test("findings are grouped by severity and code, in the order in which codes first appear", () => {
  const layout = layOut([
    ...several(2, { code: "b" }),
    ...several(1, { code: "w", severity: "warning" }),
    ...several(1, { code: "a" }),
    ...several(1, { code: "b" }),
    ...several(3, { code: "i", severity: "info" }),
  ]);
  assert.deepEqual(outline(layout.error), [
    ["b", 3, 3],
    ["a", 1, 1],
  ]);
  assert.deepEqual(outline(layout.warning), [["w", 1, 1]]);
  assert.deepEqual(outline(layout.info), [["i", 3, 3]]);
});

for (const [found, shown] of [
  [SHOWN_AT_MOST - 1, SHOWN_AT_MOST - 1],
  [SHOWN_AT_MOST, SHOWN_AT_MOST],
  [SHOWN_AT_MOST + 1, SHOWN_AT_MOST],
]) {
  test(`of ${found} errors ${shown} are shown and all are counted`, () => {
    const { error } = layOut(several(found ?? 0, {}));
    assert.deepEqual(outline(error), [["id_number.length", found, shown]]);
    assert.equal(totalOf(error), found);
  });
}

test("errors are shown before warnings, and a warning that is not shown keeps its group", () => {
  const warnings = several(2, { code: "w", severity: "warning" });
  const layout = layOut([...warnings, ...several(3, { code: "e" })], 4);
  assert.deepEqual(outline(layout.error), [["e", 3, 3]]);
  assert.deepEqual(outline(layout.warning), [["w", 2, 1]]);
  assert.deepEqual(outline(layOut([...warnings, ...several(3, {})], 3).warning), [["w", 2, 0]]);
});

test("no findings, no groups", () => {
  assert.deepEqual(layOut([]), { error: [], warning: [], info: [] });
});

for (const [name, findings, rows] of /** @type {const} */ ([
  ["no error", [finding({ severity: "warning", row: 4 })], []],
  ["errors of rows, each row once", [9, 4, 9].map((row) => finding({ row })), [4, 9]],
  ["an error of the whole file", [finding({ row: 4 }), finding({})], []],
  [
    "an error of the unit is mended elsewhere",
    [finding({ row: 4 }), finding({ field: "unit.union" })],
    [4],
  ],
  [
    "a warning without a row does not matter",
    [finding({ row: 4 }), finding({ severity: "info" })],
    [4],
  ],
])) {
  test(`rows that could be left out: ${name}`, () => {
    assert.deepEqual(rowsInTheWay([...findings]), rows);
  });
}
