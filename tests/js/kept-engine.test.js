import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { isAllKept, keepForNextTime } from "../../site/js/roster/here/kept.js";

const ROOT = new URL("/", new URL("../../site/js/address.js", import.meta.url)).href;
const at = (/** @type {string} */ path) => new URL(path, ROOT).href;
const MANIFEST = at("/engine/manifest.json");
const NOW = manifestOf("/engine/rules.2.zip", "/engine/packages.1.zip");

/** @param {...string} files */
function manifestOf(...files) {
  return { python: "", packages: "", rules: "", worker: "", bytes: 0, files };
}

/** What was put into the browser's cache. @type {Map<string, string>} */
let kept = new Map();
/** @type {string[]} */
let scopes = [];
let isThere = true;

const cache = {
  keys: async () => [...kept.keys()].map((url) => ({ url })),
  delete: async (/** @type {{url: string}} */ { url }) => kept.delete(url),
  put: async (/** @type {string} */ url, /** @type {Response} */ answer) =>
    kept.set(url, await answer.text()),
  addAll: async (/** @type {string[]} */ urls) => {
    if (!isThere) throw new TypeError("network");
    for (const url of urls) kept.set(url, "loaded");
  },
};

/** @param {object} worker */
function withServiceWorker(worker) {
  Object.defineProperty(globalThis, "navigator", {
    configurable: true,
    value: { serviceWorker: worker },
  });
}

beforeEach(() => {
  kept = new Map();
  scopes = [];
  isThere = true;
  const register = async (
    /** @type {string} */ _script,
    /** @type {{scope: string}} */ { scope },
  ) => void scopes.push(scope);
  withServiceWorker({ register, ready: Promise.resolve() });
  Object.assign(globalThis, {
    caches: { open: async () => cache, has: async () => kept.size > 0 },
    document: { readyState: "complete" },
  });
  mock.method(globalThis, "fetch", async () => Response.json(NOW));
});

const said = () => /** @type {HTMLElement} */ ({ hidden: true });

test("what an older release was made of goes, and what both are made of is not loaded again", async () => {
  kept = new Map([
    [at("/engine/rules.1.zip"), "old"],
    [at("/engine/packages.1.zip"), "kept before"],
  ]);
  const words = said();
  await keepForNextTime(NOW, words);
  assert.deepEqual([...kept].slice(0, 2), [
    [at("/engine/packages.1.zip"), "kept before"],
    [at("/engine/rules.2.zip"), "loaded"],
  ]);
  assert.deepEqual([...kept.keys()].slice(2), [MANIFEST]);
  assert.deepEqual(scopes, [at("/engine/"), at("/roster/")]);
  assert.ok(!words.hidden);
  assert.ok(await isAllKept());
});

test("what could not be kept whole is not promised", async () => {
  isThere = false;
  const words = said();
  await keepForNextTime(NOW, words);
  assert.ok(!kept.has(MANIFEST));
  assert.ok(words.hidden);
  assert.ok(!(await isAllKept()));
});

test("another release is not kept yet", async () => {
  await keepForNextTime(manifestOf("/engine/rules.1.zip"), said());
  assert.ok(!(await isAllKept()));
});

test("where the browser has nobody to take it from there, nothing is kept", async () => {
  withServiceWorker({ register: () => Promise.reject(new Error("private window")) });
  await keepForNextTime(NOW, said());
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {} });
  await keepForNextTime(NOW, said());
  assert.equal(kept.size, 0);
});
