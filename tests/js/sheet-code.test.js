import assert from "node:assert/strict";
import { test } from "node:test";
import { sheetCodeIn, textsIn } from "../../site/js/status/sheet-code.js";
import { correction, generate } from "../../site/js/vendor/lean-qr/lean-qr.js";

const SHEET = { receipt: "AK-2026-7F3K9Q", checkText: "7F3K-9QXA-20MT" };
const ADDRESS = "https://example.org/verify/#AK-2026-7F3K9Q/7F3K-9QXA-20MT";

for (const [texts, expected] of /** @type {[string[], typeof SHEET | null][]} */ ([
  [[ADDRESS], SHEET],
  [["AK-2026-7F3K9Q 7F3K-9QXA-20MT"], SHEET],
  [["https://example.org/", ADDRESS], SHEET],
  [["https://example.org/verify/#AK-2026-7F3K9Q"], null],
  [["AK-2026-7F3K9Q 7F3K-9QXA"], null],
  [["AK/7F3K-9QXA-20MT-88AB"], { receipt: "", checkText: "7F3K-9QXA-20MT-88AB" }],
  [["AK/7F3K-9QXA-20MT"], null],
  [["AK/7F3K-9QXA-20MT-88AB-7F3K"], null],
  [["LP-2026-7F3K9Q 7F3K-9QXA-20MT"], null],
  [[], null],
])) {
  test(`of codes that say ${JSON.stringify(texts)} the sheet's is ${expected?.receipt}`, () => {
    assert.deepEqual(sheetCodeIn(texts), expected);
  });
}

/**
 * A picture of a white sheet that has codes on it, one below the other.
 *
 * @param {string[]} texts
 * @param {number} module Its pixels.
 */
function pictureOf(texts, module) {
  const codes = texts.map((text) => generate(text, { minCorrectionLevel: correction.M }));
  const side = 80 * module;
  const picture = { width: side, height: side * codes.length };
  const data = new Uint8ClampedArray(4 * picture.width * picture.height).fill(255);
  for (let y = 0; y < picture.height; y += 1) {
    const code = codes[Math.floor(y / side)];
    for (let x = 0; x < side; x += 1) {
      const [across, down] = [Math.floor(x / module) - 8, Math.floor((y % side) / module) - 8];
      if (code?.get(across, down)) data.fill(20, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return { ...picture, data };
}

test("every code of a picture is read, where its modules have three pixels", async () => {
  const texts = ["https://example.org/", ADDRESS];
  assert.deepEqual((await textsIn(pictureOf(texts, 3))).sort(), [...texts].sort());
});

test("a picture without a code says nothing", async () => {
  assert.deepEqual(
    await textsIn({ width: 80, height: 80, data: new Uint8ClampedArray(25600) }),
    [],
  );
});
