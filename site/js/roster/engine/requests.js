/**
 * What a worker does in which lists are checked: it gets what Python is started with first, then
 * requests; a file that brings it down takes nothing else with it.
 *
 * @typedef {{id: number, kind: Kind, asked: string, files: (File | undefined)[], moment: string}} Request
 */
/** @import {Answers, Kind} from "./python.js" */

/** As much as the service gives one reading (shared_rules/roster/limits.py), and Python itself. */
const MOST_BYTES = 1024 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

/** @param {(manifest: any) => Promise<Answers>} start */
export function answerRequests(start) {
  limitMemory();
  /** @type {Promise<Answers> | undefined} */
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
}

/** @param {File | undefined} file */
async function bytesIn(file) {
  return file && new Uint8Array(await file.arrayBuffer());
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
