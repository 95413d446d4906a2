import { ErrorSummary } from "../error-summary.js";
import { missingIn } from "../missing.js";
import { resting } from "../resting.js";
import { showFailure } from "./failure.js";

/**
 * A form that is sent without a last look: what is missing is said first; meanwhile its button rests
 * and its status says what is done; what is refused stands in its summary.
 *
 * @template T
 */
export class SentForm {
  #turn = 0;

  /**
   * @param {HTMLFormElement} form With a summary, and the button that sends it.
   * @param {object} tasks
   * @param {HTMLElement} tasks.status
   * @param {string} tasks.words What stands there meanwhile.
   * @param {() => Promise<T>} tasks.ask
   * @param {(answer: T) => void} tasks.done
   * @param {(error: unknown) => void} tasks.onSignedOut
   */
  constructor(form, tasks) {
    this.form = form;
    this.tasks = tasks;
    this.button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
    const box = /** @type {HTMLElement} */ (form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  /** Nothing stays of what was typed before. */
  reset() {
    this.form.reset();
    this.forget();
  }

  /** What was asked for before, and may be on its way, is not wanted any more. */
  forget() {
    this.#turn += 1;
    this.summary.clear();
  }

  /** @param {() => Promise<T>} [ask] Where something else is asked for than by its own button. */
  async send(ask = this.tasks.ask) {
    if (this.button.disabled) return;
    this.summary.clear();
    const faults = missingIn(this.form);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    const { status, words, done, onSignedOut } = this.tasks;
    const turn = this.#turn;
    status.textContent = words;
    try {
      const answer = await resting(this.button, ask);
      status.textContent = "";
      if (turn === this.#turn) done(answer);
    } catch (error) {
      status.textContent = "";
      showFailure(error, this.summary, onSignedOut);
    }
  }
}
