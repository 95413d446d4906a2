/**
 * The same worker for a page that has no network: what it needs is handed to it.
 *
 * @typedef {object} Enclosed
 * @property {Record<string, Uint8Array>} python Pyodide's own files, by their names.
 * @property {Uint8Array} packages
 * @property {Uint8Array} rules
 */
import "./no-imports.js";
// Its types ask for Emscripten's, and the other's are none.
// @ts-expect-error
import { loadPyodide } from "pyodide/pyodide.mjs";
// @ts-expect-error
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { startPython } from "./python.js";
import { answerRequests } from "./requests.js";

/** A folder that is nowhere: nothing is asked from there. */
const FOLDER = "https://enclosed.invalid/";
const WASM = { "Content-Type": "application/wasm" };

answerRequests(start);

/** @param {Enclosed} enclosed */
async function start({ python, packages, rules }) {
  self.fetch = async (asked) => {
    const held = python[String(asked).replace(FOLDER, "")];
    if (!held) throw new TypeError("nothing is asked of a network here");
    return new Response(/** @type {BufferSource} */ (held), { headers: WASM });
  };
  const load = (/** @type {object} */ options) => loadPyodide({ ...options, createPyodideModule });
  return startPython(load, { folder: FOLDER, packages, rules });
}
