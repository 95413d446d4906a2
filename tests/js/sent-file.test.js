import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { FailedError, ProblemError } from "../../site/js/api.js";
import { readFromFile } from "../../site/js/desk/sent-file.js";

afterEach(() => mock.restoreAll());

const FILE = new File(["a,b"], "statement.csv", { type: "text/csv" });
/** Does not wait. */
const AT_ONCE = { wait: async () => true, end: () => {} };
/** @type {string[]} What storage has got. */
const sent = [];

/** Storage, which takes everything. */
class Storage extends EventTarget {
  upload = new EventTarget();
  status = 204;

  open() {}

  send() {
    sent.push("file");
    this.dispatchEvent(new Event("load"));
    this.dispatchEvent(new Event("loadend"));
  }
}

/** Each file gets another permission. */
function takeFiles() {
  sent.length = 0;
  Object.assign(globalThis, { XMLHttpRequest: Storage });
  mock.method(globalThis, "fetch", async () =>
    Response.json({ upload_id: `u${sent.length + 1}`, url: "https://storage.test", fields: {} }),
  );
}

test("where only the answer does not come, the file is not sent again", async () => {
  takeFiles();
  const asked = mock.fn(async (/** @type {string} */ id) => {
    if (asked.mock.callCount() < 2) throw new FailedError("busy");
    return `read ${id}`;
  });
  const answer = await readFromFile(FILE, asked, AT_ONCE);
  assert.deepEqual(answer, { upload_id: "u1", found: "read u1" });
  assert.deepEqual([sent.length, asked.mock.callCount()], [1, 3]);
});

test("what is refused is not asked again, and the next file is sent", async () => {
  takeFiles();
  const refuse = async () => {
    throw new ProblemError(/** @type {any} */ ({ title: "不对", status: 422 }));
  };
  await assert.rejects(readFromFile(FILE, refuse, AT_ONCE), ProblemError);
  assert.equal((await readFromFile(FILE, async (id) => id, AT_ONCE)).found, "u2");
});
