import { pictureOf } from "./picture.js";
/** @import {PictureLine} from "./picture.js" */

const poster = /** @type {HTMLElement} */ (document.querySelector(".poster"));
const figure = /** @type {HTMLElement} */ (document.querySelector(".poster-picture"));

/**
 * @param {Element} root
 * @param {string} selector
 * @returns {string} The text of the first of these, on one line.
 */
const textOf = (root, selector) =>
  (root.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

function showPicture() {
  const lines = [...poster.querySelectorAll("dl > div")].map(
    (line) => /** @type {PictureLine} */ ([textOf(line, "dt"), textOf(line, "dd")]),
  );
  const address = pictureOf(textOf(poster, "h2"), lines, poster.querySelector("img.code"));
  /** @type {HTMLImageElement} */ (figure.querySelector("img")).src = address;
  figure.querySelector("a")?.setAttribute("href", address);
  figure.hidden = false;
  figure.scrollIntoView({ block: "nearest" });
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
document.querySelector("[data-picture]")?.addEventListener("click", showPicture);
