import assert from "node:assert/strict";
import { test } from "node:test";
import {
  comeBack,
  isGone,
  isUnsent,
  newPaperFile,
  stateWords,
} from "../../site/js/papers/paper-file.js";
import {
  fitted,
  isPhoto,
  isStrip,
  isTaken,
  jpegName,
  pageName,
  pagesOf,
} from "../../site/js/papers/photo.js";
import { Refusal, UploadQueue } from "../../site/js/papers/upload-queue.js";

/** @import {FileState, PaperFile} from "../../site/js/papers/paper-file.js" */

const HOURS = 24;
const HOUR_MS = 3_600_000;
const NOW = Date.parse("2026-11-25T10:00:00+08:00");

/** @param {Partial<PaperFile>} [part] */
function paper(part) {
  return { ...newPaperFile("id_card", new File(["x"], "正面.jpg")), ...part };
}

for (const [state, sent, words] of /** @type {[FileState, number, string][]} */ ([
  ["waiting", 0, "等待"],
  ["shrinking", 0, "压缩"],
  ["sending", 0, "上传 0%"],
  ["sending", 0.4399, "上传 43%"],
  ["sending", 1, "上传 100%"],
  ["checking", 1, "检查"],
  ["received", 1, "已收到"],
  ["refused", 0, "没传上"],
  ["failed", 0.5, "没传上"],
])) {
  test(`a file that is ${state} (${sent}) says ${words}`, () => {
    assert.equal(stateWords({ state, sent }), words);
  });
}

for (const [sentAt, gone] of /** @type {[number | null, boolean][]} */ ([
  [null, true],
  [NOW, false],
  [NOW - HOURS * HOUR_MS + 1, false],
  [NOW - HOURS * HOUR_MS, true],
])) {
  test(`what was sent at ${sentAt} is ${gone ? "" : "not "}gone`, () => {
    assert.equal(isGone({ sentAt }, HOURS, NOW), gone);
  });
}

const FRESH = { uploadId: "u1", sentAt: NOW - HOUR_MS };
const OLD = { uploadId: "u1", sentAt: NOW - HOURS * HOUR_MS };

/** @type {[string, Partial<PaperFile>, FileState, string | null][]} */
const RETURNED = [
  ["received and still there", { state: "received", ...FRESH }, "received", "u1"],
  ["received too long ago", { state: "received", ...OLD }, "waiting", null],
  ["sent but not looked at", { state: "checking", ...FRESH }, "waiting", "u1"],
  ["cut off after it was sent", { state: "failed", ...FRESH }, "waiting", "u1"],
  ["cut off half-way", { state: "sending", sent: 0.4 }, "waiting", null],
  ["never sent", { state: "waiting" }, "waiting", null],
  ["refused", { state: "refused", problem: "这是网页" }, "refused", null],
];

for (const [name, kept, state, uploadId] of RETURNED) {
  test(`a draft's file comes back: ${name}`, () => {
    const back = comeBack(paper(kept), HOURS, NOW);
    assert.deepEqual([back.state, back.uploadId], [state, uploadId]);
    if (state === "waiting") assert.equal(back.problem, "");
  });
}

test("what is on its way or cut off is unsent; what is refused cannot be sent", () => {
  const states = /** @type {FileState[]} */ ([
    "waiting",
    "sending",
    "failed",
    "received",
    "refused",
  ]);
  assert.deepEqual(
    states.map((state) => isUnsent({ state })),
    [true, true, true, false, false],
  );
});

/**
 * A queue whose work ends when the test says so.
 *
 * @param {number} [atOnce]
 */
function slowQueue(atOnce) {
  /** @type {Map<string, {resolve: () => void, reject: (error: Error) => void, signal: AbortSignal}>} */
  const running = new Map();
  /** @type {PaperFile[]} */
  const changed = [];
  const queue = new UploadQueue(
    ({ name }, tell, signal) => {
      tell({ state: "sending" });
      return new Promise((resolve, reject) => running.set(name, { resolve, reject, signal }));
    },
    {
      onChange: (file) => changed.push(file),
      wordsOf: (error) => `没有成：${/** @type {Error} */ (error).message}`,
    },
    atOnce,
  );
  const files = ["a", "b", "c", "d"].map((name) => paper({ name }));
  const settled = () => new Promise((done) => setImmediate(done));
  const states = () => files.map(({ state }) => state);
  return { queue, files, running, changed, settled, states };
}

test("at most two files are on their way at once, the others follow in order", async () => {
  const { queue, files, running, settled, states } = slowQueue();
  for (const file of files) queue.add(file);
  assert.deepEqual(states(), ["sending", "sending", "waiting", "waiting"]);
  running.get("b")?.resolve();
  await settled();
  assert.deepEqual(states(), ["sending", "received", "sending", "waiting"]);
  running.get("a")?.resolve();
  running.get("c")?.resolve();
  await settled();
  running.get("d")?.resolve();
  await settled();
  assert.deepEqual(states(), ["received", "received", "received", "received"]);
});

test("a file that is cut off holds nobody up, and is tried again alone", async () => {
  const { queue, files, running, settled, states } = slowQueue(1);
  const [a, b] = files;
  assert.ok(a && b);
  queue.add(a);
  queue.add(b);
  running.get("a")?.reject(new Error("offline"));
  await settled();
  assert.deepEqual(states().slice(0, 2), ["failed", "sending"]);
  assert.equal(a.problem, "没有成：offline");
  queue.retry(a);
  assert.equal(a.state, "waiting");
  assert.equal(a.problem, "");
  running.get("b")?.resolve();
  await settled();
  assert.deepEqual(states().slice(0, 2), ["sending", "received"]);
});

test("all that was cut off goes on together; what was refused does not", async () => {
  const { queue, files, running, settled, states } = slowQueue(3);
  for (const file of files.slice(0, 3)) queue.add(file);
  running.get("a")?.reject(new Error("offline"));
  running.get("b")?.reject(new Refusal("这是网页"));
  running.get("c")?.reject(new Error("offline"));
  await settled();
  assert.deepEqual(states().slice(0, 3), ["failed", "refused", "failed"]);
  assert.equal(files[1]?.problem, "这是网页");
  const failed = queue.failed((error) => /** @type {Error} */ (error).message === "offline");
  assert.deepEqual(
    failed.map(([{ name }]) => name),
    ["a", "c"],
  );
  for (const [file] of failed) queue.retry(file);
  assert.deepEqual(states().slice(0, 3), ["sending", "refused", "sending"]);
});

test("somebody may wait until nothing is on its way any more", async () => {
  const { queue, files, running, settled } = slowQueue(1);
  for (const file of files.slice(0, 2)) queue.add(file);
  let isIdle = false;
  void queue.idle().then(() => (isIdle = true));
  running.get("a")?.reject(new Error("offline"));
  await settled();
  assert.equal(isIdle, false);
  running.get("b")?.resolve();
  await settled();
  assert.equal(isIdle, true);
  await queue.idle();
});

test("a file that is taken away is given up and changes nothing any more", async () => {
  const { queue, files, running, changed, settled } = slowQueue(1);
  const [a, b] = files;
  assert.ok(a && b);
  queue.add(a);
  queue.add(b);
  queue.remove(a);
  assert.equal(running.get("a")?.signal.aborted, true);
  assert.deepEqual(queue.files, [b]);
  running.get("a")?.reject(new Error("aborted"));
  const before = changed.filter((file) => file === a).length;
  await settled();
  assert.equal(changed.filter((file) => file === a).length, before);
  assert.equal(b.state, "sending");
});

test("a file that the server has is not sent again", () => {
  const { queue, running } = slowQueue();
  queue.add(paper({ name: "a", state: "received" }));
  assert.equal(running.size, 0);
});

for (const [
  size,
  side,
  expected,
] of /** @type {[[number, number], number, [number, number]][]} */ ([
  [[4000, 3000], 2800, [2800, 2100]],
  [[3000, 4000], 2800, [2100, 2800]],
  [[2800, 1000], 2800, [2800, 1000]],
  [[2801, 1000], 2800, [2800, 1000]],
  [[100, 50], 2800, [100, 50]],
  [[100_000, 1], 2800, [2800, 1]],
])) {
  test(`${size.join(" × ")} fits into ${side}`, () => {
    const [width, height] = size;
    const { width: w, height: h } = fitted({ width, height }, side);
    assert.deepEqual([w, h], expected);
  });
}

for (const [name, type, photo] of /** @type {[string, string, boolean][]} */ ([
  ["IMG_1.JPG", "image/jpeg", true],
  ["IMG_1.HEIC", "", true],
  ["扫描.png", "", true],
  ["image", "image/png", true],
  ["报告.pdf", "application/pdf", false],
  ["jpg", "", false],
])) {
  test(`“${name}” (${type}) is ${photo ? "a" : "no"} photo`, () => {
    assert.equal(isPhoto({ name, type }), photo);
  });
}

for (const [name, jpeg] of [
  ["IMG_1.HEIC", "IMG_1.jpg"],
  ["a.b.png", "a.b.jpg"],
  ["image", "image.jpg"],
]) {
  test(`a JPEG made of “${name}” is called “${jpeg}”`, () => {
    assert.equal(jpegName(name ?? ""), jpeg);
  });
}

test("a page of a strip says which one it is", () => {
  assert.equal(pageName("长图.png", 2), "长图-第2页.jpg");
});

for (const [width, height, strip] of /** @type {[number, number, boolean][]} */ ([
  [1080, 3240, false],
  [1080, 3241, true],
  [3241, 1080, true],
  [1080, 1920, false],
])) {
  test(`${width} × ${height} is ${strip ? "a" : "no"} strip`, () => {
    assert.equal(isStrip({ width, height }), strip);
  });
}

for (const [width, height] of /** @type {[number, number][]} */ ([
  [1080, 12_000],
  [1080, 3_241],
  [1, 4],
  [12_000, 1080],
])) {
  test(`the pages of ${width} × ${height} leave nothing out and have a line in common`, () => {
    const pages = pagesOf({ width, height });
    const upright = height > width;
    const parts = pages.map((page) =>
      upright ? [page.y, page.y + page.height] : [page.x, page.x + page.width],
    );
    assert.equal(parts[0]?.[0], 0);
    assert.equal(parts.at(-1)?.[1], Math.max(width, height));
    for (const [index, [start = 0]] of parts.slice(1).entries()) {
      assert.ok(start <= (parts[index]?.[1] ?? -1));
    }
    assert.ok(pages.every((page) => page.width > 0 && page.height > 0 && !isStrip(page)));
  });
}

for (const [size, type, width, taken] of /** @type {[number, string, number, boolean][]} */ ([
  [10, "image/png", 10, true],
  [11, "image/png", 10, false],
  [10, "image/png", 11, false],
  [10, "image/bmp", 10, false],
  [10, "", 10, false],
])) {
  test(`${size} bytes of “${type}”, ${width} wide, ${taken ? "go" : "do not go"} as they are`, () => {
    const limits = { maxBytes: 10, maxPixels: 100, mediaTypes: ["image/png"] };
    assert.equal(isTaken({ size, type }, { width, height: 10 }, limits), taken);
  });
}
