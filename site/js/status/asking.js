/** @import {CallOptions} from "../proof-of-work.js" */
import { ErrorSummary } from "../error-summary.js";
import { patiently } from "../patience.js";
import { failureIn, faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";
import { resting } from "../resting.js";
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
  async send(request, done, refused = () => {}) {
    const { path, words, changes = request.body !== undefined, ...options } = request;
    this.summary.clear();
    this.line.end();
    this.status.textContent = words;
    try {
      const ask = () => callWithProof(path, options, this.status);
      const most = changes ? 1 : undefined;
      const answer = await resting(this.button, () => patiently(ask, this.line, { most }));
      this.status.textContent = "";
      done(answer);
    } catch (error) {
      this.status.textContent = "";
      refused(error);
      // What changes nothing is not hers to look at once more before it is asked for again.
      if (!changes && failureIn(error))
        this.line.offer(error, () => this.send(request, done, refused));
      else this.summary.show(faultsOf(error));
    }
  }
}
