import assert from "node:assert/strict";
import { test } from "node:test";
import { SubmissionKeys } from "../../site/js/submission-keys.js";

/** @type {import("../../site/js/contract.js").Submission} */
const SUBMISSION = {
  unit: { name: "示例单位" },
  upload_id: "u1",
  exclude_rows: [],
  confirmations: [],
  consent: { version: "v", personal_information: true, sensitive_information: true },
  attestation: "",
};

const numbered = () => {
  let last = 0;
  return new SubmissionKeys([], () => String(++last));
};

test("every try at the same content has the same key", () => {
  const keys = numbered();
  assert.equal(keys.for(SUBMISSION), keys.for(structuredClone(SUBMISSION)));
});

/** @type {[string, import("../../site/js/contract.js").Submission][]} */
const CHANGES = [
  ["another list", { ...SUBMISSION, upload_id: "u2" }],
  ["another answer about the unit", { ...SUBMISSION, unit: { name: "另一单位" } }],
  ["a row left out", { ...SUBMISSION, exclude_rows: [7] }],
];

for (const [name, changed] of CHANGES) {
  test(`${name} has another key, and going back has the first one again`, () => {
    const keys = numbered();
    const first = keys.for(SUBMISSION);
    assert.notEqual(keys.for(changed), first);
    assert.equal(keys.for(SUBMISSION), first);
  });
}

test("keys that were kept are known again", () => {
  const before = new SubmissionKeys();
  const key = before.for(SUBMISSION);
  assert.equal(new SubmissionKeys(structuredClone(before.entries)).for(SUBMISSION), key);
});

test("a key is a UUID", () => {
  assert.match(new SubmissionKeys().for(SUBMISSION), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
