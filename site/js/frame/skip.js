/**
 * Lets the link past the header bring the keyboard to the text and leave the address as it is: on
 * some pages what stands behind its `#` says where somebody is.
 */
export function skipInPlace() {
  const link = document.querySelector("a.md-skip");
  link?.addEventListener("click", (event) => {
    const { hash } = /** @type {HTMLAnchorElement} */ (link);
    const text = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!text) return;
    event.preventDefault();
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
    text.scrollIntoView({ block: "start" });
  });
}
