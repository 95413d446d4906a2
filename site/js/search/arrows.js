/** @import {SearchParts} from "./parts.js" */

/**
 * Lets the arrows go from the box through what was found and back, and Enter open the best hit.
 *
 * @param {SearchParts} parts
 */
export function startArrows(parts) {
  const links = () => [...parts.list.querySelectorAll("a, button")].filter(isElement);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  parts.root.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const stops = [parts.question, ...links()];
    const next = stops[target(event.key, stops, document.activeElement)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  });
}

/**
 * @param {string} key
 * @param {Element[]} stops The box, and what was found.
 * @param {Element | null} focused
 * @returns {number} Which of the stops the key leads to; -1 where it leads nowhere.
 */
function target(key, stops, focused) {
  const at = focused ? stops.indexOf(focused) : -1;
  if (at < 0) return -1;
  if (key === "ArrowDown") return Math.min(at + 1, stops.length - 1);
  if (key === "ArrowUp") return at - 1;
  if (at > 0 && key === "Home") return 1;
  if (at > 0 && key === "End") return stops.length - 1;
  return -1;
}

/**
 * @param {Element} element
 * @returns {element is HTMLElement}
 */
function isElement(element) {
  return element instanceof HTMLElement;
}
