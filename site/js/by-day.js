import { today } from "./clock.js";

/**
 * Puts the words of the day in their places: the page may have been built before they were in force
 * (第二十条). First of a page's scripts, so that the others find what holds.
 */
const day = today();
for (const template of document.querySelectorAll("template[data-from]")) {
  if (template instanceof HTMLTemplateElement && (template.dataset.from ?? "") <= day) {
    while (template.previousSibling) template.previousSibling.remove();
    template.replaceWith(template.content);
  }
}
