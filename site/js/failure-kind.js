/**
 * Why a call failed, which decides what is said and whether it mends itself:
 *
 * - `busy`: too many ask at once, or were told off before anybody of ours heard them;
 * - `slow`: nobody had answered when patience was over, ours or that of what stands between;
 * - `large`: more was sent than is taken at once;
 * - `network`: no answer of the site came at all;
 * - `signed_out`: nobody is signed in (any more);
 * - `fault`: the site has made a mistake;
 * - `file`: storage does not take this file as it is.
 *
 * @typedef {"busy" | "slow" | "large" | "network" | "signed_out" | "fault" | "file"} Failure
 *
 * @typedef {"problem" | "json" | "else"} Speaker Who answered: we ourselves, with a problem document;
 *   the gateway before us, in JSON; or whatever stands before both, mostly in HTML.
 */

/** What a status says, whoever answers with it. @type {Map<number, Failure>} */
const BY_STATUS = new Map([
  [408, "slow"],
  [413, "large"],
  [429, "busy"],
  [502, "busy"],
  [503, "busy"],
  [504, "slow"],
]);
/** Distributions have numbers of their own for an origin that does not cope. */
const FIRST_OF_DISTRIBUTIONS = 520;

/** What storage calls its refusals. @type {Map<string, Failure>} */
const BY_CODE = new Map([
  ["SlowDown", "busy"],
  ["ServiceUnavailable", "busy"],
  ["InternalError", "busy"],
  ["RequestTimeout", "slow"],
  ["EntityTooLarge", "large"],
  ["MaxPostPreDataLengthExceeded", "large"],
]);

/** What mends itself, so that the same call may be made again without anybody doing something. */
const MENDS_ITSELF = new Set(/** @type {Failure[]} */ (["busy", "slow", "network"]));

/**
 * @param {number} status Of an answer that is not what was asked for.
 * @param {Speaker} speaker
 * @returns {Failure | null} Null: it is a refusal, and its document says why.
 */
export function failureOf(status, speaker) {
  const known = BY_STATUS.get(status);
  if (known) return known;
  if (speaker === "problem") return status >= 500 ? "fault" : null;
  if (status < 400) return "network"; // a hotel's page to sign in, in the place of ours
  if (status === 401) return "signed_out";
  // We never answer 403: a firewall does. The distribution makes its page for 404 of that.
  if (status === 403 || (status === 404 && speaker === "else")) return "busy";
  return status >= FIRST_OF_DISTRIBUTIONS ? "busy" : "fault";
}

/**
 * @param {number} status Of storage.
 * @param {string} document Its XML; empty, or something else, where another one speaks.
 * @returns {Failure}
 */
export function failureOfStorage(status, document) {
  const [, code = ""] = /<Code>(\w+)<\/Code>/.exec(document) ?? [];
  const known = BY_CODE.get(code) ?? BY_STATUS.get(status);
  if (known) return known;
  if (status >= 500) return "busy";
  return code ? "file" : "network"; // what stands between does not speak as storage does
}

/**
 * @param {Failure | null} failure
 * @returns {boolean}
 */
export function mendsItself(failure) {
  return failure !== null && MENDS_ITSELF.has(failure);
}
