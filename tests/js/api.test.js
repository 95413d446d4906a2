import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { siteAddress } from "../../site/js/address.js";
import { call, FailedError, ProblemError, SignedOutError } from "../../site/js/api.js";

afterEach(() => mock.restoreAll());

/** @param {() => Promise<Response>} answer */
const serverAnswers = (answer) =>
  mock.method(globalThis, "fetch", /** @type {typeof fetch} */ (answer)).mock;

test("a body makes it a POST of JSON, and the answer's JSON comes back", async () => {
  const requests = serverAnswers(async () => Response.json({ upload_id: "u" }, { status: 201 }));
  assert.deepEqual(await call("uploads", { body: { size: 1 } }), { upload_id: "u" });
  const [address, request] = requests.calls[0]?.arguments ?? [];
  assert.equal(address, siteAddress("/api/uploads"));
  assert.equal(request?.method, "POST");
  assert.equal(request?.body, '{"size":1}');
});

test("a problem document is thrown as such", async () => {
  serverAnswers(async () =>
    Response.json({ title: "不对", code: "x", status: 422 }, { status: 422 }),
  );
  await assert.rejects(call("rosters/check", { body: {} }), (error) => {
    return error instanceof ProblemError && error.problem.code === "x";
  });
});

test("where the gateway lets nobody in, she is signed out", async () => {
  serverAnswers(async () => Response.json({ message: "Unauthorized" }, { status: 401 }));
  await assert.rejects(call("staff/me"), SignedOutError);
});

for (const [name, answer, failure, retryAfter] of /** @type {const} */ ([
  ["a proxy answers in HTML", async () => page(502), "busy", 0],
  ["the stage is asked too often", async () => page(429, { "Retry-After": "7" }), "busy", 7],
  [
    "a day stands where seconds are read",
    async () => page(503, { "Retry-After": "Mon" }),
    "busy",
    0,
  ],
  ["a firewall turns her away, as its distribution shows it", async () => page(404), "busy", 0],
  [
    "a function takes too long",
    async () => Response.json({ message: "x" }, { status: 504 }),
    "slow",
    0,
  ],
  [
    "more is sent than the gateway takes",
    async () => Response.json({}, { status: 413 }),
    "large",
    0,
  ],
  ["our own fault", async () => Response.json({ message: "x" }, { status: 500 }), "fault", 0],
  ["the network fails", () => Promise.reject(new TypeError("Failed to fetch")), "network", 0],
  ["something in between answers in HTML", async () => page(200), "network", 0],
])) {
  test(`${name}: ${failure}`, async () => {
    serverAnswers(answer);
    await assert.rejects(call("health"), (error) => {
      assert.ok(error instanceof FailedError);
      assert.deepEqual([error.failure, error.retryAfter], [failure, retryAfter]);
      return true;
    });
  });
}

test("nobody has answered when patience is over: too long, and not the network", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(
    globalThis,
    "fetch",
    (/** @type {string} */ _address, /** @type {RequestInit} */ { signal }) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  const asked = assert.rejects(call("health"), { failure: "slow" });
  mock.timers.tick(35_000);
  await asked;
  mock.timers.reset();
});

test("a refusal says when to come back", async () => {
  const refusal = { title: "忙", code: "request.too_many", status: 429 };
  serverAnswers(async () =>
    Response.json(refusal, { status: 429, headers: { "Retry-After": "120" } }),
  );
  await assert.rejects(call("health"), { failure: "busy", retryAfter: 120 });
});

/**
 * @param {number} status
 * @param {Record<string, string>} [headers]
 */
function page(status, headers = {}) {
  return new Response("<h1>?</h1>", { status, headers });
}
