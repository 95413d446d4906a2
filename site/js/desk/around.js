import { fill, link, partIn } from "../dom.js";
import { hashOf } from "./place.js";

/**
 * @typedef {object} Around Where a case stands in the queue that somebody came from.
 * @property {string} previous The receipt of the case before it; empty at the first.
 * @property {string} next The receipt of the case after it; empty at the last.
 * @property {string} words 第 2 份，共 20 份
 */

const KEYS = { PageUp: "previous", PageDown: "next" };

/**
 * Shows at a case the ways to those before and after it in the queue.
 *
 * @param {HTMLElement} section
 * @param {Around | null} around Null: it was not come to from a queue.
 */
export function showAround(section, around) {
  const { previous = "", next = "", words = "" } = around ?? {};
  partIn(section, "around").hidden = !previous && !next;
  fill(section, { around: words });
  link(section, { previous: hashOf({ receipt: previous }), next: hashOf({ receipt: next }) });
  partIn(section, "previous").hidden = !previous;
  partIn(section, "next").hidden = !next;
}

/** Goes to the case before or after the one that is shown, with Alt and the keys of pages. */
export function walkByKeys() {
  document.addEventListener("keydown", (event) => {
    const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
    if (!altKey || ctrlKey || metaKey || shiftKey || !Object.hasOwn(KEYS, key)) return;
    const name = KEYS[/** @type {keyof typeof KEYS} */ (key)];
    for (const way of document.querySelectorAll(`.around [data-link="${name}"]`)) {
      if (!(way instanceof HTMLAnchorElement) || way.offsetParent === null) continue;
      event.preventDefault();
      way.click();
      return;
    }
  });
}
