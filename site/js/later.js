/** Something that is to be done soon, once, however often it is asked for meanwhile. */
export class Later {
  /** @type {number | undefined} */
  #timer;
  /** @type {Promise<boolean>} */
  #running = Promise.resolve(true);

  /**
   * @param {() => Promise<boolean>} run Gives whether it was done.
   * @param {number} wait In milliseconds, after the last time it was asked for.
   */
  constructor(run, wait) {
    this.run = run;
    this.wait = wait;
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#now(), this.wait);
  }

  forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = Promise.resolve(true);
  }

  /** @returns {Promise<boolean>} Whether nothing is left to do; what failed is tried once more. */
  async settled() {
    if (this.#timer === undefined && (await this.#running)) return true;
    return this.#now();
  }

  #now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.run();
    return this.#running;
  }
}
