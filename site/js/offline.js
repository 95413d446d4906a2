import { siteAddress } from "./address.js";
import { pageLoaded } from "./dom.js";

/**
 * Lets the service worker see the requests of a part of the site.
 *
 * @param {string} part From the root, `/eligibility/`; nothing outside it is touched.
 * @throws {Error} In private windows and old browsers, which keep nothing.
 */
export async function serveKept(part) {
  const script = siteAddress("/service-worker.js");
  const scope = siteAddress(part);
  await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
}

/**
 * Keeps a page and what it loads on the device once the page has loaded, and says so.
 *
 * @param {string} page From the root, as `serveKept` takes it.
 * @param {HTMLElement} said Shown when the page can be opened without a network.
 */
export async function keepOffline(page, said) {
  if (!("serviceWorker" in navigator)) return;
  await pageLoaded();
  try {
    await serveKept(page);
    await navigator.serviceWorker.ready;
    said.hidden = false;
  } catch {
    // The page works with a network.
  }
}
