/** @import {Brought} from "../here/engine.js" */
import { bytesIn } from "../../base64.js";
import { canRun } from "../here/engine.js";

/**
 * What this one file holds of the site: the worker, and what it starts Python with.
 *
 * @returns {Promise<Brought>}
 * @throws {Error} The browser is too old.
 */
export async function fromThisFile() {
  if (!canRun()) throw new Error("this browser cannot run it");
  /** @type {NodeListOf<HTMLScriptElement>} */
  const parts = document.querySelectorAll("script[data-file]");
  const unpacked = [...parts].map(async ({ dataset, text }) => [dataset.file, await bytesOf(text)]);
  const held = Object.fromEntries(await Promise.all(unpacked));
  const { worker, packages, rules, ...python } = held;
  const script = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
  return { script, type: "classic", manifest: { python, packages, rules } };
}

/** @param {string} text Packed, as Base64. */
async function bytesOf(text) {
  const stream = new Blob([bytesIn(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
