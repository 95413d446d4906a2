import { element } from "./dom.js";
import { whatHappened, wordsAbout } from "./problem.js";

const GOES_ON = "会自己再试，您不用做什么。";

/**
 * Says beside something that has failed when it is tried again: 第 2 次再试，还有 8 秒; she may do it at
 * once, or stop it.
 */
export class RetryLine {
  words = element("p", { role: "status" });
  /** Not read out: it changes every second. */
  count = element("span", {});
  now = button("马上再试");
  stop = button("停下");
  again = button("再试一次");
  box = element(
    "div",
    { class: "retry screen-only" },
    this.words,
    element("p", {}, this.count, element("span", {}, this.now, this.stop, this.again)),
  );
  /** @type {(goesOn: boolean) => void} */
  #decided = () => {};
  /** @type {() => void} */
  #onAgain = () => {};

  /**
   * @param {string} [promise] What will happen by itself.
   */
  constructor(promise = GOES_ON) {
    this.promise = promise;
    this.box.hidden = true;
    this.now.addEventListener("click", () => this.#decided(true));
    this.stop.addEventListener("click", () => this.#decided(false));
    this.again.addEventListener("click", () => this.#onAgain());
  }

  /**
   * @param {HTMLElement} neighbour
   * @param {string} [promise]
   * @returns {RetryLine} A line behind it.
   */
  static behind(neighbour, promise) {
    const line = new RetryLine(promise);
    neighbour.after(line.box);
    return line;
  }

  /**
   * @param {unknown} error
   * @param {number} number Of the try that follows, from 1 on.
   * @param {number} ms How long to wait.
   * @returns {Promise<boolean>} Whether it is to be tried: now, for the time is over, the network is
   *   back, or she says so; false where she stops it.
   */
  async wait(error, number, ms) {
    this.#decided(false);
    this.words.textContent = whatHappened(error) + this.promise;
    this.#show({ now: true });
    const end = Date.now() + ms;
    const tell = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1_000));
      this.count.textContent = `第 ${number} 次再试，还有 ${inWords(seconds)}`;
      if (seconds === 0) this.#decided(true);
    };
    const online = () => this.#decided(true);
    addEventListener("online", online);
    tell();
    const ticking = setInterval(tell, 1_000);
    try {
      const goesOn = await new Promise((resolve) => (this.#decided = resolve));
      if (goesOn) this.count.textContent = `第 ${number} 次再试：正在试…`;
      return goesOn;
    } finally {
      this.#decided = () => {};
      clearInterval(ticking);
      removeEventListener("online", online);
    }
  }

  /**
   * It was given up: says why, and what to do.
   *
   * @param {unknown} error
   * @param {() => void} onAgain
   */
  offer(error, onAgain) {
    this.words.textContent = wordsAbout(error);
    this.#onAgain = () => {
      this.end();
      onAgain();
    };
    this.#show({ now: false });
  }

  /** There is nothing to try any more. */
  end() {
    this.#decided(false);
    this.box.hidden = true;
    this.words.textContent = "";
  }

  /** @param {{now: boolean}} shown Whether it goes on by itself. */
  #show({ now }) {
    this.box.hidden = false;
    this.now.hidden = !now;
    this.stop.hidden = !now;
    this.count.hidden = !now;
    this.again.hidden = now;
  }
}

/** @param {number} seconds */
function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
}

/** @param {string} words */
function button(words) {
  return element("button", { type: "button" }, words);
}
