/** @import {Finding} from "../../contract.js" */
import { placeOf } from "../../finding.js";
import { TO_DO } from "../severities.js";

const HEADERS = ["轻重", "位置", "行", "姓名", "问题", "说明", "怎么改", "依据"];
/** What spreadsheets take for a formula, or for a number whose digits they do not keep. */
const NO_TEXT = /^\s*(?:[=+\-@＝＋－＠]|\d{12,}(?:\.\d*)?\s*$|\d+(?:\.\d*)?[Eｅe]\d+\s*$)|^[\t\r]/;
/** By which Excel knows the encoding. */
const MARK = "\ufeff";

/**
 * All that was found, as a table (.csv) that a spreadsheet program opens.
 *
 * @param {Finding[]} findings
 * @param {Record<string, string>} names Who stands in each row.
 * @returns {string}
 */
export function findingsFile(findings, names) {
  const rows = findings.map((finding) => [
    TO_DO[finding.severity],
    placeOf(finding),
    String(finding.row ?? ""),
    names[finding.row ?? 0] ?? "",
    finding.title,
    finding.message,
    finding.fix,
    finding.article_label ?? "",
  ]);
  return MARK + [HEADERS, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} text */
function cell(text) {
  const line = text.replace(/[\r\n]+/g, " ");
  return `"${(NO_TEXT.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}
