/** @import {CallOptions} from "../proof-of-work.js" */
import { ErrorSummary } from "../error-summary.js";
import { patiently } from "../patience.js";
import { faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";

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
    this.line = RetryLine.behind(this.status);
  }

  get isBusy() {
    return this.button.disabled;
  }

  /**
   * @param {{path: string, words: string, changes?: boolean} & CallOptions} request As
   *   `callWithProof` takes it, with what is said meanwhile, and whether it changes something: that
   *   she sends again herself. By default whatever sends a body does.
   * @param {(answer: any) => void} done
   * @param {(error: unknown) => void} [refused] Hears of it before the summary tells.
   */
  async send({ path, words, changes, ...options }, done, refused = () => {}) {
    this.summary.clear();
    this.button.disabled = true;
    this.status.textContent = words;
    try {
      const ask = () => callWithProof(path, options, this.status);
      const most = (changes ?? options.body !== undefined) ? 1 : undefined;
      const answer = await patiently(ask, this.line, { most });
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
