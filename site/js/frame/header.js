import { partIfAny, partOf } from "./parts.js";

/** The tabs fade when they have gone so far under the header, in pixels. */
const UNDER = 10;

/** @returns {() => void} Lets header and tabs look as it befits how far the page is scrolled. */
export function followScrolling() {
  const header = partOf("header");
  const main = partOf("main");
  const tabs = partIfAny("tabs");
  const title = partIfAny("header-title");
  const heading = document.querySelector(".md-content h1");
  return () => {
    const height = header.offsetHeight;
    header.classList.toggle("md-header--shadow", scrollY >= main.offsetTop - height);
    if (tabs) tabs.hidden = scrollY - tabs.offsetTop + height >= UNDER;
    if (!title || !heading) return;
    const place = heading.getBoundingClientRect();
    title.classList.toggle("md-header__title--active", place.height > 0 && place.bottom <= height);
  };
}
