/** By how much one step makes a picture larger or smaller. */
const STEP = 1.5;
/** At most so many points of the screen for one of the picture. */
const LARGEST = 4;
/** A picture so much longer than broad is a whole page on a phone: it is shown as broad as it fits. */
const LONG = 2.5;
const QUARTER = 90;
const ROUND = 360;

/** Where one paper is shown: a picture fits its frame at first, and is turned and made larger. */
export class PaperStage {
  /** @type {HTMLImageElement | null} */
  picture = null;
  /** Points of the screen for one of the picture; null: as large as it fits. */
  #scale = /** @type {number | null} */ (null);

  /** @param {HTMLElement} frame It scrolls. */
  constructor(frame) {
    this.frame = frame;
    addEventListener("resize", () => this.#lay());
  }

  /**
   * Shows something else than a picture, or what takes its place until it has come.
   *
   * @param {Node[]} nodes
   */
  put(...nodes) {
    this.picture = null;
    this.frame.replaceChildren(...nodes);
  }

  /** @param {HTMLImageElement} picture It has come. */
  show(picture) {
    this.picture = picture;
    this.#scale = null;
    const sheet = document.createElement("div");
    sheet.className = "sheet";
    sheet.append(picture);
    this.frame.replaceChildren(sheet);
    this.frame.scrollTo(0, 0);
    this.#lay();
  }

  larger() {
    this.#zoom(this.#shown * STEP);
  }

  smaller() {
    this.#zoom(this.#shown / STEP);
  }

  /** A point of the picture is one of the screen. */
  full() {
    this.#zoom(1);
  }

  fit() {
    this.#zoom(0);
  }

  /** To the right. */
  turnOn() {
    if (!this.picture) return;
    this.picture.dataset.turn = String((this.#turn + QUARTER) % ROUND);
    this.#lay();
  }

  /** Whether arrow keys move the picture below its frame. */
  get moves() {
    const { scrollWidth, clientWidth } = this.frame;
    return this.picture !== null && scrollWidth > clientWidth;
  }

  /** Degrees to the right; a picture that is shown again is as it was left. */
  get #turn() {
    return Number(this.picture?.dataset.turn ?? 0);
  }

  get #shown() {
    return this.#scale ?? this.#fitting;
  }

  /**
   * What of the picture is in the middle stays there.
   *
   * @param {number} scale
   */
  #zoom(scale) {
    if (!this.picture) return;
    const { frame } = this;
    const before = middleOf(frame);
    this.#scale = scale > this.#fitting ? Math.min(scale, Math.max(LARGEST, this.#fitting)) : null;
    this.#lay();
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = frame;
    frame.scrollLeft = before.x * scrollWidth - clientWidth / 2;
    frame.scrollTop = before.y * scrollHeight - clientHeight / 2;
  }

  /** Width and height of the picture as it is turned. */
  get #size() {
    const { naturalWidth: width = 1, naturalHeight: height = 1 } = this.picture ?? {};
    return this.#turn % (2 * QUARTER) === 0 ? { width, height } : { width: height, height: width };
  }

  get #fitting() {
    const { width, height } = this.#size;
    const { clientWidth, clientHeight } = this.frame;
    const broad = clientWidth / width;
    return Math.min(1, height > LONG * width ? broad : Math.min(broad, clientHeight / height));
  }

  #lay() {
    const { picture } = this;
    const sheet = picture?.parentElement;
    if (!picture || !sheet) return;
    const [{ width, height }, scale] = [this.#size, this.#shown];
    sheet.style.width = `${Math.floor(width * scale)}px`;
    sheet.style.height = `${Math.floor(height * scale)}px`;
    picture.style.width = `${Math.floor(picture.naturalWidth * scale)}px`;
    picture.style.transform = `translate(-50%, -50%) rotate(${this.#turn}deg)`;
  }
}

/**
 * @param {HTMLElement} frame
 * @returns {{x: number, y: number}} Which part of what it holds is in its middle, from 0 to 1.
 */
function middleOf({ scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight }) {
  return {
    x: (scrollLeft + clientWidth / 2) / scrollWidth,
    y: (scrollTop + clientHeight / 2) / scrollHeight,
  };
}
