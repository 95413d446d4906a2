import assert from "node:assert/strict";
import { test } from "node:test";

import { SentForm } from "../../site/js/desk/sent-form.js";

Object.assign(globalThis, { document: { body: {}, activeElement: null } });

/**
 * A form in which nothing is missing, and what it was answered with.
 *
 * @param {Promise<string>} answer
 */
function formThatGets(answer) {
  const part = {
    addEventListener() {},
    replaceChildren() {},
    querySelectorAll: () => [],
    reset() {},
  };
  const form = { ...part, querySelector: () => ({ ...part, disabled: false }) };
  const status = { textContent: "" };
  /** @type {string[]} */
  const shown = [];
  const sent = new SentForm(/** @type {any} */ (form), {
    status: /** @type {any} */ (status),
    words: "正在查找…",
    ask: () => answer,
    done: (found) => shown.push(found),
    onSignedOut: () => assert.fail(),
  });
  return { sent, status, shown };
}

test("an answer is shown, and meanwhile it is said what is done", async () => {
  const { sent, status, shown } = formThatGets(Promise.resolve("某人"));
  const sending = sent.send();
  assert.equal(status.textContent, "正在查找…");
  await sending;
  assert.deepEqual([status.textContent, shown], ["", ["某人"]]);
});

for (const what of /** @type {const} */ (["reset", "forget"])) {
  test(`what was asked for before the form's ${what} is not shown after it`, async () => {
    const { sent, status, shown } = formThatGets(Promise.resolve("某人"));
    const sending = sent.send();
    sent[what]();
    await sending;
    assert.deepEqual([status.textContent, shown], ["", []]);
  });
}
