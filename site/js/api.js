/** @import {Problem} from "./contract.js" */
import { siteAddress } from "./address.js";

/** The gateway gives up after half a minute; a little later there is nothing left to wait for. */
const PATIENCE_MS = 35_000;
/** What the gateway, or what stands before it, answers in a flood. */
const BUSY = new Set([429, 502, 503, 504]);

/** The server answered with a problem document. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** No answer that can be read: offline, timed out, or something in between spoke instead. */
export class UnreachableError extends Error {
  /** @param {unknown} [cause] */
  constructor(cause) {
    super("没有连上网站", { cause });
    this.name = "UnreachableError";
  }
}

/** The gateway refused without a word of ours: too many ask at once, or one of them takes too long. */
export class BusyError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`the gateway answered ${status}`);
    this.name = "BusyError";
  }
}

/** Nobody is signed in (any more): the gateway itself refused, before there was anybody to ask. */
export class SignedOutError extends Error {
  constructor() {
    super("nobody is signed in");
    this.name = "SignedOutError";
  }
}

/** Storage did not take a file: its permission has run out, or the file has changed meanwhile. */
export class FileRefusedError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`storage answered ${status}`);
    this.name = "FileRefusedError";
  }
}

/**
 * Calls the API.
 *
 * @param {string} path Below `/api/`, such as `rosters/check`.
 * @param {{body?: unknown, method?: "POST" | "PUT", headers?: Record<string, string>}} [options]
 *   With a body its JSON is sent, as a POST unless the method is named; otherwise it is a GET.
 * @returns {Promise<any>} The answer's JSON.
 * @throws {ProblemError | BusyError | UnreachableError | SignedOutError}
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
  const { ok, status, content } = await exchange(siteAddress(`/api/${path}`), request);
  if (ok) return content;
  if (typeof content?.title === "string") throw new ProblemError(content);
  if (status === 401) throw new SignedOutError();
  if (BUSY.has(status)) throw new BusyError(status);
  throw new UnreachableError();
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
    const { ok, status } = response;
    return { ok, status, content: await contentOf(response) };
  } catch (cause) {
    throw new UnreachableError(cause);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @returns {Promise<any>} Its JSON; of a busy gateway, which may speak HTML, perhaps nothing.
 */
async function contentOf(response) {
  try {
    return await response.json();
  } catch (cause) {
    if (BUSY.has(response.status)) return null;
    throw cause;
  }
}
