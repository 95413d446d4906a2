/** @import {Step} from "./steps.js" */
import { byId } from "../dom.js";
import { CHECK, previousOf, progressWords, stepNamed, STEPS } from "./steps.js";

/** The steps of a report on its page: one is shown at a time, with the buttons to the others. */
export class StepView {
  /** @type {Step} */
  shown = "insured";

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.next = this.#button("[data-next]");
    this.back = this.#button("[data-back]");
    this.toCheck = this.#button("[data-to-check]");
  }

  /** @param {(step: Step | "start") => void} go Hears of every button but the one that sends. */
  lead(go) {
    this.back.addEventListener("click", () => go(previousOf(this.shown) ?? "start"));
    this.toCheck.addEventListener("click", () => go(CHECK));
    for (const button of this.#buttons) {
      button.addEventListener("click", () => go(stepNamed(button.dataset.step)));
    }
  }

  /**
   * @param {Step} step
   * @param {boolean} wasChecked Whether she may go straight back to the check.
   */
  show(step, wasChecked) {
    this.shown = step;
    for (const each of [...STEPS, CHECK]) this.section(each).hidden = each !== step;
    for (const button of this.#buttons) {
      if (button.dataset.step === step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    byId("progress", HTMLElement).textContent = progressWords(step);
    this.next.textContent = step === CHECK ? (this.next.dataset.last ?? "") : "下一步";
    this.toCheck.hidden = !wasChecked || step === CHECK;
  }

  /** @param {Step} step */
  section(step) {
    return byId(`step-${step}`, HTMLElement);
  }

  get heading() {
    return this.section(this.shown).querySelector("h2")?.textContent ?? "";
  }

  /** @returns {NodeListOf<HTMLButtonElement>} */
  get #buttons() {
    return this.form.querySelectorAll("button[data-step]");
  }

  /** @param {string} selector */
  #button(selector) {
    return /** @type {HTMLButtonElement} */ (this.form.querySelector(selector));
  }
}
