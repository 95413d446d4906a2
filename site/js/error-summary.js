/** @import {Fault} from "./fault.js" */
import { element } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** More than this is no summary; the heading still tells how many there are. */
const SHOWN_AT_MOST = 20;

/**
 * The box above a form that lists what to put right, takes the focus, and links to each input;
 * the same words stand at the input.
 */
export class ErrorSummary {
  /**
   * @param {HTMLElement} box An empty element above the form's inputs.
   * @param {HTMLElement} form Its inputs are named as the faults' fields.
   * @param {(control: Control) => void} [bring] Shows the part of the form with an input, where
   *   not all of them are shown at once.
   */
  constructor(box, form, bring = () => {}) {
    this.box = box;
    this.form = form;
    this.bring = bring;
    box.tabIndex = -1;
    form.addEventListener("input", ({ target }) => {
      const name = target instanceof Element && target.getAttribute("name");
      if (name) this.mended(name);
    });
  }

  /** Takes the box away and leaves the messages at the inputs. */
  fold() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /** Takes the box and every message at an input away. */
  clear() {
    this.fold();
    for (const control of this.form.querySelectorAll("[aria-invalid]")) {
      // What stands beside an input by itself is not the summary's.
      if (document.getElementById(`${control.id}-error`)) unmark(control);
    }
    for (const message of this.form.querySelectorAll(".field-error")) message.remove();
  }

  /** @param {Fault[]} faults */
  show(faults) {
    this.clear();
    const shown = faults.slice(0, SHOWN_AT_MOST);
    const list = element("ul", {}, ...shown.map((fault) => this.#entry(fault)));
    // What belongs to no input is nothing that she has filled in wrongly.
    const isHers = faults.some(({ field }) => field !== null);
    const heading = isHers ? `有 ${faults.length} 处需要处理` : "这一次没有办成";
    this.box.append(element("h2", {}, heading), list);
    this.box.hidden = false;
    this.box.focus({ preventScroll: true });
    this.box.scrollIntoView({ block: "start" });
  }

  /**
   * What is being put right is red no longer; whether it is right, the next look tells.
   *
   * @param {string} field Of a fault.
   */
  mended(field) {
    const control = this.#control(field);
    const message = control && document.getElementById(`${control.id}-error`);
    if (message) {
      message.remove();
      unmark(control);
    }
    const entry = this.box.querySelector(`li[data-field="${CSS.escape(field)}"]`);
    entry?.classList.add("mended");
    if (entry && !this.box.querySelector("li:not(.mended)")) this.fold();
  }

  /** @param {Fault} fault */
  #entry({ field, title, text }) {
    const control = field && this.#control(field);
    const attributes = field ? { "data-field": field } : {};
    if (!control) return element("li", attributes, text);
    mark(control, text);
    const anchor = element("a", { href: `#${control.id}` }, title);
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      this.bring(control);
      question(control).scrollIntoView({ block: "start" });
      control.focus({ preventScroll: true });
    });
    return element("li", attributes, anchor);
  }

  /**
   * @param {string} field
   * @returns {Control | null} The first one of a group.
   */
  #control(field) {
    const named = this.form.querySelector(`[name="${CSS.escape(field)}"]`);
    return /** @type {Control | null} */ (named);
  }
}

/** @param {Control} control */
function question(control) {
  return control.closest(".question") ?? control;
}

/**
 * Puts a message above a control (for radio buttons: above the first one).
 *
 * @param {Control} control
 * @param {string} text
 */
function mark(control, text) {
  const id = `${control.id}-error`;
  if (document.getElementById(id)) return;
  const message = element("p", { class: "field-error", id }, text);
  const anchor = control.closest(".choices") ?? control.closest("label") ?? control;
  anchor.before(message);
  control.setAttribute("aria-invalid", "true");
  const described = control.getAttribute("aria-describedby");
  control.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
}

/** @param {Element} control */
function unmark(control) {
  control.removeAttribute("aria-invalid");
  const described = (control.getAttribute("aria-describedby") ?? "").split(" ");
  const rest = described.filter((id) => id && id !== `${control.id}-error`);
  if (rest.length > 0) control.setAttribute("aria-describedby", rest.join(" "));
  else control.removeAttribute("aria-describedby");
}
