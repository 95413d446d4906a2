/**
 * The worker in which a list is checked on her own computer. It gets the manifest first, then
 * requests; a file that brings it down takes nothing else with it.
 *
 * @typedef {{python: string, packages: string, rules: string, bytes: number}} Parts Where they are.
 * @typedef {Parts & {worker: string, files: string[]}} Manifest `files` are those of all parts.
 * @typedef {{id: number, kind: "check" | "compare", asked: string, files: (File | undefined)[], moment: string}} Request
 */
import { startPython } from "./python.js";

/** As much as the service gives one reading (shared_rules/roster/limits.py), and Python itself. */
const MOST_BYTES = 1024 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

limitMemory();
/** @type {ReturnType<typeof startPython> | undefined} */
let python;

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.manifest) {
      python = start(data.manifest);
      await python;
      self.postMessage({ ready: true });
    } else {
      const answer = await python;
      const { id, kind, asked, files, moment } = /** @type {Request} */ (data);
      const read = await Promise.all(files.map(bytesIn));
      self.postMessage({ id, answer: answer?.(kind, asked, read, moment) });
    }
  } catch {
    // What Python says of it may hold what is in the list.
    self.postMessage({ failed: true });
  }
});

/** @param {File | undefined} file */
async function bytesIn(file) {
  return file && new Uint8Array(await file.arrayBuffer());
}

/** @param {Parts} parts */
async function start({ python: folder, packages, rules, bytes }) {
  countBytes((loaded) => self.postMessage({ part: Math.min(loaded / bytes, 1) }));
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const [packed, check] = await Promise.all([bytesOf(packages), bytesOf(rules)]);
  return startPython(loadPyodide, { folder, packages: packed, rules: check });
}

/** @param {string} address */
async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Tells how many bytes have been loaded, whoever asks for them here.
 *
 * @param {(loaded: number) => void} tell
 */
function countBytes(tell) {
  const plain = self.fetch;
  let loaded = 0;
  self.fetch = async (...asked) => {
    const response = await plain(...asked);
    if (!response.body) return response;
    const counting = new TransformStream({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        tell(loaded);
        controller.enqueue(chunk);
      },
    });
    const { headers, status } = response;
    return new Response(response.body.pipeThrough(counting), { headers, status });
  };
}

/** A workbook of some kilobytes can make its parser ask for terabytes. */
function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  /** @param {number} pages */
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MOST_BYTES) throw new RangeError("too much");
    return grow.call(this, pages);
  };
}
