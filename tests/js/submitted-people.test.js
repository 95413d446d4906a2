import assert from "node:assert/strict";
import { test } from "node:test";

import { submittedPeople } from "../../site/js/roster/submitted-people.js";

const WANG = { name: "王芳", id_number: "649901199001010026", occupation: "教师" };
const LI = { name: "李娜", id_number: "649901199001010042", occupation: "" };
const ROW = { name_written: "", is_refused: false, is_out: false, has_died: false, last_day: null };

/** @param {...(typeof WANG & {row: number, name_written?: string})} rows */
function form(...rows) {
  const lines = rows.map((each, index) => ({ ...ROW, number: index + 1, ...each }));
  return { version: 2, check_text: "AB12-CD34", rows: lines };
}

test("the people are those of the list, as their names were written", () => {
  const given = submittedPeople(
    form({ ...WANG, row: 3, name_written: "王 芳" }, { ...LI, row: 5 }),
    [],
  );
  assert.deepEqual(given.people, [{ ...WANG, name: "王 芳" }, LI]);
  assert.equal(given.name, "已提交的名单（第 2 版）");
  assert.equal(given.said.size, 0);
  assert.deepEqual(given.read(2), { row: 2, ...LI });
  assert.equal(given.read(3), undefined);
  assert.equal(given.read(0), undefined);
});

test("why it came back stands with whom it is about, by her place in the list as it is now", () => {
  const erased = { name: "（已删除）", id_number: "", occupation: "", row: 4 };
  const given = submittedPeople(form({ ...WANG, row: 3 }, erased, { ...LI, row: 5 }), [
    { text: "请补职业", rows: [4, 5] },
    { text: "请核对姓名", rows: [5, 9] },
    { text: "请盖章", rows: [] },
  ]);
  assert.deepEqual(given.people, [WANG, LI]);
  assert.deepEqual(
    [...given.said],
    [[2, ["退回的原因（写的是第 5 行）：请补职业", "退回的原因（写的是第 5 行）：请核对姓名"]]],
  );
});

test("where her row has kept its number, it is not said twice", () => {
  const given = submittedPeople(form({ ...WANG, row: 1 }), [{ text: "请补职业", rows: [1] }]);
  assert.deepEqual([...given.said], [[1, ["退回的原因：请补职业"]]]);
});

test("another version, or other rows of it, is another list", () => {
  const one = submittedPeople(form({ ...WANG, row: 3 }), []);
  const kept = one.shorten(one.list(1));
  assert.deepEqual(one.restore(kept), one.list(1));
  for (const change of [{ version: 3 }, { check_text: "AB12-CD35" }]) {
    const other = submittedPeople({ ...form({ ...WANG, row: 3 }), ...change }, []);
    assert.equal(other.restore(kept), null);
  }
});
