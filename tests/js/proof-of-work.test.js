import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { siteAddress } from "../../site/js/address.js";
import { FailedError, ProblemError } from "../../site/js/api.js";
import { getSubmission } from "../../site/js/lookup.js";
import { faultsOf } from "../../site/js/problem.js";
import {
  callWithProof,
  callWithProofIfAsked,
  InsecurePageError,
  prepareProof,
} from "../../site/js/proof-of-work.js";

const SOLUTION = { counter: 7, derivedKey: "00ff", time: 1 };
const words = () => /** @type {HTMLElement} */ (/** @type {unknown} */ ({ textContent: "" }));

afterEach(() => {
  mock.restoreAll();
  mock.timers.reset();
});

/** A worker that answers each challenge with the same; `message` null: it cannot be loaded. */
class FakeWorker extends EventTarget {
  /** @type {unknown} */
  static message = SOLUTION;
  static delay = 0;

  postMessage() {
    const { message, delay } = FakeWorker;
    const event = message ? new MessageEvent("message", { data: message }) : new Event("error");
    setTimeout(() => this.dispatchEvent(event), delay);
  }

  terminate() {}
}
Object.assign(globalThis, { Worker: FakeWorker });

/**
 * A server that gives out numbered challenges and answers other calls in turn.
 *
 * @param {Response[]} answers
 */
function serverAnswers(...answers) {
  let challenges = 0;
  /** @type {{address: string, headers: Headers}[]} */
  const requests = [];
  /** @type {typeof fetch} */
  const answer = async (address, request) => {
    if (address === siteAddress("/api/challenges")) {
      challenges += 1;
      return Response.json({ parameters: { nonce: `n${challenges}` }, signature: "s" });
    }
    requests.push({ address: String(address), headers: new Headers(request?.headers) });
    return /** @type {Response} */ (answers.shift());
  };
  mock.method(globalThis, "fetch", answer);
  return requests;
}

/** @param {{headers: Headers} | undefined} request */
const proofOf = (request) => JSON.parse(atob(request?.headers.get("X-Proof-Of-Work") ?? ""));

/**
 * @param {number} status
 * @param {string} code
 */
const refusal = (status, code) => Response.json({ title: "不行", code, status }, { status });

test("a proof is the challenge with its solution, and each call takes its own", async () => {
  const requests = serverAnswers(Response.json({ a: 1 }), Response.json({}));
  prepareProof();
  prepareProof();
  assert.deepEqual(await callWithProof("rosters", { body: {} }, words()), { a: 1 });
  await callWithProof("rosters", { body: {} }, words());
  assert.deepEqual(proofOf(requests[0]), {
    challenge: { parameters: { nonce: "n1" }, signature: "s" },
    solution: SOLUTION,
  });
  assert.equal(proofOf(requests[1]).challenge.parameters.nonce, "n2");
});

test("the access code goes into a header, never into the address", async () => {
  const requests = serverAnswers(Response.json({}));
  await getSubmission("AK-2026-7F3K9Q", "SECRET-CODE", "/form", words());
  assert.equal(requests[0]?.address, siteAddress("/api/rosters/AK-2026-7F3K9Q/form"));
  assert.equal(requests[0]?.headers.get("Authorization"), "Bearer SECRET-CODE");
});

for (const code of ["proof.missing", "proof.invalid"]) {
  test(`${code}: sent again by itself, with the same headers and a new proof`, async () => {
    const requests = serverAnswers(refusal(428, code), Response.json({ a: 1 }));
    const options = { body: {}, headers: { "Idempotency-Key": "k" } };
    assert.deepEqual(await callWithProof("rosters", options, words()), { a: 1 });
    const nonces = requests.map((each) => proofOf(each).challenge.parameters.nonce);
    assert.equal(new Set(nonces).size, 2);
    assert.deepEqual(
      requests.map(({ headers }) => headers.get("Idempotency-Key")),
      ["k", "k"],
    );
  });
}

test("refused twice, or for another reason, it is told", async () => {
  serverAnswers(refusal(428, "proof.invalid"), refusal(428, "proof.invalid"));
  await assert.rejects(callWithProof("rosters", {}, words()), ProblemError);
  const requests = serverAnswers(refusal(422, "unit.county"));
  await assert.rejects(callWithProof("rosters", {}, words()), ProblemError);
  assert.equal(requests.length, 1);
});

test("where a proof is asked for only beyond a few calls, it is given then and not before", async () => {
  const requests = serverAnswers(
    Response.json({ a: 1 }),
    refusal(428, "proof.missing"),
    Response.json({ a: 2 }),
  );
  assert.deepEqual(await callWithProofIfAsked("rosters/check", { body: {} }), { a: 1 });
  assert.deepEqual(await callWithProofIfAsked("rosters/check", { body: {} }), { a: 2 });
  assert.deepEqual(
    requests.map(({ headers }) => headers.has("X-Proof-Of-Work")),
    [false, false, true],
  );
  serverAnswers(refusal(422, "file.empty"));
  await assert.rejects(callWithProofIfAsked("rosters/check", {}), ProblemError);
});

test("a preparation that failed is made again when it is needed", async () => {
  FakeWorker.message = null;
  serverAnswers();
  prepareProof();
  await assert.rejects(callWithProof("rosters", {}, words()), FailedError);
  const ended = new Promise((resolve) =>
    mock.method(FakeWorker.prototype, "terminate", () => resolve(null)),
  );
  prepareProof();
  await ended;
  await new Promise(setImmediate); // who waits for it has heard
  FakeWorker.message = SOLUTION;
  serverAnswers(Response.json({ a: 1 }));
  assert.deepEqual(await callWithProof("rosters", {}, words()), { a: 1 });
});

for (const [delay, said] of /** @type {const} */ ([
  [1_999, "正在提交"],
  [2_001, "正在确认是真人在用…"],
])) {
  test(`after ${delay} ms of solving the page says ${said}, and then what it said before`, async () => {
    FakeWorker.delay = delay;
    mock.timers.enable({ apis: ["setTimeout"] });
    serverAnswers(Response.json({}));
    const status = words();
    status.textContent = "正在提交";
    const done = callWithProof("rosters", {}, status);
    await new Promise(setImmediate); // the challenge has come
    mock.timers.tick(1_999);
    await new Promise(setImmediate);
    mock.timers.tick(1);
    assert.equal(status.textContent, delay > 2_000 ? said : "正在提交");
    mock.timers.tick(1);
    await done;
    assert.equal(status.textContent, "正在提交");
    FakeWorker.delay = 0;
  });
}

test("where the browser lends no cryptography, a sentence says what to do", async () => {
  mock.getter(globalThis, "crypto", () => /** @type {Crypto} */ ({}));
  await assert.rejects(callWithProof("rosters", {}, words()), InsecurePageError);
  assert.match(faultsOf(new InsecurePageError())[0]?.text ?? "", /https/);
});
