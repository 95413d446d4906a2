import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  forgetReceipt,
  keepCorrection,
  keepReceipt,
  keptOfSameList,
  keptOfUnit,
  keptReceipts,
} from "../../site/js/kept-receipts.js";
import { keepMending, keptMending } from "../../site/js/roster/mending/draft.js";
import { Prefilled } from "../../site/js/roster/prefilled.js";
import { emptyStores } from "./storage.js";

const RECEIPT = {
  receipt: "AK-2026-7F3K9Q",
  access_code: "AAAAA-AAAAA",
  submitted_at: "2026-11-29T08:00:00+08:00",
  people: 2,
  list_mark: "FIRST",
};
const ONE = { name: "王芳", id_number: "649901199001010026", occupation: "教师" };
const GIVEN = new Prefilled({ people: [ONE], list_mark: "MARK" });

beforeEach(emptyStores);

test("after a correction the device knows the list as it is now", () => {
  keepReceipt(RECEIPT);
  const corrected = { receipt: RECEIPT.receipt, unit_name: "示例单位", people: 3 };
  keepCorrection({ ...corrected, list_mark: "SECOND" });
  assert.equal(keptOfSameList("FIRST"), undefined);
  assert.equal(keptOfSameList("SECOND")?.people, 3);
  assert.equal(keptOfSameList("SECOND")?.access_code, RECEIPT.access_code);
});

test("a correction made elsewhere leaves no code on a device that did not know the list", () => {
  keepCorrection({ receipt: "AK-2026-000000", unit_name: "", people: 1, list_mark: "ANY" });
  assert.equal(keptOfSameList("ANY"), undefined);
});

test("the newest list of a unit is known by its name", () => {
  keepReceipt({ ...RECEIPT, unit_name: "示例单位" });
  keepReceipt({ ...RECEIPT, receipt: "AK-2026-000000", unit_name: "示例单位", people: 1 });
  assert.equal(keptOfUnit("示例单位")?.people, 1);
  assert.equal(keptOfUnit("别的单位"), undefined);
  assert.equal(keptOfUnit(""), undefined);
});

test("one receipt is taken off the device, and the others stay", () => {
  keepReceipt({ ...RECEIPT, unit_name: "示例单位" });
  keepReceipt({ ...RECEIPT, receipt: "LP-2026-000000" });
  forgetReceipt("LP-2026-000000");
  assert.deepEqual(
    keptReceipts().map(({ receipt }) => receipt),
    [RECEIPT.receipt],
  );
});

test("of a list that the service gave the device keeps what was changed, and nobody's number", () => {
  const mends = [
    { row: 1, field: /** @type {const} */ ("name"), value: "王小芳" },
    { row: 2, field: /** @type {const} */ ("id_number"), value: ONE.id_number },
  ];
  const kept = { name: GIVEN.name, brought: GIVEN.list(1), changes: { mends } };
  keepMending("draft", { ...kept, brought: GIVEN.shorten(kept.brought) }, false);
  const found = keptMending("draft");
  assert.ok(found);
  assert.ok(!JSON.stringify(found).includes(ONE.id_number));
  assert.deepEqual(found.changes.mends, mends.slice(0, 1));
  assert.equal(found.isWhole, false);
  assert.deepEqual(GIVEN.restore(found.brought), GIVEN.list(1));
});

test("what was changed in a list is forgotten where other people are in it by now", () => {
  const other = new Prefilled({ people: [ONE, ONE], list_mark: "OTHER" });
  assert.equal(other.restore(GIVEN.shorten(GIVEN.list())), null);
});

test("a file that is brought instead is kept as any file", () => {
  const file = { upload_id: "u1" };
  assert.deepEqual(GIVEN.shorten(file), file);
  assert.deepEqual(GIVEN.restore(file), file);
});

test("rows brought back into a list whose people stand in it are not kept, either", () => {
  for (const base of [{ text: `王芳 ${ONE.id_number}` }, GIVEN.list()]) {
    keepMending(
      "draft",
      { name: "要改的行", brought: { upload_id: "u1", base }, changes: {} },
      false,
    );
    assert.equal(keptMending("draft"), null);
  }
});
