/** @import {SearchParts} from "./parts.js" */

/** Below the search the theme holds the page still, by this attribute, until it has closed. */
const LOCK = "data-md-scrolllock";

/**
 * Closes the search when a hit is followed; the page below may be the one that it stands on.
 *
 * @param {SearchParts} parts
 */
export function closeWhenFollowed({ list, toggle }) {
  list.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.pathname === location.pathname) {
      event.preventDefault();
      whenFree(() => location.assign(link.href));
    }
    if (toggle.checked) toggle.click();
  });
}

/** @param {() => void} go */
function whenFree(go) {
  if (!document.body.hasAttribute(LOCK)) {
    go();
    return;
  }
  const watch = new MutationObserver(() => {
    watch.disconnect();
    go();
  });
  watch.observe(document.body, { attributeFilter: [LOCK] });
}
