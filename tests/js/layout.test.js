import assert from "node:assert/strict";
import { test } from "node:test";
import {
  layOut,
  placesOf,
  rowsInTheWay,
  SAID_ONCE_FROM,
  SHOWN_AT_MOST,
  totalOf,
} from "../../site/js/roster/layout.js";
import { finding } from "./findings.js";

/**
 * @param {number} length
 * @param {Partial<import("../../site/js/contract.js").Finding>} part
 */
const several = (length, part) =>
  Array.from({ length }, (_, index) =>
    finding({ row: index + 3, message: `第 ${index + 3} 行。`, ...part }),
  );

/**
 * @param {number[]} rows
 * @param {string} [letters]
 */
const cells = (rows, letters = "C") =>
  rows.map((row) => finding({ row, column: letters.charCodeAt(0) - 64, cell: `${letters}${row}` }));

/**
 * @param {string} sheet
 * @param {number} added
 * @param {number[]} rows
 */
const onSheet = (sheet, added, rows) =>
  cells(rows).map((each) => ({
    ...each,
    row: (each.row ?? 0) + added,
    cell: `${sheet}!${each.cell}`,
  }));

/** @param {import("../../site/js/roster/layout.js").Group[]} groups */
const outline = (groups) => groups.map(({ code, total, shown }) => [code, total, shown.length]);

test("findings are grouped by severity and code, the codes that stand most often first", () => {
  const layout = layOut([
    ...several(1, { code: "a" }),
    ...several(2, { code: "b" }),
    ...several(1, { code: "w", severity: "warning" }),
    ...several(1, { code: "c" }),
    ...several(1, { code: "b" }),
    ...several(3, { code: "i", severity: "info" }),
  ]);
  assert.deepEqual(outline(layout.error), [
    ["b", 3, 3],
    ["a", 1, 1],
    ["c", 1, 1],
  ]);
  assert.deepEqual(outline(layout.warning), [["w", 1, 1]]);
  assert.deepEqual(outline(layout.info), [["i", 3, 3]]);
});

test("first comes what is wrong with the whole file, then what one change repairs most", () => {
  const { error } = layOut([
    ...several(9, { code: "each its own" }),
    ...several(5, { code: "all the same", message: "一样。" }),
    finding({ code: "file" }),
    finding({ code: "unit", field: "unit.union" }),
  ]);
  assert.deepEqual(
    error.map(({ code }) => code),
    ["file", "all the same", "each its own", "unit"],
  );
});

for (const [same, lines] of [
  [SAID_ONCE_FROM - 1, SAID_ONCE_FROM - 1],
  [SAID_ONCE_FROM, 1],
  [SAID_ONCE_FROM + 1, 1],
]) {
  test(`the same sentence ${same} times is said ${lines} times`, () => {
    const { error } = layOut([...several(same ?? 0, { message: "一样。" }), ...several(1, {})]);
    assert.deepEqual(outline(error), [["id_number.length", (same ?? 0) + 1, (lines ?? 0) + 1]]);
  });
}

for (const [name, findings, rows, expected] of /** @type {const} */ ([
  ["every row of the list", cells([3, 4, 5, 6]), 4, ["C", true]],
  ["all rows but one", cells([3, 4, 5, 6]), 5, ["C", false]],
  ["two sheets", [...onSheet("一", 1000, [3]), ...onSheet("二", 2000, [4])], 2, ["C", true]],
  ["two columns", [...cells([3, 4]), ...cells([5, 6], "D")], 4, [null, false]],
  ["rows without a cell", several(4, {}), 4, [null, false]],
])) {
  test(`the column of a group: ${name}`, () => {
    const [group] = layOut([...findings], rows).error;
    assert.deepEqual([group?.column, group?.isWhole], expected);
  });
}

for (const [findings, expected] of /** @type {const} */ ([
  [cells([4]), "C4"],
  [cells([3, 4, 5]), "C3–C5"],
  [cells([3, 5, 6, 9]), "C3、C5–C6、C9"],
  [several(3, {}), "第 3–5 行"],
  [cells([2, 4, 6, 8]), "C2、C4、C6 等 4 处"],
  [cells([2, 4, 5, 8]), "C2、C4–C5、C8"],
  [
    [...onSheet("一车间", 1000, [3, 4]), ...onSheet("二车间", 2000, [4])],
    "一车间!C3–C4、二车间!C4",
  ],
  [[finding({})], "整个文件"],
])) {
  test(`places are written as ${expected}`, () => {
    assert.equal(placesOf(/** @type {any} */ (findings), 3), expected);
  });
}

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
  const layout = layOut([...warnings, ...several(3, { code: "e" })], 3, 4);
  assert.deepEqual(outline(layout.error), [["e", 3, 3]]);
  assert.deepEqual(outline(layout.warning), [["w", 2, 1]]);
  assert.deepEqual(outline(layOut([...warnings, ...several(3, {})], 3, 3).warning), [["w", 2, 0]]);
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
