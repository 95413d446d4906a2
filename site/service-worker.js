/*
 * Lets a page be opened without a network. It is registered once for each page named in
 * offline-files.js (made by site/offline.py) and sees the requests of that page only. The network
 * comes first, so that nobody is told an old rule while a newer one can be had.
 */
/* global self, caches, fetch, importScripts, Request, URL */
importScripts("offline-files.js");

const { pathname: page } = new URL(self.registration.scope);
const { version, files } = self.OFFLINE[page];
const CACHE = `${page} ${version}`;

/** Keeps every file of this version; where one is missing the old version stays in charge. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
  await self.skipWaiting();
}

/** Takes over, and forgets this page's older versions. */
async function takeOver() {
  const names = await caches.keys();
  const stale = names.filter((name) => name.startsWith(`${page} `) && name !== CACHE);
  await Promise.all(stale.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const isOurs = origin === self.location.origin && files.includes(pathname);
  if (isOurs && event.request.method === "GET") event.respondWith(answer(event.request));
});
