/** @import {CallOptions} from "../proof-of-work.js" */
import { ErrorSummary } from "../error-summary.js";
import { faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";

/**
 * How a part of the state page asks the service for something: meanwhile its button rests and its
 * status says what is done; what is refused stands in its summary.
 */
export class Asking {
  /**
   * @param {HTMLElement} part With a summary above and a status of its own.
   * @param {HTMLButtonElement} [button] By default the one that sends the form.
   */
  constructor(part, button) {
    const send = /** @type {HTMLButtonElement} */ (part.querySelector("[type=submit]"));
    const box = /** @type {HTMLElement} */ (part.querySelector(".error-summary"));
    this.button = button ?? send;
    this.status = /** @type {HTMLElement} */ (part.querySelector(":scope > [role=status]"));
    this.summary = new ErrorSummary(box, part);
  }

  get isBusy() {
    return this.button.disabled;
  }

  /**
   * @param {{path: string, words: string} & CallOptions} request As `callWithProof` takes it, with
   *   what is said meanwhile.
   * @param {(answer: any) => void} done
   * @param {(error: unknown) => void} [refused] Hears of it before the summary tells.
   */
  async send({ path, words, ...options }, done, refused = () => {}) {
    this.summary.clear();
    this.button.disabled = true;
    this.status.textContent = words;
    try {
      const answer = await callWithProof(path, options, this.status);
      this.status.textContent = "";
      done(answer);
    } catch (error) {
      this.status.textContent = "";
      refused(error);
      this.summary.show(faultsOf(error));
    } finally {
      this.button.disabled = false;
    }
  }
}
