import assert from "node:assert/strict";
import { test } from "node:test";

import { copyable } from "../../site/js/copy-button.js";
import { readAmount } from "../../site/js/desk/payment-forms.js";
import {
  matchedInWords,
  partsInWords,
  recordedInWords,
} from "../../site/js/desk/statement-words.js";

const AMOUNTS = [
  ["3600", "3600"],
  ["３，６００．５０ 元", "3600.50"],
  ["¥3,600.5", "3600.5"],
  ["0.01", "0.01"],
  ["0", null],
  ["-5", null],
  ["3600.505", null],
  ["三千六", null],
  ["123456789", null],
  ["", null],
];

for (const [typed, amount] of AMOUNTS) {
  test(`an amount typed as “${typed}” is ${amount ?? "not understood"}`, () => {
    assert.equal(readAmount(typed ?? ""), amount);
  });
}

/** @param {string} standing */
function line(standing) {
  return /** @type {import("../../site/types/api.js").MatchedLine} */ ({ standing });
}

test("a statement is counted by how its lines stand", () => {
  const lines = ["certain", "certain", "unmatched", "known"].map(line);
  assert.equal(matchedInWords(lines), "4 行：2 行看得准，1 行没有对上，1 行已经记过或重复。");
  assert.equal(matchedInWords([]), "");
});

test("what a line is for names each list and what is missing of it", () => {
  const receipt = "AK-2026-7F3K9Q";
  /** @type {import("../../site/types/api.js").MatchedList} */
  const list = {
    receipt,
    unit_name: "示例小学",
    county: "贺兰县",
    state: "submitted",
    due: "300.50",
  };
  const lists = new Map([[receipt, list]]);
  const parts = [{ receipt, amount: "200.00" }];
  const words = `示例小学（贺兰县）${receipt}，待办理，还差 300.5 元：记 200 元`;
  assert.deepEqual(partsInWords(parts, lists), [words]);
  const back = `示例小学（贺兰县）${receipt}，待办理，还差 300.5 元：记退回 200 元`;
  assert.deepEqual(partsInWords(parts, lists, true), [back]);
  lists.set(receipt, { ...list, due: "0" });
  assert.match(partsInWords(parts, lists)[0] ?? "", /，已经收齐：/);
});

test("what became of lines is told, and why some were not recorded", () => {
  /** @type {any} */
  const finding = { title: "日期还没有到" };
  const told = recordedInWords([
    { row: 2, outcome: "recorded", finding: null },
    { row: 3, outcome: "known", finding: null },
    { row: 5, outcome: "refused", finding },
  ]);
  assert.equal(told, "记下 1 行；1 行以前记过；1 行没有记：第 5 行，日期还没有到。");
});

for (const [text, copied] of [
  ["2902 0011 2920 0217 209", "2902001129200217209"],
  ["3,600 元", "3600"],
  ["3,600.50 元", "3600.50"],
  ["叁仟陆佰元整", "叁仟陆佰元整"],
  ["AK-2026-7F3K9Q", "AK-2026-7F3K9Q"],
]) {
  test(`“${text}” is copied as ${copied}`, () => {
    assert.equal(copyable(text ?? ""), copied);
  });
}
