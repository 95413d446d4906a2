import { partOf } from "./parts.js";

/** From which width on each stands beside the text, as in the theme's styles. */
const BESIDE = { navigation: "(min-width: 76.25em)", toc: "(min-width: 60em)" };

/** @returns {() => void} Fits what stands beside the text between header and footer. */
export function fitSidebars() {
  const bars = [...document.querySelectorAll("[data-md-component=sidebar]")].map((each) =>
    sidebar(/** @type {HTMLElement} */ (each)),
  );
  return () => {
    const room = roomOfMain();
    for (const fit of bars) fit(room);
  };
}

/** @typedef {{header: number, start: number, seen: number}} Room In pixels. */

/** @returns {Room} How much of the page's middle is seen. */
function roomOfMain() {
  const header = partOf("header").offsetHeight;
  const { offsetTop, offsetHeight } = partOf("main");
  const above = Math.max(0, offsetTop - scrollY, header);
  const below = Math.max(0, innerHeight + scrollY - offsetTop - offsetHeight);
  return { header, start: offsetTop - header, seen: Math.max(0, innerHeight - above - below) };
}

/** @param {HTMLElement} bar */
function sidebar(bar) {
  const inner = /** @type {HTMLElement} */ (bar.querySelector(".md-sidebar__scrollwrap"));
  const grid = /** @type {HTMLElement} */ (bar.closest(".md-grid"));
  const kind = /** @type {keyof typeof BESIDE} */ (bar.dataset.mdType);
  const isBeside = matchMedia(BESIDE[kind]);
  let wasShown = false;
  return (/** @type {Room} */ { header, start, seen }) => {
    if (!isBeside.matches) {
      bar.style.top = inner.style.height = "";
      return;
    }
    const space = grid.offsetTop - partOf("main").offsetTop;
    const height = seen + Math.min(space, Math.max(0, scrollY - start)) - space;
    inner.style.height = `${height - 2 * inner.offsetTop}px`;
    bar.style.top = `${header}px`;
    if (!wasShown) showActive(bar, inner);
    wasShown = true;
  };
}

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} inner
 */
function showActive(bar, inner) {
  for (const link of bar.querySelectorAll(".md-nav__link--active[href]")) {
    if (!(link instanceof HTMLElement) || !link.clientHeight) continue;
    inner.scrollTop = link.offsetTop - inner.offsetTop - inner.offsetHeight / 2;
  }
}
