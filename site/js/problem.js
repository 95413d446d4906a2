/** @import {Finding} from "./contract.js" */
/** @import {Failure} from "./failure-kind.js" */
/** @import {Fault} from "./fault.js" */
import { FailedError, ProblemError } from "./api.js";
import { fault } from "./fault.js";
import { whoseOf, wordsOf } from "./finding.js";
import { InsecurePageError } from "./proof-of-work.js";
import { failures } from "./rules/generated/failures.js";

const INSECURE =
  "网址不是以 https:// 开头，浏览器因此不让本页提交或查询。请把网址开头改成 https:// 再打开一次。";
const UNEXPECTED = "页面出了意外的错误。请刷新后再试；仍然不行，请联系本地对接人。";

/**
 * What to tell the person about something that failed.
 *
 * @param {unknown} error
 * @returns {Fault[]} At least one.
 */
export function faultsOf(error) {
  if (error instanceof FailedError) {
    const { what, fix } = failures[error.failure];
    return [fault(error.failure === "file" ? "upload_id" : null, what + fix)];
  }
  if (error instanceof InsecurePageError) return [fault(null, INSECURE)];
  if (!(error instanceof ProblemError)) return [fault(null, UNEXPECTED)];
  const { findings = [], names = {}, title, detail } = error.problem;
  const faults = errorsAmong(findings, names);
  return faults.length > 0 ? faults : [fault(null, detail || title, title)];
}

/**
 * @param {Finding[]} findings
 * @param {Record<string, string>} [names] Who stands in each row.
 * @returns {Fault[]} What of them must be put right.
 */
export function errorsAmong(findings, names = {}) {
  return findings
    .filter((finding) => finding.severity === "error")
    .map((finding) => fault(finding.field, wordsOf(finding, names), titleOf(finding, names)));
}

/**
 * @param {unknown} error
 * @param {string} field At which it is to be put right, whatever it says itself.
 * @returns {Fault[]}
 */
export function faultsAt(error, field) {
  return faultsOf(error).map(({ title, text }) => fault(field, text, title));
}

/**
 * @param {unknown} error
 * @returns {string} All that is to be told of it.
 */
export function wordsAbout(error) {
  return faultsOf(error)
    .map(({ text }) => text)
    .join("");
}

/**
 * @param {unknown} error
 * @returns {Failure | null} Null: a refusal, or a mistake of the page itself.
 */
export function failureIn(error) {
  return error instanceof FailedError || error instanceof ProblemError ? error.failure : null;
}

/**
 * @param {unknown} error
 * @returns {string} What has happened, where nobody has to do anything about it.
 */
export function whatHappened(error) {
  const failure = failureIn(error);
  return failure ? failures[failure].what : wordsAbout(error);
}

/**
 * A refused file is all there is to put right: its entry in a summary says how, too.
 *
 * @param {Finding} finding
 * @param {Record<string, string>} names
 */
function titleOf(finding, names) {
  const { code, title, fix } = finding;
  const whose = whoseOf(finding, names);
  return `${whose && `${whose}：`}${code.startsWith("file.") ? `${title}：${fix}` : title}`;
}

/**
 * @param {unknown} error
 * @returns {string} The problem's code; empty where it is none.
 */
export function codeOf(error) {
  return error instanceof ProblemError ? error.problem.code : "";
}
