import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { ProblemError } from "../../site/js/api.js";
import { Engine } from "../../site/js/roster/here/engine.js";
import {
  FileGoneError,
  fileOf,
  holdsSameFile,
  keepHere,
  keptIn,
  uploaded,
} from "../../site/js/roster/here/files.js";
import { ListDraft } from "../../site/js/roster/list-draft.js";
import { emptyStores } from "./storage.js";

const MANIFEST = { worker: "/engine/w.js", python: "/engine/p/", packages: "/p", rules: "/r" };

/** @param {string} [name] */
const file = (name = "名单.xlsx") => new File(["1"], name, { lastModified: 7 });

/** A worker that starts at once, and does with each request what a test says. */
class FakeWorker {
  /** @type {FakeWorker[]} */
  static all = [];
  /** What it answers; nothing: it goes on without end. @type {object | undefined} */
  static answer = undefined;
  /** @type {(event: {data: object}) => void} */
  onmessage = () => {};
  isTerminated = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  /** @param {{manifest?: object, id?: number}} message */
  postMessage({ manifest, id }) {
    const data = manifest ? { ready: true } : FakeWorker.answer && { id, ...FakeWorker.answer };
    if (data) queueMicrotask(() => this.onmessage({ data }));
  }

  terminate() {
    this.isTerminated = true;
  }
}

beforeEach(() => {
  emptyStores();
  FakeWorker.all = [];
  FakeWorker.answer = undefined;
  Object.assign(globalThis, { Worker: FakeWorker });
  mock.method(globalThis, "fetch", async () => Response.json(MANIFEST));
});

test("a list is checked by the worker", async () => {
  const engine = new Engine(() => {});
  await engine.start();
  FakeWorker.answer = { answer: '{"problem": {"code": "file.no_rows"}}' };
  const answer = await engine.ask("check", { text: "1" }, [undefined]);
  assert.equal(answer.problem?.code, "file.no_rows");
});

test("what brings the worker down ends that worker only", async () => {
  const engine = new Engine(() => {});
  await engine.start();
  FakeWorker.answer = { failed: true };
  assert.deepEqual(await engine.ask("check", { text: "1" }, [undefined]), { unable: true });
  const [first] = FakeWorker.all;
  assert.ok(first?.isTerminated);
  while (engine.state !== "ready") await new Promise(setImmediate);
  FakeWorker.answer = { answer: '{"report": {}}' };
  assert.deepEqual(await engine.ask("check", { text: "2" }, [undefined]), { report: {} });
  assert.equal(FakeWorker.all.length, 2);
});

test("what takes too long is ended, too", async (t) => {
  const engine = new Engine(() => {});
  await engine.start();
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const answer = engine.ask("check", { text: "1" }, [undefined]);
  await new Promise(setImmediate);
  t.mock.timers.tick(59_999);
  assert.ok(!FakeWorker.all[0]?.isTerminated);
  t.mock.timers.tick(1);
  assert.deepEqual(await answer, { unable: true });
  assert.ok(FakeWorker.all[0]?.isTerminated);
});

test("where it cannot be loaded the page goes on without it", async () => {
  mock.method(globalThis, "fetch", async () => new Response("<html>", { status: 404 }));
  /** @type {string[]} */
  const states = [];
  await new Engine((state) => states.push(state)).start();
  assert.deepEqual(states, ["loading", "failed"]);
});

test("a file that stayed here is sent once, and the rest of a list as it is", async () => {
  const upload_id = keepHere(file());
  assert.deepEqual(keptIn({ text: "1", base: { upload_id } }), [upload_id]);
  assert.deepEqual(await uploaded({ text: "1" }), { text: "1" });
  assert.equal(fileOf(upload_id).name, "名单.xlsx");
  await assert.rejects(uploaded({ upload_id: "here:1:2:别的.xlsx" }), FileGoneError);
});

test("changes come back with the file that was chosen again after a reload, and with no other", () => {
  const draft = new ListDraft({ draft: "roster-unit" });
  const changes = { mends: [{ row: 3, field: /** @type {const} */ ("name"), value: "王芳" }] };
  const kept = { name: "名单.xlsx", brought: { upload_id: keepHere(file()) }, changes };
  assert.match(draft.gone(kept, new FileGoneError()), /刷新以后要再选一次/);
  assert.deepEqual(draft.changesOf({ upload_id: keepHere(file()) }), changes);
  assert.deepEqual(draft.changesOf({ upload_id: keepHere(file()) }), {}, "once");
  draft.gone(kept, new FileGoneError());
  assert.deepEqual(draft.changesOf({ upload_id: keepHere(file("别的.xlsx")) }), {});
  assert.ok(!holdsSameFile({ upload_id: "sent" }, { upload_id: "sent" }));
});

test("a file that the service has forgotten is forgotten here", () => {
  const draft = new ListDraft({ draft: "roster-unit" });
  const kept = { name: "名单.xlsx", brought: { upload_id: "sent" }, changes: {} };
  draft.keep(kept, false);
  const problem = { type: "", title: "", status: 422, detail: "", code: "upload.unknown" };
  const refused = new ProblemError({ ...problem, findings: [] });
  assert.match(draft.gone(kept, refused), /已经过期删除/);
  assert.equal(draft.kept, null);
});
