/** Below this width the search lies over the page, as in the theme's styles. */
const beside = matchMedia("(min-width: 60em)");
/** The theme's styles hold the page still by it; js/search/follow.js waits for it. */
const LOCK = "data-md-scrolllock";
/** In milliseconds: once the search has come, or has gone. */
const COME = 400;
const GONE = 100;
const FOLLOWED = 125;

/** @param {string} name */
function toggleOf(name) {
  return /** @type {HTMLInputElement} */ (document.getElementById(name));
}

/** A link to a place on the same page closes the menu that it stood in. */
export function closeMenuWhenFollowed() {
  addEventListener("hashchange", () => {
    setTimeout(() => {
      for (const toggle of [toggleOf("__drawer"), toggleOf("__search")]) {
        if (toggle.checked) toggle.click();
      }
    }, FOLLOWED);
  });
}

/** Where the search lies over the page, the page does not move below it. */
export function holdStillBelowSearch() {
  const toggle = toggleOf("__search");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const adapt = () => {
    const isOver = toggle.checked && !beside.matches;
    clearTimeout(timer);
    timer = setTimeout(() => hold(isOver), isOver ? COME : GONE);
  };
  toggle.addEventListener("change", adapt);
  beside.addEventListener("change", adapt);
}

/** @param {boolean} isStill */
function hold(isStill) {
  const { body } = document;
  if (isStill === body.hasAttribute(LOCK)) return;
  if (isStill) {
    body.style.top = `-${scrollY}px`;
    body.setAttribute(LOCK, "");
    return;
  }
  const place = -Number.parseInt(body.style.top, 10);
  body.removeAttribute(LOCK);
  body.style.top = "";
  if (place) scrollTo(0, place);
}
