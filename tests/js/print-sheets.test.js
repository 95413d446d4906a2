import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, linesOfUnit, sheetsOf } from "../../site/js/print-sheets.js";

const plain = (/** @type {number} */ people) => Array.from({ length: people }, () => 1);

for (const [people, expected] of /** @type {const} */ ([
  [1, [1]],
  [17, [17]], // with the stamp on one sheet
  [18, [12, 6]],
  [32, [26, 6]],
  [43, [26, 17]],
  [44, [26, 12, 6]],
  [10_000, [...Array(384).fill(26), 16]],
])) {
  test(`${people} people are on so many sheets, the last with the stamp`, () => {
    const sheets = sheetsOf(plain(people));
    assert.deepEqual(
      sheets.map(([first, end]) => end - first),
      expected,
    );
    const firsts = [...sheets.map(([first]) => first), people];
    const ends = [0, ...sheets.map(([, end]) => end)];
    assert.deepEqual(firsts, ends, "nobody is left out or twice");
  });
}

test("rows of several lines take the room of others", () => {
  const ends = (/** @type {number[]} */ rows, ofUnit = 1) =>
    sheetsOf(rows, ofUnit).map((s) => s[1]);
  assert.deepEqual(ends([6, 6, 5]), [3]);
  assert.deepEqual(ends([6, 6, 6]), [2, 3]);
  assert.deepEqual(ends(plain(17), 2), [11, 17], "a unit's name of two lines");
  assert.deepEqual(ends([99, 99]), [1, 2], "a row longer than a sheet stands alone");
  assert.deepEqual(ends([99]), [1]);
});

test("a cell is as many lines as its text needs", () => {
  const row = { name: "王示例", id_number: "640101199001011234", occupation: "护士" };
  assert.equal(linesOf(row), 1);
  assert.equal(linesOf({ ...row, occupation: "护".repeat(15) }), 1);
  assert.equal(linesOf({ ...row, occupation: "护".repeat(16) }), 2);
  assert.equal(linesOf({ ...row, name: "名".repeat(11) }), 1);
  assert.equal(linesOf({ ...row, name: "名".repeat(8), mark: "不予承保" }), 2);
  assert.equal(linesOfUnit("示例小学"), 1);
  assert.equal(linesOfUnit("校".repeat(100)), 3);
});
