/**
 * The worker in which a list is checked on her own computer; what it needs it loads from the site.
 *
 * @typedef {{python: string, packages: string, rules: string, bytes: number}} Parts Where they are.
 * @typedef {Parts & {worker: string, files: string[]}} Manifest `files` are those of all parts.
 */
import { startPython } from "./python.js";
import { answerRequests } from "./requests.js";

answerRequests(start);

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
