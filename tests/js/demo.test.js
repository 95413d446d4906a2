import assert from "node:assert/strict";
import { test } from "node:test";
import { claimOf } from "../../site/js/claim/answers.js";
import { refuseOther } from "../../site/js/claim/demo.js";
import * as claim from "../../site/js/rules/generated/demo-claim.js";
import { mends, people, receipt, reports } from "../../site/js/rules/generated/demo-list.js";
import { mendedRows } from "../../site/js/roster/demo.js";

/** @param {typeof mends} done */
function changed(done) {
  const asked = done.filter(({ field }) => field !== null);
  const out = done.filter(({ field }) => field === null);
  return { mends: asked, exclude_rows: out.map(({ row }) => row) };
}

/** @param {object} changes */
function rowsOf(changes) {
  return mendedRows(/** @type {import("../../site/js/contract.js").List} */ (changes));
}

test("every part of the suggested mends has its answer, and all of them make the list ready", () => {
  for (let part = 0; part < 2 ** mends.length; part += 1) {
    const rows = rowsOf(changed(mends.filter((_, place) => part & (1 << place))));
    const report = reports[rows ?? "none"];
    assert.ok(report, String(rows));
    assert.equal(report.ready, part === 2 ** mends.length - 1);
  }
  assert.equal(reports[mends.map(({ row }) => row).join()]?.counts.people, people.length - 1);
  assert.equal(receipt.access_code.includes("演示"), true);
});

test("other changes have none", () => {
  const [slip] = mends;
  assert.equal(rowsOf({ mends: [{ ...slip, value: "王芳" }] }), null);
  assert.equal(rowsOf({ exclude_rows: [1] }), null);
  assert.equal(rowsOf({ mends: [slip], exclude_rows: [slip?.row] }), null);
});

test("the claim's receipt says that it is none, and what the check has said", () => {
  assert.equal(claim.receipt.receipt.includes("演示"), true);
  assert.equal(claim.receipt.access_code.includes("演示"), true);
  assert.deepEqual(claim.receipt.estimate, claim.check.estimate);
  assert.deepEqual(claim.receipt.missing_papers, claim.check.missing_papers);
  assert.equal(claim.check.ready, true);
});

test("only the claim that was given has an answer, in whatever order it was read", () => {
  const given = claimOf(claim.answers, claim.stays);
  refuseOther(given);
  refuseOther(claimOf(Object.fromEntries(Object.entries(claim.answers).reverse()), claim.stays));
  for (const changed of [
    { ...given, insured: { ...given.insured, name: "王芳" } },
    { ...given, bank: null },
    { ...given, stays: [] },
    { ...given, stays: [...given.stays, ...given.stays] },
    { ...given, late_reason: "住院" },
  ]) {
    assert.throws(() => refuseOther(changed), { message: "演示" });
  }
});
