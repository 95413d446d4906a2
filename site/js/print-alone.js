import { byId, element } from "./dom.js";

/**
 * Makes every `data-prints` button of a part of the page print the element that it names.
 *
 * @param {HTMLElement} section
 */
export function startPrinting(section) {
  section.addEventListener("click", ({ target }) => {
    const { prints } = target instanceof HTMLElement ? target.dataset : {};
    if (prints) printAlone(byId(prints, HTMLElement));
  });
}

/**
 * Prints one part of the page, and nothing else.
 *
 * @param {HTMLElement} part
 */
export function printAlone(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  copy.hidden = false;
  copy.removeAttribute("id");
  const dressed = element("div", { class: "roster claim" }, copy);
  const sheet = element("div", { class: "md-typeset notice-sheet" }, dressed);
  document.body.append(sheet);
  document.body.classList.add("prints-notice");
  addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("prints-notice");
      sheet.remove();
    },
    { once: true },
  );
  print();
}
