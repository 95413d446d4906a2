import { linesOf, pictureOf, showPicture, textOf } from "./picture.js";

const poster = /** @type {HTMLElement} */ (document.querySelector(".poster"));
const figure = /** @type {HTMLElement} */ (document.querySelector("figure.picture"));

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
document.querySelector("[data-picture]")?.addEventListener("click", () => {
  const lines = linesOf(poster.querySelectorAll("dl > div"), "dd");
  showPicture(figure, pictureOf(textOf(poster, "h2"), lines, poster.querySelector("img.code")));
});
