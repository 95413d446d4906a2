import { siteAddress } from "./address.js";

/**
 * Keeps a page and what it loads on the device once the page has loaded, and says so.
 *
 * @param {string} page From the root, `/eligibility/`; nothing outside it is touched.
 * @param {HTMLElement} said Shown when the page can be opened without a network.
 */
export async function keepOffline(page, said) {
  if (!("serviceWorker" in navigator)) return;
  if (document.readyState !== "complete") {
    await new Promise((done) => addEventListener("load", done, { once: true }));
  }
  try {
    const scope = siteAddress(page);
    const script = siteAddress("/service-worker.js");
    await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    said.hidden = false;
  } catch {
    // Private windows and old browsers keep nothing; the page works with a network.
  }
}
