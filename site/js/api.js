/** @import {Problem} from "./contract.js" */
/** @import {Failure, Speaker} from "./failure-kind.js" */
import { siteAddress } from "./address.js";
import { failureOf } from "./failure-kind.js";

/** The gateway gives up after half a minute; a little later there is nothing left to wait for. */
const PATIENCE_MS = 35_000;

/** A call had no answer of ours, or none that helps. */
export class FailedError extends Error {
  /**
   * @param {Failure} failure
   * @param {{retryAfter?: number, cause?: unknown}} [more] `retryAfter` in seconds; 0: nobody said.
   */
  constructor(failure, { retryAfter = 0, cause } = {}) {
    super(`the call failed: ${failure}`, { cause });
    this.name = "FailedError";
    this.failure = failure;
    this.retryAfter = retryAfter;
  }
}

/** The server answered with a problem document. */
export class ProblemError extends Error {
  /**
   * @param {Problem} problem
   * @param {number} [retryAfter] In seconds; 0: it did not say.
   */
  constructor(problem, retryAfter = 0) {
    super(problem.title);
    this.name = "ProblemError";
    this.problem = problem;
    this.failure = failureOf(problem.status, "problem");
    this.retryAfter = retryAfter;
  }
}

/** Nobody is signed in (any more). */
export class SignedOutError extends FailedError {
  constructor() {
    super("signed_out");
    this.name = "SignedOutError";
  }
}

/**
 * Calls the API.
 *
 * @param {string} path Below `/api/`, such as `rosters/check`.
 * @param {{body?: unknown, method?: "POST" | "PUT", headers?: Record<string, string>}} [options]
 *   With a body its JSON is sent, as a POST unless the method is named; otherwise it is a GET.
 * @returns {Promise<any>} The answer's JSON.
 * @throws {ProblemError | FailedError}
 */
export async function call(path, { body, method = "POST", headers = {} } = {}) {
  /** @type {RequestInit} */
  const request = {
    headers: { Accept: "application/json", ...headers },
    cache: "no-store",
    credentials: "omit",
  };
  if (body !== undefined) {
    request.method = method;
    request.body = JSON.stringify(body);
    request.headers = { ...request.headers, "Content-Type": "application/json" };
  }
  const { response, text } = await exchange(siteAddress(`/api/${path}`), request);
  const content = contentOf(text);
  if (response.ok && content !== undefined) return content;
  throw errorOf(response, content);
}

/**
 * @param {string} address
 * @param {RequestInit} request
 */
async function exchange(address, request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, { ...request, signal: patience.signal });
    return { response, text: await response.text() };
  } catch (cause) {
    throw new FailedError(patience.signal.aborted ? "slow" : "network", { cause });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string} text
 * @returns {any} Undefined where it is not JSON.
 */
function contentOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {Response} response
 * @param {any} content
 */
function errorOf({ status, headers }, content) {
  const retryAfter = Number(headers.get("Retry-After")) || 0;
  if (typeof content?.title === "string") return new ProblemError(content, retryAfter);
  /** @type {Speaker} */
  const speaker = content === undefined ? "else" : "json";
  const failure = failureOf(status, speaker) ?? "fault";
  if (failure === "signed_out") return new SignedOutError();
  return new FailedError(failure, { retryAfter });
}
