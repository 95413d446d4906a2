import { partOf } from "./parts.js";

/**
 * As js/theme.js keeps and applies what was chosen, before anything is painted.
 *
 * @typedef {{index: () => number, choose: (index: number) => void, apply: () => void}} Schemes
 */

/** The button that goes from the system's colours to light ones, dark ones, and back. */
export function startColours() {
  const { schemes } = /** @type {{schemes: Schemes}} */ (/** @type {unknown} */ (globalThis));
  /** @type {HTMLInputElement[]} */
  const choices = Array.from(document.querySelectorAll("input[name=__palette]"));
  const show = () => {
    const body = document.body;
    body.setAttribute("data-md-color-switching", "");
    schemes.apply();
    choices.forEach((choice, at) => {
      const label = choice.nextElementSibling;
      if (label instanceof HTMLElement) label.hidden = at !== schemes.index();
    });
    tellBrowser();
    setTimeout(() => body.removeAttribute("data-md-color-switching"));
  };
  choices.forEach((choice, at) => {
    choice.addEventListener("change", () => {
      schemes.choose(at);
      show();
    });
    choice.addEventListener("keydown", ({ key }) => {
      const next = choices[(schemes.index() + 1) % choices.length];
      if (key !== "Enter") return;
      next?.click();
      next?.focus();
    });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
}

/** Gives what the browser draws itself the colours of the page. */
function tellBrowser() {
  const { backgroundColor, colorScheme } = getComputedStyle(partOf("header"));
  tell("theme-color", backgroundColor);
  tell("color-scheme", colorScheme);
}

/**
 * @param {string} name
 * @param {string} content
 */
function tell(name, content) {
  const known = document.head.querySelector(`meta[name=${name}]`);
  const meta = known ?? document.head.appendChild(document.createElement("meta"));
  meta.setAttribute("name", name);
  meta.setAttribute("content", content);
}
