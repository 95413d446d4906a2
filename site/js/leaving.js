/* What keeps a form that is being filled in from being lost by a tap. */
import { element } from "./dom.js";

/**
 * Has the browser ask before the page is left.
 *
 * @param {() => boolean} wouldLose Whether something would be lost.
 */
export function askBeforeLeaving(wouldLose) {
  addEventListener("beforeunload", (event) => {
    if (!wouldLose()) return;
    event.preventDefault();
    // What browsers of before 2023 look at.
    event.returnValue = true;
  });
}

/**
 * What a form leads to, an article or a contact, opens beside it.
 *
 * @param {HTMLElement} form
 */
export function openLinksBeside(form) {
  for (const link of form.querySelectorAll('a[href^="/"]:not([target]):not([download])')) {
    link.classList.add("opens-beside");
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
    link.append(element("span", { class: "unseen" }, "（新窗口）"));
  }
}
