import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { resting } from "../../site/js/resting.js";

const body = {};
const elsewhere = {};

/**
 * A button on a page whose browser takes the keyboard from what rests.
 *
 * @param {object} page
 * @returns {HTMLButtonElement}
 */
function buttonOn(page) {
  const button = {
    focus: () => Object.assign(page, { activeElement: button }),
    set disabled(/** @type {boolean} */ rests) {
      if (rests) Object.assign(page, { activeElement: body });
    },
  };
  Object.assign(page, { activeElement: button });
  return /** @type {HTMLButtonElement} */ (/** @type {unknown} */ (button));
}

const page = { body, activeElement: /** @type {unknown} */ (body) };
Object.assign(globalThis, { document: page });
afterEach(() => (page.activeElement = body));

test("a button that rested has the keyboard again, also where its work failed", async () => {
  const button = buttonOn(page);
  assert.equal(await resting(button, async () => 7), 7);
  assert.equal(page.activeElement, button);
  await assert.rejects(resting(button, () => Promise.reject(new Error("busy"))));
  assert.equal(page.activeElement, button);
});

test("the keyboard stays where it went meanwhile, or was before", async () => {
  const button = buttonOn(page);
  await resting(button, async () => (page.activeElement = elsewhere));
  assert.equal(page.activeElement, elsewhere);
  await resting(button, async () => (page.activeElement = body));
  assert.equal(page.activeElement, body);
});
