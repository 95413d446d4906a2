/*
 * Lets a page be opened without a network. It is registered once for each page named in
 * offline-files.js (made by site/offline.py) and sees the requests of that page only. The network
 * comes first, so that nobody is told an old rule while a newer one can be had.
 *
 * Once more it is registered for /engine/, where what checks lists is loaded from; browsers differ
 * in whether the worker there is its own page. A page puts that into its cache (here/kept.js) once
 * it has loaded it. Each file is named for what it holds: what is kept is never old.
 */
/* global self, caches, fetch, importScripts, Request, URL */
importScripts("offline-files.js");

const ENGINE = "/engine/";
const MANIFEST = "/engine/manifest.json";
const { pathname: page } = new URL(self.registration.scope);
const { version, files, lasting } = self.OFFLINE[page] ?? { version: "", files: [], lasting: [] };
const CACHE = `${page} ${version}`;

/**
 * Keeps every file of this version; where one is missing the old version stays in charge. Of what
 * never changes the browser asks nobody where it has it already, as the page has just loaded it.
 */
async function keep() {
  if (files.length > 0) {
    const cache = await caches.open(CACHE);
    const how = (/** @type {string} */ file) => (lasting.includes(file) ? "default" : "no-cache");
    await cache.addAll(files.map((file) => new Request(file, { cache: how(file) })));
  }
  await self.skipWaiting();
}

/** Takes over, and forgets this page's older versions. */
async function takeOver() {
  const names = await caches.keys();
  const stale = names.filter((name) => name.startsWith(`${page} `) && name !== CACHE);
  await Promise.all(stale.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * @param {Request} request
 * @param {string} cacheName Where it is looked for when there is no network.
 */
async function answer(request, cacheName) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { cacheName, ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/** @param {Request} request For what never changes. */
async function kept(request) {
  return (await caches.match(request, { cacheName: ENGINE })) ?? fetch(request);
}

/**
 * @param {Request} request
 * @returns {Promise<Response> | null} Null: it is none of ours.
 */
function answered(request) {
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return null;
  if (pathname === MANIFEST) return answer(request, ENGINE);
  if (pathname.startsWith(ENGINE)) return kept(request);
  return files.includes(pathname) ? answer(request, CACHE) : null;
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const answering = answered(event.request);
  if (answering) event.respondWith(answering);
});
