/** @import {PaperFile} from "./paper-file.js" */

/**
 * What brings one file to the server. It tells every change, and throws a `Refusal` for a file that
 * cannot be used, anything else for what may be tried again.
 *
 * @typedef {(file: PaperFile, tell: (change: Partial<PaperFile>) => void, signal: AbortSignal)
 *   => Promise<void>} Work
 */

/** More at once do not arrive sooner on a slow network. */
const AT_ONCE = 2;

/** A file that cannot be used as it is; the message says why and what to do. */
export class Refusal extends Error {}

/** Files on their way, a few at once, each on its own: one that fails holds nobody up. */
export class UploadQueue {
  /** @type {PaperFile[]} */
  files = [];
  /** @type {Map<PaperFile, AbortController>} */
  #running = new Map();
  /** @type {Map<PaperFile, unknown>} What each that has failed has failed with. */
  #failures = new Map();
  /** @type {(() => void)[]} */
  #waiting = [];

  /**
   * @param {Work} work
   * @param {{onChange: (file: PaperFile) => void, wordsOf: (error: unknown) => string}} page
   * @param {number} [atOnce]
   */
  constructor(work, { onChange, wordsOf }, atOnce = AT_ONCE) {
    this.work = work;
    this.onChange = onChange;
    this.wordsOf = wordsOf;
    this.atOnce = atOnce;
  }

  /** @param {PaperFile} file Begins at once where it is waiting and there is room. */
  add(file) {
    this.files.push(file);
    this.onChange(file);
    this.#fill();
  }

  /** @param {PaperFile} file */
  retry(file) {
    if (this.#running.has(file)) return;
    this.#tell(file, { state: "waiting", sent: 0, problem: "" });
    this.#fill();
  }

  /**
   * @param {(error: unknown) => boolean} isMeant
   * @returns {[PaperFile, unknown][]} The files that have failed so, each with its failure.
   */
  failed(isMeant) {
    return this.files
      .filter(({ state }) => state === "failed")
      .map((file) => /** @type {[PaperFile, unknown]} */ ([file, this.#failures.get(file)]))
      .filter(([, error]) => isMeant(error));
  }

  /** @returns {Promise<void>} Until nothing is on its way. */
  idle() {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** @param {PaperFile} file Given up, wherever it is. */
  remove(file) {
    this.files = this.files.filter((each) => each !== file);
    this.#failures.delete(file);
    this.#running.get(file)?.abort();
    this.onChange(file);
  }

  #fill() {
    for (const file of this.files) {
      if (this.#running.size >= this.atOnce) return;
      if (file.state === "waiting" && !this.#running.has(file)) this.#begin(file);
    }
  }

  /** @param {PaperFile} file */
  async #begin(file) {
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(file, controller);
    /** @param {Partial<PaperFile>} change */
    const tell = (change) => {
      if (!signal.aborted) this.#tell(file, change);
    };
    try {
      await this.work(file, tell, signal);
      tell({ state: "received" });
    } catch (error) {
      const isRefused = error instanceof Refusal;
      this.#failures.set(file, error);
      const problem = isRefused ? error.message : this.wordsOf(error);
      tell({ state: isRefused ? "refused" : "failed", problem });
    } finally {
      this.#running.delete(file);
      this.#fill();
      if (this.#running.size === 0) this.#waiting.splice(0).forEach((goOn) => goOn());
    }
  }

  /**
   * @param {PaperFile} file
   * @param {Partial<PaperFile>} change
   */
  #tell(file, change) {
    Object.assign(file, change);
    this.onChange(file);
  }
}
