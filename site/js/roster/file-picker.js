import { fileSize } from "../format.js";

/** One list's way to the server, as the page shows it; silent once another was chosen. */
export class Attempt {
  /**
   * @param {FilePicker} picker
   * @param {string} name
   */
  constructor(picker, name) {
    this.picker = picker;
    this.name = name;
  }

  get isLatest() {
    return this.picker.attempt === this;
  }

  /** @param {number} part From 0 to 1. */
  sent(part) {
    if (!this.isLatest) return;
    this.picker.bar.value = part;
    this.picker.percent.textContent = `${Math.floor(part * 100)}%`;
  }

  checking() {
    if (!this.isLatest) return;
    this.picker.bar.removeAttribute("value");
    this.picker.percent.textContent = "";
    this.picker.say(`正在核对：${this.name}`);
  }

  done() {
    this.picker.progress.hidden = true;
    this.picker.say(`已核对：${this.name}`);
  }

  failed() {
    this.picker.progress.hidden = true;
    this.picker.say(`没有完成：${this.name}`);
  }
}

/** Takes a file, chosen or dropped, and shows how far it has come. */
export class FilePicker {
  /** @type {Attempt | null} */
  attempt = null;

  /**
   * @param {HTMLElement} section
   * @param {(file: File) => void} onFile
   */
  constructor(section, onFile) {
    this.input = inside(section, "input[type=file]", HTMLInputElement);
    this.zone = inside(section, ".drop", HTMLElement);
    this.progress = inside(section, ".progress", HTMLElement);
    this.bar = inside(section, "progress", HTMLProgressElement);
    this.percent = inside(section, ".percent", HTMLElement);
    this.words = inside(section, "[role=status]", HTMLElement);
    this.input.addEventListener("change", () => this.#give(this.input.files, onFile));
    this.#acceptDrops(onFile);
  }

  /** Opens the browser's file dialogue. */
  ask() {
    this.input.click();
  }

  /**
   * @param {File} file
   * @returns {Attempt}
   */
  begin(file) {
    const attempt = this.beginWithout(file.name);
    attempt.sent(0);
    this.say(`正在上传：${file.name}（${fileSize(file.size)}）`);
    return attempt;
  }

  /**
   * A list that is no file, and takes the place of the file chosen before.
   *
   * @param {string} name
   * @returns {Attempt}
   */
  beginWithout(name) {
    this.attempt = new Attempt(this, name);
    this.progress.hidden = false;
    this.attempt.checking();
    return this.attempt;
  }

  /** Whatever is on its way is not wanted any more. */
  forget() {
    this.attempt = null;
    this.progress.hidden = true;
    this.say("");
  }

  /** @param {string} words */
  say(words) {
    this.words.textContent = words;
  }

  /**
   * @param {FileList | null | undefined} files
   * @param {(file: File) => void} onFile
   */
  #give(files, onFile) {
    const file = files?.[0];
    if (!file) return;
    onFile(file);
    // So that choosing the same file, mended, counts as a change.
    this.input.value = "";
  }

  /** @param {(file: File) => void} onFile */
  #acceptDrops(onFile) {
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.zone.addEventListener(name, (event) => {
        event.preventDefault();
        this.zone.classList.toggle("dragging", name === "dragenter" || name === "dragover");
      });
    }
    this.zone.addEventListener("drop", ({ dataTransfer }) => {
      this.#give(dataTransfer?.files, onFile);
    });
  }
}

/**
 * @template {HTMLElement} E
 * @param {HTMLElement} section
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
function inside(section, selector, kind) {
  const found = section.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${selector}`);
}
