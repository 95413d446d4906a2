/** @import {Problem} from "../../contract.js" */
/** @import {Kind} from "../engine/python.js" */
/** @import {Manifest} from "../engine/worker.js" */
import { siteAddress } from "../../address.js";
import { noonToday } from "../../clock.js";
import { manifestNow } from "./kept.js";

/**
 * What one check may take: as many seconds as the service gives a reading, times what it costs a
 * browser more, on a slow computer.
 */
const LIMIT_MS = 60_000;
/** A module that throws and catches (WebAssembly's exceptions), as Python does: Chrome 95, Safari 15.2. */
const CATCHES = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];

/** @typedef {"off" | "loading" | "ready" | "failed"} State */
/**
 * The worker's script, and what it is given; of the site's, what names them.
 *
 * @typedef {{script: string, type: WorkerType, manifest: object, named?: Manifest}} Brought
 */
/**
 * @template R
 * @typedef {{report?: R, problem?: Problem, unable?: boolean}} Answer
 */

/** @returns {boolean} Whether this browser can run it; tried without loading anything. */
export function canRun() {
  return (
    typeof WebAssembly === "object" &&
    typeof TransformStream === "function" &&
    WebAssembly.validate(new Uint8Array(CATCHES))
  );
}

/** Python in a worker, with the service's own check of a list. */
export class Engine {
  /** @type {State} */
  state = "off";
  /** What it was started from. @type {Manifest | null} */
  manifest = null;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {(() => void) | null} */
  #end = null;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #started = Promise.resolve();
  #number = 0;

  /**
   * @param {(state: State, part: number) => void} onChange Is told how much of it is loaded, 0 to 1.
   * @param {() => Promise<Brought>} [bring]
   */
  constructor(onChange, bring = fromSite) {
    this.onChange = onChange;
    this.bring = bring;
  }

  /**
   * Loads it; what it needs comes from the browser's own cache the second time.
   *
   * @returns {Promise<void>} Once it is ready, or has failed.
   */
  start() {
    if (this.state === "off" || this.state === "failed") this.#started = this.#load();
    return this.#started;
  }

  async #load() {
    this.#be("loading", 0);
    try {
      const brought = await this.bring();
      await this.#run(brought);
      this.manifest = brought.named ?? null;
      this.#be("ready", 1);
    } catch {
      this.#stop("failed");
    }
  }

  /**
   * @template R
   * @param {Kind} kind
   * @param {object} request As `POST /api/rosters/check`, `…/renewal` or `…/marked-up`.
   * @param {(File | undefined)[]} files The request's own; of two lists, this year's first.
   * @returns {Promise<Answer<R>>} `unable` also where the list brought it down, or took too long.
   */
  ask(kind, request, files) {
    const asked = { kind, asked: JSON.stringify(request), files, moment: noonToday() };
    const checked = this.#queue.then(() => this.#started).then(() => this.#ask(asked));
    this.#queue = checked;
    return checked;
  }

  /**
   * @param {object} asked
   * @returns {Promise<Answer<any>>}
   */
  #ask(asked) {
    const worker = this.#worker;
    if (!worker || this.state !== "ready") return Promise.resolve({ unable: true });
    this.#number += 1;
    const id = this.#number;
    return new Promise((resolve) => {
      const given = setTimeout(() => this.#end?.(), LIMIT_MS);
      this.#end = () => {
        clearTimeout(given);
        // The next list is checked by another worker.
        this.#stop("off");
        this.start();
        resolve({ unable: true });
      };
      worker.onmessage = ({ data }) => {
        if (data.failed) return this.#end?.();
        if (data.id !== id) return undefined;
        clearTimeout(given);
        this.#end = null;
        return resolve(JSON.parse(data.answer));
      };
      worker.postMessage({ id, ...asked });
    });
  }

  /** @param {Brought} brought */
  #run({ script, type, manifest }) {
    const worker = new Worker(script, { type });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      this.#end = () => reject(new Error("it did not start"));
      worker.onerror = () => this.#end?.();
      worker.onmessage = ({ data }) => {
        if (data.ready) resolve(undefined);
        else if (data.failed) this.#end?.();
        else this.#be("loading", data.part);
      };
      worker.postMessage({ manifest });
    });
  }

  /** @param {State} state */
  #stop(state) {
    this.#end = null;
    this.#worker?.terminate();
    this.#worker = null;
    this.#be(state, 0);
  }

  /**
   * @param {State} state
   * @param {number} part
   */
  #be(state, part) {
    this.state = state;
    this.onChange(state, part);
  }
}

/** @returns {Promise<Brought>} */
async function fromSite() {
  const named = await manifestNow();
  const manifest = {
    python: siteAddress(named.python),
    packages: siteAddress(named.packages),
    rules: siteAddress(named.rules),
    bytes: named.bytes,
  };
  return { script: siteAddress(named.worker), type: "module", manifest, named };
}
