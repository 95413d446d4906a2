/** @import {Fault} from "../fault.js" */
import { allowSubmit, byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { openLinksBeside } from "../leaving.js";

/**
 * One calculator: a form, and the answer below it, which goes away as soon as an input changes.
 */
export class CalculatorForm {
  /**
   * @param {string} name The form is `#<name>-form`, its answer `#<name>-answer`.
   * @param {() => Fault[]} calculate Shows the answer, or says what is wrong with the inputs.
   */
  constructor(name, calculate) {
    this.form = byId(`${name}-form`, HTMLFormElement);
    this.answer = byId(`${name}-answer`, HTMLElement);
    const box = this.form.querySelector(".error-summary");
    this.summary = new ErrorSummary(/** @type {HTMLElement} */ (box), this.form);
    this.calculate = calculate;
  }

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.form.addEventListener("input", () => this.forget());
    allowSubmit(this.form);
    openLinksBeside(this.form);
  }

  /** An answer to other inputs than those shown would mislead. */
  forget() {
    this.answer.hidden = true;
  }

  /** @param {string} name */
  input(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  /**
   * A part of the answer.
   *
   * @param {string} name As in `data-part`.
   */
  part(name) {
    const found = this.answer.querySelector(`[data-part="${name}"]`);
    return /** @type {HTMLElement} */ (found);
  }

  #submit() {
    this.summary.clear();
    this.forget();
    const faults = this.calculate();
    if (faults.length > 0) this.summary.show(faults);
    else reveal(this.answer);
  }
}
