import assert from "node:assert/strict";
import { test } from "node:test";

import { readAmount } from "../../site/js/desk/payment-forms.js";

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
