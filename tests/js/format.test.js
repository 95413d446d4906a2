import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../site/js/finding.js";
import { count, day, fileSize, grouped, moment, yuan } from "../../site/js/format.js";
import { contentType } from "../../site/js/upload.js";
import { finding } from "./findings.js";

for (const [name, made, wanted] of /** @type {const} */ ([
  ["a count", count(12345), "12,345"],
  ["an amount", yuan(1200), "1,200 元"],
  ["a day, whatever the PC's time zone", day("2026-11-24"), "2026年11月24日"],
  ["a moment by China's clock", moment("2026-11-23T16:05:00+00:00"), "2026年11月24日 00:05"],
  ["a small file", fileSize(1), "1 KB"],
  ["just below one MB", fileSize(1024 * 1024 - 1024), "1023 KB"],
  ["one MB", fileSize(1024 * 1024), "1.0 MB"],
  ["an account number", grouped("123456789"), "1234 5678 9"],
  ["an account number of whole groups", grouped("12345678"), "1234 5678"],
  ["a cell", placeOf(finding({ cell: "C12", row: 12 })), "C12"],
  ["a row", placeOf(finding({ row: 12 })), "第 12 行"],
  ["the unit", placeOf(finding({ field: "unit.funding" })), "单位信息"],
  ["the file", placeOf(finding({ field: "upload_id" })), "整个文件"],
])) {
  test(`${name} reads ${wanted}`, () => {
    assert.equal(made, wanted);
  });
}

for (const [name, type, sent] of /** @type {const} */ ([
  ["名单.csv", "application/vnd.ms-excel", "text/csv"],
  ["名单.CSV", "", "text/csv"],
  ["名单.pdf", "application/pdf", "application/pdf"],
  ["名单", "", "application/octet-stream"],
])) {
  test(`${name}, which the PC calls “${type}”, is sent as ${sent}`, () => {
    assert.equal(contentType({ name, type }), sent);
  });
}
