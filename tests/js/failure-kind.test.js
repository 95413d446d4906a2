import assert from "node:assert/strict";
import { test } from "node:test";
import { failureOf, failureOfStorage, mendsItself } from "../../site/js/failure-kind.js";

/** @import {Failure} from "../../site/js/failure-kind.js" */

/**
 * Of each status what it means in a problem document of ours, in the gateway's JSON, and in what
 * stands before both. Null: a refusal, which says itself why.
 *
 * @type {[number, Failure | null, Failure, Failure][]}
 */
const STATUSES = [
  [200, null, "network", "network"],
  [204, null, "network", "network"],
  [302, null, "network", "network"],
  [400, null, "fault", "fault"],
  [401, null, "signed_out", "signed_out"],
  [403, null, "busy", "busy"],
  [404, null, "fault", "busy"],
  [405, null, "fault", "fault"],
  [408, "slow", "slow", "slow"],
  [409, null, "fault", "fault"],
  [412, null, "fault", "fault"],
  [413, "large", "large", "large"],
  [415, null, "fault", "fault"],
  [422, null, "fault", "fault"],
  [428, null, "fault", "fault"],
  [429, "busy", "busy", "busy"],
  [431, null, "fault", "fault"],
  [500, "fault", "fault", "fault"],
  [501, "fault", "fault", "fault"],
  [502, "busy", "busy", "busy"],
  [503, "busy", "busy", "busy"],
  [504, "slow", "slow", "slow"],
  [505, "fault", "fault", "fault"],
  [519, "fault", "fault", "fault"],
  [520, "fault", "busy", "busy"],
  [599, "fault", "busy", "busy"],
];

for (const [status, ofOurs, ofGateway, ofElse] of STATUSES) {
  test(`${status} is ${ofOurs ?? "a refusal"}, ${ofGateway} or ${ofElse}`, () => {
    assert.equal(failureOf(status, "problem"), ofOurs);
    assert.equal(failureOf(status, "json"), ofGateway);
    assert.equal(failureOf(status, "else"), ofElse);
  });
}

test("every status means something, whoever answers", () => {
  const known = new Set(["busy", "slow", "large", "network", "signed_out", "fault", null]);
  for (let status = 100; status < 600; status += 1) {
    for (const speaker of /** @type {const} */ (["problem", "json", "else"])) {
      const failure = failureOf(status, speaker);
      assert.ok(known.has(failure), `${status} ${speaker}`);
      assert.ok(failure || speaker === "problem", `${status} ${speaker} says nothing`);
    }
  }
});

for (const [status, code, failure] of /** @type {[number, string, Failure][]} */ ([
  [503, "SlowDown", "busy"],
  [503, "ServiceUnavailable", "busy"],
  [500, "InternalError", "busy"],
  [502, "", "busy"],
  [599, "", "busy"],
  [429, "", "busy"],
  [400, "RequestTimeout", "slow"],
  [504, "", "slow"],
  [400, "EntityTooLarge", "large"],
  [413, "", "large"],
  [403, "AccessDenied", "file"],
  [400, "ExpiredToken", "file"],
  [400, "EntityTooSmall", "file"],
  [404, "NoSuchBucket", "file"],
  [403, "", "network"],
  [407, "", "network"],
])) {
  test(`storage says ${status} ${code}: ${failure}`, () => {
    const document = code && `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
    assert.equal(failureOfStorage(status, document), failure);
  });
}

test("what nobody has to do anything about mends itself", () => {
  const all = /** @type {Failure[]} */ ([
    ...["busy", "slow", "network", "large", "signed_out", "fault", "file"],
  ]);
  assert.deepEqual(all.filter(mendsItself), ["busy", "slow", "network"]);
  assert.equal(mendsItself(null), false);
});
