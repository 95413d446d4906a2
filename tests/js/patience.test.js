import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Later } from "../../site/js/later.js";
import { FailedError, ProblemError, SignedOutError } from "../../site/js/api.js";
import {
  beside,
  bringPart,
  isWorthRetrying,
  patiently,
  waitBefore,
} from "../../site/js/patience.js";

for (const [failed, retryAfter, least, most] of /** @type {const} */ ([
  [1, 0, 1_000, 2_000],
  [2, 0, 2_000, 4_000],
  [5, 0, 16_000, 32_000],
  [6, 0, 30_000, 60_000],
  [1_000, 0, 30_000, 60_000],
  [1, 30, 30_000, 32_000],
  [6, 30, 30_000, 90_000],
])) {
  test(`after ${failed} failures, asked for ${retryAfter} s: ${least} to ${most} ms`, () => {
    assert.equal(waitBefore(failed, retryAfter, 0), least);
    assert.equal(waitBefore(failed, retryAfter, 1), most);
  });
}

/** A line that decides as it is told, and remembers what it was asked. */
class Told {
  /** @type {number[]} */
  tries = [];
  ends = 0;
  /** @type {(() => void)[]} */
  offered = [];

  /** @param {boolean[]} decisions */
  constructor(...decisions) {
    this.decisions = decisions;
  }

  /**
   * @param {unknown} _error
   * @param {number} number
   */
  async wait(_error, number) {
    this.tries.push(number);
    return this.decisions.shift() ?? true;
  }

  end() {
    this.ends += 1;
  }

  /**
   * @param {unknown} _error
   * @param {() => void} again
   */
  offer(_error, again) {
    this.offered.push(again);
  }
}

/**
 * @param {unknown[]} errors One after the other; then it works.
 */
function failing(...errors) {
  return async () => {
    if (errors.length > 0) throw errors.shift();
    return "done";
  };
}

const busy = (retryAfter = 0) => new FailedError("busy", { retryAfter });
const network = new FailedError("network");

test("what mends itself is tried until it is done", async () => {
  const line = new Told();
  assert.equal(await patiently(failing(new FailedError("slow"), busy(), network), line), "done");
  assert.deepEqual(line.tries, [1, 2, 3]);
  assert.equal(line.ends, 1);
});

/** @param {number} status */
const problem = (status, retryAfter = 0) =>
  new ProblemError(
    { type: "", title: "", status, code: "x", detail: "", findings: [] },
    retryAfter,
  );

for (const [name, error, tries] of /** @type {[string, unknown, number][]} */ ([
  ["our own fault", new FailedError("fault"), 0],
  ["a refusal", problem(422), 0],
  ["signed out", new SignedOutError(), 0],
  ["a mistake of the page", new TypeError("x"), 0],
  ["busy for a minute", problem(429, 60), 5],
  ["busy for longer: she decides", problem(429, 61), 0],
  ["busy for good: at some time she decides", busy(), 5],
  ["no network for good", network, 5],
  ["too slow: sooner, for each try is dear", new FailedError("slow"), 2],
])) {
  test(`${name}: ${tries} more tries`, async () => {
    const line = new Told();
    const failure = patiently(failing(...Array(9).fill(error)), line);
    await assert.rejects(failure, (each) => each === error);
    assert.equal(line.tries.length, tries);
    assert.equal(line.ends, 1);
  });
}

test("an upload goes on for as long as the page is open, and waits longer where it is asked to", async () => {
  const line = new Told();
  const patience = { most: Infinity, longestAsked: 600 };
  assert.equal(await patiently(failing(...Array(50).fill(busy(600))), line, patience), "done");
  assert.equal(line.tries.length, 50);
  assert.deepEqual(
    [isWorthRetrying(busy(600), 600), isWorthRetrying(busy(601), 600)],
    [true, false],
  );
});

test("what failed on the page is done again by itself, later each time, until it is done", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let runs = 0;
  const later = new Later(async () => {
    runs += 1;
    if (runs < 3) later.later(busy(runs));
    return runs === 3;
  }, 100);
  later.soon();
  for (const [ms, expected] of /** @type {const} */ ([
    [99, 0],
    [1, 1],
    [999, 1],
    [2_001, 2],
    [1_999, 2],
    [4_001, 3],
    [600_000, 3],
  ])) {
    mock.timers.tick(ms);
    await Promise.resolve();
    assert.equal(runs, expected, `after ${ms} ms more`);
  }
  assert.equal(await later.settled(), true);
  mock.timers.reset();
});

test("she may stop it", async () => {
  const line = new Told(true, false);
  await assert.rejects(
    patiently(failing(busy(), network, busy()), line),
    (each) => each === network,
  );
  assert.deepEqual(line.tries, [1, 2]);
});

test("what nobody waits for any more is not tried again, and leaves the line to who came after", async () => {
  let isWanted = true;
  const line = new Told();
  line.wait = async () => {
    isWanted = false;
    return true;
  };
  const failure = patiently(failing(busy()), line, { isWanted: () => isWanted });
  await assert.rejects(failure, FailedError);
  assert.equal(line.ends, 0);
});

test("a part that does not come offers itself again in its own place", async () => {
  const line = new Told();
  /** @type {string[]} */
  const shown = [];
  const work = failing(new FailedError("fault"));
  const part = { show: (/** @type {string} */ found) => void shown.push(found) };
  await bringPart(/** @type {any} */ (line), work, part);
  assert.deepEqual(shown, []);
  assert.equal(line.offered.length, 1);
  line.offered[0]?.();
  await new Promise(setImmediate);
  assert.deepEqual(shown, ["done"]);
});

test("where nobody is signed in any more, the page is told, not the part", async () => {
  const line = new Told();
  /** @type {unknown[]} */
  const told = [];
  const part = {
    show: () => {},
    onSignedOut: (/** @type {unknown} */ error) => void told.push(error),
  };
  await bringPart(/** @type {any} */ (line), failing(new SignedOutError()), part);
  assert.equal(told.length, 1);
  assert.deepEqual(line.offered, []);
});

for (const [name, errors, tries] of /** @type {[string, unknown[], number[]][]} */ ([
  ["has come", [], []],
  ["failed at first", [busy()], [1]],
  ["failed twice", [busy(), network], [1, 2]],
])) {
  test(`what a page can stand without and ${name} is shown in its place`, async () => {
    const line = new Told();
    const bring = await beside(failing(...errors));
    const shown = await new Promise((show) => bring(/** @type {any} */ (line), { show }));
    assert.equal(shown, "done");
    assert.deepEqual(line.tries, tries);
  });
}

for (const error of [problem(422), new SignedOutError(), new TypeError("x")]) {
  test(`what trying again does not help (${error.name}) is the whole page's`, async () => {
    await assert.rejects(beside(failing(error)), (each) => each === error);
  });
}
