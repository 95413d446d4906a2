/** @import {Challenge, Solution} from "./contract.js" */
/** @typedef {NonNullable<Parameters<typeof call>[1]>} CallOptions */
import { siteAddress } from "./address.js";
import { call, FailedError, ProblemError } from "./api.js";

/** ALTCHA's own solver, as its package ships it; `npm run vendor` brings a newer one. */
const SOLVER = siteAddress("/js/vendor/altcha/pbkdf2.js");
const PATIENCE_MS = 2_000;
const WORDS = "正在确认是真人在用…";

/** The page was opened over plain http from another computer: browsers then lend no cryptography. */
export class InsecurePageError extends Error {
  constructor() {
    super("the page is not a secure context");
    this.name = "InsecurePageError";
  }
}

/** Whether the browser lends this page its cryptography. */
export function isSecurePage() {
  return Boolean(globalThis.crypto?.subtle);
}

/** @type {Promise<string> | null} The proof for the next call, made or in the making. */
let next = null;

/**
 * Starts to solve a challenge, so that it is done when the person is. A failure is not told here:
 * the call that needs the proof tries again.
 */
export function prepareProof() {
  if (next) return;
  const proof = makeProof();
  next = proof;
  proof.catch(() => {
    if (next === proof) next = null;
  });
}

/**
 * Calls a route that robots would call. Where the proof has become too old, or was used, the
 * call is made once more with a new one.
 *
 * @param {string} path As `call` takes it.
 * @param {CallOptions} options As `call` takes them.
 * @param {HTMLElement} [status] Says what the person waits for, where that takes long.
 * @returns {Promise<any>}
 * @throws {ProblemError | FailedError | InsecurePageError}
 */
export async function callWithProof(path, options, status) {
  try {
    return await attempt(path, options, status);
  } catch (error) {
    if (!isAboutProof(error)) throw error;
    return attempt(path, options, status);
  }
}

/**
 * Calls a route that asks for a proof only whoever calls it often, and gives it then.
 *
 * @param {string} path As `call` takes it.
 * @param {CallOptions} options As `call` takes them.
 * @param {HTMLElement} [status] As of `callWithProof`.
 * @returns {Promise<any>}
 * @throws {ProblemError | FailedError | InsecurePageError}
 */
export async function callWithProofIfAsked(path, options, status) {
  try {
    return await call(path, options);
  } catch (error) {
    if (!isAboutProof(error)) throw error;
    return callWithProof(path, options, status);
  }
}

/**
 * @param {string} path
 * @param {CallOptions} options
 * @param {HTMLElement} [status]
 */
async function attempt(path, { headers = {}, ...options }, status) {
  const proof = await explained(status, takeProof());
  return call(path, { ...options, headers: { ...headers, "X-Proof-Of-Work": proof } });
}

/** @param {unknown} error */
function isAboutProof(error) {
  return error instanceof ProblemError && error.problem.code.startsWith("proof.");
}

function takeProof() {
  const proof = next ?? makeProof();
  next = null; // each is good once
  return proof;
}

/** @returns {Promise<string>} What X-Proof-Of-Work carries. */
async function makeProof() {
  if (!isSecurePage()) throw new InsecurePageError();
  /** @type {Challenge} */
  const challenge = await call("challenges");
  return btoa(JSON.stringify({ challenge, solution: await solve(challenge) }));
}

/**
 * @param {Challenge} challenge
 * @returns {Promise<Solution>}
 */
function solve(challenge) {
  const worker = new Worker(SOLVER);
  /** @type {Promise<Solution>} */
  const solution = new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }) => {
      if (data?.derivedKey) resolve(data);
      else reject(new Error("the challenge was not solved", { cause: data?.error }));
    });
    // Its script did not come.
    worker.addEventListener("error", () => reject(new FailedError("network")));
  });
  worker.postMessage({ type: "work", challenge });
  return solution.finally(() => worker.terminate());
}

/**
 * Says what is going on where it takes long, and then puts back what was said before.
 *
 * @template T
 * @param {HTMLElement | undefined} status
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
async function explained(status, work) {
  if (!status) return work;
  const before = status.textContent;
  const timer = setTimeout(() => (status.textContent = WORDS), PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    status.textContent = before;
  }
}
