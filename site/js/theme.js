/*
 * What Material starts with, as a file: its own inline scripts would need a Content-Security-Policy
 * that lets every inline script run. The page's header loads it, before anything is painted; the
 * theme's bundle calls these functions by their names.
 */

const STORED = "/.";

/** @param {string} text A cheap hash of a text, with which the theme recognises what it showed. */
function hash(text) {
  let sum = 0;
  for (const letter of text) sum = (sum << 5) - sum + letter.charCodeAt(0);
  return sum;
}

/**
 * @param {string} key
 * @param {Storage} [storage]
 * @returns {any} What the theme kept under the key on this device; null where nothing was kept.
 */
function get(key, storage = localStorage) {
  try {
    return JSON.parse(storage.getItem(STORED + key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 * @param {Storage} [storage]
 */
function set(key, value, storage = localStorage) {
  try {
    storage.setItem(STORED + key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows the scheme of the system.
  }
}

/** Gives the body the colour scheme that was chosen, or the system's. */
function applyScheme() {
  const options = document.querySelectorAll("[name=__palette]");
  const chosen = options[get("__palette")?.index ?? 0];
  const follows = chosen?.getAttribute("data-md-color-media") === "(prefers-color-scheme)";
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  const scheme = follows ? system : chosen?.getAttribute("data-md-color-scheme");
  document.body.setAttribute("data-md-color-scheme", scheme ?? system);
}

Object.assign(globalThis, {
  __md_scope: new URL("/", location.href),
  __md_hash: hash,
  __md_get: get,
  __md_set: set,
});
// What only works with scripts is shown from the start, so that nothing moves when they are ready.
document.documentElement.classList.replace("no-js", "js");
applyScheme();
// Larger letters, where they were chosen; js/menu.js listens to the button.
document.documentElement.classList.toggle("large", get("large") === true);
