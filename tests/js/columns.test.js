import assert from "node:assert/strict";
import { test } from "node:test";
import { headerOf, inWords } from "../../site/js/roster/columns.js";
import { keepMending, keptMending } from "../../site/js/roster/mending/draft.js";
import { columns } from "../../site/js/rules/generated/columns.js";

test("the page knows each column of a list by the word of the form", () => {
  assert.equal(headerOf("id_number"), "身份证号");
  assert.equal(inWords({ occupation: "教师", name: "王芳", id_number: "" }), "王芳，教师");
});

test("only where the device is her own, what is sensitive stays on it", (context) => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  globalThis.sessionStorage = /** @type {Storage} */ ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  });
  context.after(() => Reflect.deleteProperty(globalThis, "sessionStorage"));
  const mends = columns.map(({ field }) => ({ row: 2, field, value: "新" }));
  const list = { name: "名单.xlsx", brought: { upload_id: "u1" }, changes: { mends } };
  for (const { field, is_sensitive } of columns) {
    keepMending("new", list, false);
    const fields = keptMending("new")?.changes.mends?.map((mend) => mend.field);
    assert.equal(fields?.includes(field), !is_sensitive);
    keepMending("new", list, true);
    assert.equal(keptMending("new")?.changes.mends?.length, mends.length);
  }
});
