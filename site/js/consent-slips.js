import { byId, element, fill } from "./dom.js";
import { printAlone } from "./print-alone.js";

/** Of a unit that has no list yet: a sheet to write on. */
const BLANK = Array.from({ length: 4 }, () => "\u3000".repeat(8));

/**
 * Prints what each person of a list signs, several to a page; without people, a sheet of blank ones.
 *
 * @param {string[]} names
 * @param {string} unit_name
 */
export function printConsentSlips(names, unit_name) {
  const { content } = byId("consent-slip", HTMLTemplateElement);
  const slips = (names.length > 0 ? names : BLANK).map((name) => {
    const slip = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
    fill(slip, { name, unit_name });
    return slip;
  });
  printAlone(element("div", { class: "slips" }, ...slips));
}
