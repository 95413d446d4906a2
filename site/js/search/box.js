/*
 * Opens and closes the search, on every page. What answers, and the index, are fetched when the box
 * is first focused: most people never search.
 */
import { SearchParts } from "./parts.js";

/**
 * @param {SearchParts} parts
 * @param {boolean} isOpen
 */
function set(parts, isOpen) {
  if (parts.toggle.checked !== isOpen) parts.toggle.click();
}

/**
 * Closes it and leaves the focus in the box, which opens again at the next letter.
 *
 * @param {SearchParts} parts
 */
function close(parts) {
  parts.question.focus();
  set(parts, false);
}

/**
 * Fetches what answers, once; where that failed, at the next focus.
 *
 * @param {SearchParts} parts
 */
function answering(parts) {
  /** @type {Promise<void> | null} */
  let fetched = null;
  return () => {
    fetched ??= import("./results.js")
      .then(({ answer }) => answer(parts))
      .catch(() => {
        parts.say("failed");
        fetched = null;
      });
  };
}

/**
 * On a phone the search lies over the page: it takes the focus and gives it back.
 *
 * @param {SearchParts} parts
 */
function followToggle({ toggle, question }) {
  toggle.addEventListener("change", () => {
    const opener = document.querySelector("button[for=__search]");
    const liesOver = opener instanceof HTMLElement && opener.offsetParent !== null;
    if (!liesOver) return;
    if (toggle.checked) question.focus();
    else opener.focus();
  });
}

/** @param {SearchParts} parts */
function start(parts) {
  const fetchOnce = answering(parts);
  followToggle(parts);
  parts.question.addEventListener("focus", () => {
    set(parts, true);
    fetchOnce();
  });
  for (const again of ["input", "click"]) {
    parts.question.addEventListener(again, () => set(parts, true));
  }
  parts.root.querySelector(".search-back")?.addEventListener("click", () => close(parts));
  parts.root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close(parts);
  });
  parts.root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !parts.root.contains(relatedTarget)) set(parts, false);
  });
  // What was asked on an earlier visit to this page is not asked now.
  parts.form.reset();
  if (document.activeElement === parts.question) fetchOnce();
}

start(new SearchParts());
