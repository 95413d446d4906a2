import { waitFor } from "./patience.js";

/** Something that is to be done soon, once, however often it is asked for meanwhile. */
export class Later {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<boolean>} */
  #running = Promise.resolve(true);
  #failed = 0;

  /**
   * @param {() => Promise<boolean>} run Gives whether it was done.
   * @param {number} wait In milliseconds, after the last time it was asked for.
   */
  constructor(run, wait) {
    this.run = run;
    this.wait = wait;
  }

  soon() {
    this.#in(this.wait);
  }

  /** @param {unknown} error With which it has failed, and which mends itself. */
  later(error) {
    this.#failed += 1;
    this.#in(waitFor(error, this.#failed));
  }

  forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = Promise.resolve(true);
    this.#failed = 0;
  }

  /** @returns {Promise<boolean>} Whether nothing is left to do; what failed is tried once more. */
  async settled() {
    if (this.#timer === undefined && (await this.#running)) return true;
    return this.#now();
  }

  /** @param {number} ms */
  #in(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#now(), ms);
  }

  #now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#run();
    return this.#running;
  }

  async #run() {
    const isDone = await this.run();
    if (isDone) this.#failed = 0;
    return isDone;
  }
}
