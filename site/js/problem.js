/** @import {Finding} from "./contract.js" */
/** @import {Fault} from "./fault.js" */
import {
  BusyError,
  FileRefusedError,
  ProblemError,
  SignedOutError,
  UnreachableError,
} from "./api.js";
import { fault } from "./fault.js";
import { whoseOf, wordsOf } from "./finding.js";
import { InsecurePageError } from "./proof-of-work.js";

/** Said when no answer came: nothing is known about what the server did. */
const UNREACHABLE = "网络中断，没有收到回答。您填写的内容还在，请检查网络后再试一次。";
/** Said when the gateway turned somebody away; it does not say for how long. */
const BUSY = "网站现在忙不过来，没有收到回答。您填写的内容还在，请过一分钟再试一次。";
const FILE_REFUSED = "文件没有传上去。请重新选择文件，再试一次。";
const INSECURE =
  "网址不是以 https:// 开头，浏览器因此不让本页提交或查询。请把网址开头改成 https:// 再打开一次。";
const SIGNED_OUT = "登录已经过期。请重新登录，再试一次。";
const UNEXPECTED = "页面出了意外的错误。请刷新后再试；仍然不行，请联系本地对接人。";

/**
 * What to tell the person about something that failed.
 *
 * @param {unknown} error
 * @returns {Fault[]} At least one.
 */
export function faultsOf(error) {
  if (error instanceof UnreachableError) return [fault(null, UNREACHABLE)];
  if (error instanceof BusyError) return [fault(null, BUSY)];
  if (error instanceof SignedOutError) return [fault(null, SIGNED_OUT)];
  if (error instanceof FileRefusedError) return [fault("upload_id", FILE_REFUSED)];
  if (error instanceof InsecurePageError) return [fault(null, INSECURE)];
  if (!(error instanceof ProblemError)) return [fault(null, UNEXPECTED)];
  const { findings = [], names = {}, title, detail } = error.problem;
  const faults = findings
    .filter((finding) => finding.severity === "error")
    .map((finding) => fault(finding.field, wordsOf(finding, names), titleOf(finding, names)));
  return faults.length > 0 ? faults : [fault(null, detail || title, title)];
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
