import assert from "node:assert/strict";
import { test } from "node:test";

import { ProblemError } from "../../site/js/api.js";
import { checked } from "../../site/js/roster/list-check.js";

const LIST = { upload_id: "u1" };
const OF_PHONE = { code: "unit.phone", field: "unit.phone", severity: "error" };
const OF_ROW = { code: "id_number.sex", field: "id_number", severity: "error", row: 3 };

/**
 * Checks a list of a unit of which all is answered.
 *
 * @param {object[]} refused What the service finds in a request with the unit.
 */
function check(refused) {
  const form = { elements: [] };
  const unit = { querySelectorAll: () => [] };
  /** @type {any} */
  const service = async (/** @type {object} */ asked) => {
    const problem = { code: "request.invalid", status: 422, title: "", findings: refused };
    if ("unit" in asked) throw new ProblemError(/** @type {any} */ (problem));
    return { ready: true, findings: [OF_ROW] };
  };
  return checked(LIST, /** @type {any} */ (form), /** @type {any} */ (unit), service);
}

test("what is wrong with the unit's answers is said together with what is wrong in the list", async () => {
  const report = await check([OF_PHONE]);
  assert.deepEqual(report.findings, [OF_PHONE, OF_ROW]);
  assert.equal(report.ready, false);
});

test("a refusal that is not about the unit stays one", async () => {
  await assert.rejects(check([{ ...OF_ROW, field: "upload_id" }]), ProblemError);
});
