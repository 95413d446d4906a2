/** @import {Manifest} from "../engine/worker.js" */
import { siteAddress } from "../../address.js";
import { keepOffline, serveKept } from "../../offline.js";

const ENGINE = "/engine/";
/** The service worker looks for it under this name, too. */
const CACHE = ENGINE;
const MANIFEST = siteAddress("/engine/manifest.json");

/**
 * @returns {Promise<Manifest>} What the check is made of now; without a network, what is kept of it.
 * @throws {Error} It does not come.
 */
export async function manifestNow() {
  const response = await fetch(MANIFEST, { credentials: "omit" });
  return response.json();
}

/** @returns {Promise<boolean>} Whether all of it is on this device, and loading it costs nothing. */
export async function isAllKept() {
  try {
    if (!(await caches.has(CACHE))) return false;
    const { files } = await manifestNow();
    const kept = await (await caches.open(CACHE)).keys();
    const there = new Set(kept.map(({ url }) => url));
    return files.map(siteAddress).every((each) => there.has(each));
  } catch {
    return false;
  }
}

/**
 * Keeps what has just been loaded, and the page, on this device: lists are checked without a network
 * from now on, and nothing is loaded twice. Nothing of a list is ever in it, and of an older release
 * nothing stays.
 *
 * @param {Manifest} manifest
 * @param {HTMLElement} said Shown once that is so.
 */
export async function keepForNextTime(manifest, said) {
  try {
    // Where the browser has nobody to take it from there, nothing is kept.
    await serveKept(ENGINE);
    await keep(manifest, manifest.files.map(siteAddress));
    await keepOffline("/roster/", said);
  } catch {
    // It is loaded again the next time.
  }
}

/**
 * @param {Manifest} manifest Goes in last: without it the rest is not asked for.
 * @param {string[]} wanted
 */
async function keep(manifest, wanted) {
  const cache = await caches.open(CACHE);
  const there = await cache.keys();
  const old = there.filter(({ url }) => !wanted.includes(url));
  await Promise.all(old.map((each) => cache.delete(each)));
  const known = new Set(there.map(({ url }) => url));
  // The browser has just loaded them, and asks nobody.
  await cache.addAll(wanted.filter((each) => !known.has(each)));
  const headers = { "Content-Type": "application/json" };
  await cache.put(MANIFEST, new Response(JSON.stringify(manifest), { headers }));
}
