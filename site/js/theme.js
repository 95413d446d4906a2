/*
 * What must be done before anything is painted: the page's header loads it, as a file, because an
 * inline script would need a Content-Security-Policy that lets every inline script run.
 */

const STORED = "/.";
const SCHEME = "__palette";

/**
 * @param {string} key
 * @returns {any} What was kept under the key on this device; null where nothing was kept.
 */
function get(key) {
  try {
    return JSON.parse(localStorage.getItem(STORED + key) ?? "null");
  } catch {
    return null;
  }
}

/** Which of the three was chosen: the system's colours, light or dark ones. */
function schemeIndex() {
  return get(SCHEME)?.index ?? 0;
}

/** @param {number} index */
function chooseScheme(index) {
  try {
    localStorage.setItem(STORED + SCHEME, JSON.stringify({ index }));
  } catch {
    // A browser that keeps nothing shows the scheme of the system.
  }
}

/** Gives the body the colour scheme that was chosen, or the system's. */
function applyScheme() {
  const options = document.querySelectorAll("[name=__palette]");
  const chosen = options[schemeIndex()];
  const follows = chosen?.getAttribute("data-md-color-media") === "(prefers-color-scheme)";
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  const scheme = follows ? system : chosen?.getAttribute("data-md-color-scheme");
  document.body.setAttribute("data-md-color-scheme", scheme ?? system);
}

// For js/frame/colours.js, which listens to the buttons.
Object.assign(globalThis, {
  schemes: { index: schemeIndex, choose: chooseScheme, apply: applyScheme },
});
// What only works with scripts is shown from the start, so that nothing moves when they are ready.
document.documentElement.classList.replace("no-js", "js");
applyScheme();
// Larger letters, where they were chosen; js/menu.js listens to the button.
document.documentElement.classList.toggle("large", get("large") === true);
