import assert from "node:assert/strict";
import { test } from "node:test";
import { Changes } from "../../site/js/roster/mending/changes.js";
import { withRowsToMend } from "../../site/js/roster/mending/rows-to-mend.js";

test("changes are asked for by row and field, whatever the order they were made in", () => {
  const changes = new Changes();
  changes.leaveOut(9, true);
  changes.leaveOut(2, true);
  changes.mend(7, "occupation", "护士");
  changes.mend(7, "name", "王芳");
  changes.mend(3, "id_number", "");
  assert.deepEqual(changes.asked(), {
    mends: [
      { row: 3, field: "id_number", value: "" },
      { row: 7, field: "name", value: "王芳" },
      { row: 7, field: "occupation", value: "护士" },
    ],
    exclude_rows: [2, 9],
  });
  assert.deepEqual(changes.rows.sort(), [2, 3, 7, 9]);
});

test("nothing is asked for where nothing was changed, or all of it was taken back", () => {
  const changes = new Changes();
  assert.deepEqual(changes.asked(), {});
  changes.mend(3, "name", "王芳");
  changes.mend(3, "name", undefined);
  changes.leaveOut(3, true);
  changes.leaveOut(3, false);
  assert.deepEqual(changes.asked(), {});
  assert.deepEqual(changes.rows, []);
});

test("each step is undone to what stood there before, and what changes nothing is no step", () => {
  const changes = new Changes();
  assert.equal(changes.mend(3, "name", "王芳"), true);
  assert.equal(changes.mend(3, "name", "王芳"), false);
  assert.equal(changes.mend(3, "name", "王方"), true);
  assert.equal(changes.leaveOut(4, false), false);
  assert.deepEqual(changes.undo(), { row: 3, field: "name", value: "王芳" });
  assert.equal(changes.value(3, "name"), "王芳");
  assert.deepEqual(changes.undo(), { row: 3, field: "name", value: undefined });
  assert.equal(changes.value(3, "name"), undefined);
  assert.equal(changes.canUndo, false);
  assert.equal(changes.undo(), undefined);
});

test("a row is restored in one step, which one undo takes back", () => {
  const changes = new Changes();
  changes.mend(3, "name", "王芳");
  changes.mend(3, "occupation", "护士");
  changes.leaveOut(3, true);
  const before = changes.asked();
  assert.equal(changes.restore(3), true);
  assert.deepEqual(changes.asked(), {});
  assert.equal(changes.restore(3), false);
  changes.undo();
  assert.deepEqual(changes.asked(), before);
});

test("what was kept is there again, without steps to undo", () => {
  const kept = { mends: [{ row: 3, field: "name", value: "王芳" }], exclude_rows: [4] };
  // @ts-expect-error the field is no literal here
  const changes = new Changes(kept);
  assert.deepEqual(changes.asked(), kept);
  assert.equal(changes.canUndo, false);
});

test("rows to mend go with the whole list and its mends, also where rows were put in before", () => {
  /** @type {{row: number, field: "name", value: string}[]} */
  const mends = [{ row: 3, field: "name", value: "王芳" }];
  const rows = { upload_id: "rows" };
  const base = { upload_id: "whole", mends };
  assert.deepEqual(withRowsToMend({ ...base, exclude_rows: [1] }, rows), { ...rows, base });
  assert.deepEqual(withRowsToMend({ upload_id: "whole" }, rows), {
    ...rows,
    base: { upload_id: "whole" },
  });
  const again = { upload_id: "earlier rows", base: { upload_id: "whole" }, mends };
  assert.deepEqual(withRowsToMend(again, rows), { ...rows, base });
});
