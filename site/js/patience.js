/** @import {RetryLine} from "./retry-line.js" */
import { SignedOutError } from "./api.js";
import { mendsItself } from "./failure-kind.js";
import { failureIn } from "./problem.js";

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
/**
 * So many failures of a call, over some two minutes, and a person decides what then. What takes too long
 * is dear, and mostly takes as long again.
 *
 * @type {Partial<Record<import("./failure-kind.js").Failure, number>>}
 */
const MOST = { busy: 6, network: 6, slow: 3 };
/** Where the server asks for more patience than this, in seconds, it tells her so itself. */
const LONGEST_ASKED = 60;

/**
 * How long to wait before a call is made again: each time twice as long, to a bound, and not before
 * the server said. Who was turned away together does not come back together.
 *
 * @param {number} failed How often it has failed, from 1 on.
 * @param {number} retryAfter In seconds, as the server said; 0: it did not.
 * @param {number} [chance] From 0 to 1.
 * @returns {number} Milliseconds.
 */
export function waitBefore(failed, retryAfter, chance = Math.random()) {
  const backOff = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failed - 1));
  return retryAfter > 0 ? retryAfter * 1_000 + chance * backOff : (backOff * (1 + chance)) / 2;
}

/**
 * @param {unknown} error
 * @param {number} failed As of `waitBefore`.
 */
export function waitFor(error, failed) {
  return waitBefore(failed, askedBy(error));
}

/**
 * @typedef {object} Patience
 * @property {number | undefined} [most] After so many failures it is given up.
 * @property {number} [longestAsked] In seconds: where the server asks for more, too.
 * @property {() => boolean} [isWanted] Whether anybody still waits for it; else the line is another's.
 *
 * @typedef {Pick<RetryLine, "wait" | "end">} Line
 */

/**
 * @param {unknown} error
 * @param {number} [longestAsked] As of `Patience`.
 * @returns {boolean} Whether the same, tried again, may succeed without anybody doing something.
 */
export function isWorthRetrying(error, longestAsked = LONGEST_ASKED) {
  return mendsItself(failureIn(error)) && askedBy(error) <= longestAsked;
}

/**
 * Does something, and again where it fails in a way that mends itself, until it is done, given up,
 * or she stops it.
 *
 * @template T
 * @param {() => Promise<T>} work It may be done twice without harm.
 * @param {Line} line Says what goes on.
 * @param {Patience} [patience]
 * @returns {Promise<T>}
 * @throws {unknown} What it failed with last.
 */
export async function patiently(work, line, patience = {}) {
  const { longestAsked = LONGEST_ASKED, isWanted = () => true } = patience;
  for (let failed = 1; ; failed += 1) {
    try {
      const done = await work();
      if (isWanted()) line.end();
      return done;
    } catch (error) {
      const most = patience.most ?? MOST[failureIn(error) ?? "fault"] ?? 1;
      const mayGoOn = isWorthRetrying(error, longestAsked) && failed < most && isWanted();
      const goesOn = mayGoOn && (await line.wait(error, failed, waitFor(error, failed)));
      if (goesOn && isWanted()) continue;
      if (isWanted()) line.end();
      throw error;
    }
  }
}

/**
 * @template T
 * @typedef {{show: (found: T) => void, onSignedOut?: (error: unknown) => void} & Patience} Part Of a
 *   page; `show` is not called for what nobody waits for any more.
 */

/** For what nobody misses who does not know of it: it is tried again, and nothing is said. @type {Line} */
export const QUIETLY = {
  wait: (_error, _number, ms) => new Promise((resolve) => setTimeout(resolve, ms, true)),
  end: () => {},
};

/**
 * Brings a part of a page by itself, patiently. Where it does not come, its own place says why, with
 * a button to try again, and the rest of the page stands.
 *
 * @template T
 * @param {RetryLine} line In the part's place.
 * @param {() => Promise<T>} work
 * @param {Part<T>} part
 */
export async function bringPart(line, work, part) {
  const { show, onSignedOut = () => {}, isWanted = () => true } = part;
  /** @type {T} */
  let found;
  try {
    found = await patiently(work, line, part);
  } catch (error) {
    if (!isWanted()) return;
    offerAgain(error, line, () => bringPart(line, work, part), onSignedOut);
    return;
  }
  if (isWanted()) show(found);
}

/**
 * Says in its place why nothing came of something, with a button to do it again.
 *
 * @param {unknown} error
 * @param {RetryLine} line
 * @param {() => void} again
 * @param {(error: unknown) => void} onSignedOut
 */
export function offerAgain(error, line, again, onSignedOut) {
  if (error instanceof SignedOutError) onSignedOut(error);
  else line.offer(error, again);
}

/**
 * Asks for what a page can stand without, together with what it cannot: where it does not come, the
 * page is shown all the same, and it is brought later, in its own place.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<(line: RetryLine, part: Part<T>) => void>} Shows it, or brings it.
 * @throws {unknown} A refusal, or nobody is signed in: trying again does not help.
 */
export async function beside(work) {
  try {
    const found = await work();
    return (line, { show }) => {
      line.end();
      show(found);
    };
  } catch (error) {
    if (error instanceof SignedOutError || !failureIn(error)) throw error;
    /** @type {unknown} */
    let failed = error;
    const again = () => {
      if (!failed) return work();
      const known = Promise.reject(failed);
      failed = null;
      return known;
    };
    return (line, part) => void bringPart(line, again, part);
  }
}

/** @param {unknown} error */
function askedBy(error) {
  const { retryAfter = 0 } = /** @type {{retryAfter?: number}} */ (error ?? {});
  return retryAfter;
}
