import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsFile } from "../../site/js/roster/offline/findings-file.js";

/** @type {any} */
const FINDING = {
  severity: "error",
  code: "name.missing",
  title: "没有姓名",
  message: "这一行没有姓名。",
  fix: "请补上。",
  row: 3,
  column: 2,
  cell: "B3",
};

test("what was found is a table that Excel reads, one line for each place", () => {
  const text = findingsFile([FINDING], {});
  assert.equal(
    text,
    '\ufeff"轻重","位置","行","姓名","问题","说明","怎么改","依据"\r\n' +
      '"必须改","B3","3","","没有姓名","这一行没有姓名。","请补上。",""\r\n',
  );
});

for (const [name, kept] of [
  ["王芳", "王芳"],
  ["=1+1", "'=1+1"],
  [" ＠SUM(A1)", "' ＠SUM(A1)"],
  ["-1", "'-1"],
  ["640121199003070026", "'640121199003070026"],
  ["12E5", "'12E5"],
  ["64012119900307002X", "64012119900307002X"],
  ['他说"好"\n', '他说""好"" '],
]) {
  test(`a cell that says ${JSON.stringify(name)} stays text`, () => {
    const text = findingsFile([FINDING], { 3: String(name) });
    assert.ok(text.includes(`"3","${kept}","没有姓名"`), text);
  });
}
