import { partOf } from "./parts.js";

/** A heading has been come to when it is so much of the space above the text below the header. */
const NEAR = 0.8;

/** @returns {() => void} Marks in tables of contents (in the menu, too) how far the reader has come. */
export function markPassed() {
  const tables = document.querySelectorAll("[data-md-component=toc]");
  const marks = [...tables].map((table) => marking([...table.querySelectorAll("a")]));
  return () => marks.forEach((mark) => mark());
}

/** @param {HTMLAnchorElement[]} links Of one table. */
function marking(links) {
  const entries = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  return () => {
    const main = partOf("main");
    const grid = /** @type {HTMLElement} */ (main.firstElementChild);
    const line = partOf("header").offsetHeight + NEAR * (grid.offsetTop - main.offsetTop);
    const isAtEnd = scrollY + innerHeight >= Math.floor(document.body.offsetHeight);
    const passed = entries.filter(({ heading }) => isAtEnd || topOf(heading) < line);
    const active = passed[passed.length - 1];
    for (const entry of entries) {
      entry.link.classList.toggle("md-nav__link--passed", passed.includes(entry));
      entry.link.classList.toggle("md-nav__link--active", entry === active);
    }
  };
}

/**
 * @param {Element} heading
 * @returns {number} Where it stands on the screen; what is folded is where it is folded.
 */
function topOf(heading) {
  /** @type {Element | null} */
  let seen = heading;
  while (seen && seen.getClientRects().length === 0) seen = seen.parentElement;
  return seen?.getBoundingClientRect().top ?? 0;
}
