import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { siteAddress } from "../../site/js/address.js";
import {
  BusyError,
  call,
  ProblemError,
  SignedOutError,
  UnreachableError,
} from "../../site/js/api.js";

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

for (const [name, answer] of /** @type {const} */ ([
  ["a proxy answers in HTML", () => new Response("<h1>502</h1>", { status: 502 })],
  ["the stage is asked too often", () => Response.json({ message: "x" }, { status: 429 })],
  ["a function has no place left", () => Response.json({ message: "x" }, { status: 503 })],
  ["a function takes too long", () => Response.json({ message: "x" }, { status: 504 })],
])) {
  test(`${name}: busy, so the same request may be sent a little later`, async () => {
    serverAnswers(async () => answer());
    await assert.rejects(call("health"), BusyError);
  });
}

for (const [name, answer] of /** @type {const} */ ([
  ["the network fails", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["something in between answers in HTML", async () => new Response("<h1>?</h1>")],
  ["our own fault", async () => Response.json({ message: "x" }, { status: 500 })],
])) {
  test(`${name}: unreachable, so the same request may be sent again`, async () => {
    serverAnswers(answer);
    await assert.rejects(call("health"), UnreachableError);
  });
}
