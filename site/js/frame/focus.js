const SEEN = "focus-visible";
const WRITTEN_INTO =
  "input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select";

/**
 * The theme's styles show the focus by a class: to who uses the keyboard, and in fields that are
 * written into. Browsers from the floor on do not all know `:focus-visible`.
 */
export function startFocus() {
  let byKeyboard = true;
  addEventListener("keydown", ({ altKey, ctrlKey, metaKey }) => {
    if (altKey || ctrlKey || metaKey) return;
    byKeyboard = true;
    show(document.activeElement);
  });
  for (const touched of ["pointerdown", "mousedown", "touchstart"]) {
    addEventListener(touched, () => (byKeyboard = false), { capture: true, passive: true });
  }
  addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && (byKeyboard || target.matches(WRITTEN_INTO))) show(target);
  });
  addEventListener("focusout", ({ target }) => {
    if (target instanceof Element) target.classList.remove(SEEN);
  });
}

/** @param {Element | null} element */
function show(element) {
  if (element && element !== document.body) element.classList.add(SEEN);
}
