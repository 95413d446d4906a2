/** @import {ErrorSummary} from "../error-summary.js" */
/** @import {Fault} from "../fault.js" */
/** @import {Judge} from "./bringing.js" */
/** @import {FileState, PaperFile} from "./paper-file.js" */
/** @import {Prepared} from "./photo.js" */
import { element, partIn } from "../dom.js";
import { fault } from "../fault.js";
import { isWorthRetrying, patiently } from "../patience.js";
import { whatHappened, wordsAbout } from "../problem.js";
import { RetryLine } from "../retry-line.js";
import { bring } from "./bringing.js";
import { FileRow } from "./file-row.js";
import { isGone, isUnsent, newPaperFile, stateWords } from "./paper-file.js";
import { UploadQueue } from "./upload-queue.js";

const GOES_ON = "文件还在这里，会自己接着传，您不用做什么。";
const FILE_GOES_ON = "文件还在，会自己接着传。";
const STOPPED = "文件还在这里，要传的时候请点“再试一次”。";
/** What was promised to go on does so as long as the page is open; in seconds what it waits for. */
const PATIENCE = { most: Infinity, longestAsked: 600 };
/** The field of what is wrong with all of them together. */
const FIELD = "documents";
/** What a screen reader is told of; the rest would only chatter. */
const TOLD = new Set(/** @type {FileState[]} */ (["received", "refused", "failed"]));

/** The papers of a claim: chosen or photographed kind by kind, and brought to the server. */
export class Papers {
  /** @type {Map<PaperFile, FileRow>} */
  #rows = new Map();
  #line = new RetryLine(GOES_ON);
  #isGoingOn = false;

  /**
   * @param {HTMLElement} box Holds the template claim/papers.html.
   * @param {() => void} onChange Called after whatever happened to a file.
   * @param {Judge} [judge]
   */
  constructor(box, onChange, judge = async () => "") {
    this.box = box;
    this.onChange = onChange;
    this.template = /** @type {HTMLTemplateElement} */ (box.querySelector("template"));
    const { maxBytes, maxFiles, longSide, maxPixels, uploadHours } = box.dataset;
    const { tooLarge = "", mediaTypes = "" } = box.dataset;
    const limits = {
      maxBytes: Number(maxBytes),
      longSide: Number(longSide),
      maxPixels: Number(maxPixels),
      mediaTypes: mediaTypes.split(" "),
      tooLarge,
    };
    /** @returns {(page: Prepared) => void} */
    const takeMore = (/** @type {PaperFile} */ { kind }) => {
      return (page) => this.#take(kind, page.file, page);
    };
    this.maxFiles = Number(maxFiles);
    this.uploadHours = Number(uploadHours);
    this.queue = new UploadQueue(
      (paper, tell, signal) => bring(paper, tell, signal, limits, takeMore(paper), judge),
      { onChange: (paper) => this.#changed(paper), wordsOf: problemWords },
    );
    this.inOrder = this.#sections();
    for (const section of this.inOrder) this.#takeFrom(section);
  }

  /** @returns {PaperFile[]} */
  get files() {
    return this.queue.files;
  }

  /** @returns {{kind: string, name: string}[]} The kinds that are asked for. */
  get kinds() {
    return this.#sections()
      .filter(({ hidden }) => !hidden)
      .map(({ dataset, firstElementChild }) => ({
        kind: dataset.kind ?? "",
        name: firstElementChild?.textContent ?? "",
      }));
  }

  /** @returns {PaperFile[]} Those that the server has, and that can be used. */
  get received() {
    return this.files.filter(({ state }) => state === "received");
  }

  /** @returns {PaperFile[]} Those that are on their way, or were cut off. */
  get unsent() {
    return this.files.filter(isUnsent);
  }

  /** @returns {Fault[]} Why they cannot be sent along now. */
  get faults() {
    const { none = "", unsent = "" } = this.box.dataset;
    const { length } = this.unsent;
    if (length > 0) return [fault(FIELD, unsent.replace("{count}", String(length)))];
    return this.received.length === 0 ? [fault(FIELD, none)] : [];
  }

  /** @param {ErrorSummary} summary It says no more why they could not be sent along, once they can. */
  settle(summary) {
    if (this.faults.length === 0) summary.mended(FIELD);
  }

  /** @returns {{kind: string, upload_id: string | null}[]} Those received, as the API takes them. */
  get documents() {
    return this.received.map(({ kind, uploadId }) => ({ kind, upload_id: uploadId }));
  }

  /**
   * Asks only for what is needed; a kind of which there is a file stays.
   *
   * @param {(kind: string) => boolean} isNeeded
   */
  askFor(isNeeded) {
    for (const section of this.#sections()) {
      const kind = section.dataset.kind ?? "";
      section.hidden = !isNeeded(kind) && !this.files.some((paper) => paper.kind === kind);
    }
  }

  /** @param {string[]} kinds Those that are still missing: they come before the others. */
  putFirst(kinds) {
    const isFirst = (/** @type {HTMLElement} */ { dataset }) => kinds.includes(dataset.kind ?? "");
    const rest = this.inOrder.filter((section) => !isFirst(section));
    partIn(this.box, "said").before(...this.inOrder.filter(isFirst), ...rest);
  }

  /** @param {PaperFile[]} papers Files that this device had kept. */
  restore(papers) {
    for (const paper of papers) this.queue.add(paper);
  }

  /**
   * Brings files again that storage has dropped meanwhile.
   *
   * @param {(paper: PaperFile) => boolean} [isDropped]
   */
  renew(isDropped = (paper) => isGone(paper, this.uploadHours, Date.now())) {
    for (const paper of this.received.filter(isDropped)) {
      Object.assign(paper, { uploadId: null, sentAt: null });
      this.queue.retry(paper);
    }
  }

  clear() {
    for (const paper of this.files) this.queue.remove(paper);
  }

  /** @returns {HTMLElement[]} */
  #sections() {
    return [...this.box.querySelectorAll("section")];
  }

  /** @param {HTMLElement} section */
  #takeFrom(section) {
    for (const input of section.querySelectorAll("input")) {
      input.addEventListener("change", () => {
        for (const file of input.files ?? []) this.#take(section.dataset.kind ?? "", file);
        // So that choosing the same file once more counts as a change.
        input.value = "";
      });
    }
  }

  /**
   * @param {string} kind
   * @param {File} file
   * @param {Prepared} [prepared] Where it was already looked at.
   */
  #take(kind, file, prepared) {
    const paper = newPaperFile(kind, file);
    if (prepared) Object.assign(paper, { thumbnail: prepared.thumbnail, prepared: true });
    const taken = this.files.filter(({ state }) => state !== "refused");
    if (taken.length >= this.maxFiles) {
      Object.assign(paper, { state: "refused", problem: this.box.dataset.tooMany });
    }
    this.queue.add(paper);
  }

  /** @param {PaperFile} paper */
  #changed(paper) {
    if (this.files.includes(paper)) this.#rowOf(paper).show(paper);
    else this.#takeAway(paper);
    if (TOLD.has(paper.state)) {
      partIn(this.box, "said").textContent = `${paper.name}：${stateWords(paper)}`;
    }
    if (this.#toSend.some(([file]) => file === paper)) this.#goOn();
    this.onChange();
  }

  /** Files that were cut off, and can be sent without anybody doing something. */
  get #toSend() {
    return this.queue.failed(isCutOff);
  }

  /** Sends what was cut off, again and again, until the server is back. */
  async #goOn() {
    if (this.#isGoingOn) return;
    this.#isGoingOn = true;
    let isAgain = false;
    const send = async () => {
      if (isAgain) for (const [file] of this.#toSend) this.queue.retry(file);
      if (isAgain) await this.queue.idle();
      isAgain = true;
      // What is told is what has failed by now: of those before she may have stopped some.
      const last = this.#toSend.at(-1);
      if (!last) return;
      this.#listOf(last[0]).after(this.#line.box);
      throw last[1];
    };
    try {
      await patiently(send, this.#line, PATIENCE);
    } catch {
      for (const [file] of this.#toSend) {
        file.problem = STOPPED;
        this.#rowOf(file).show(file);
      }
    }
    this.#isGoingOn = false;
  }

  /** @param {PaperFile} paper */
  #rowOf(paper) {
    const known = this.#rows.get(paper);
    if (known) return known;
    const row = new FileRow(this.template, {
      onRetry: () => this.queue.retry(paper),
      onRemove: () => this.queue.remove(paper),
    });
    this.#rows.set(paper, row);
    const list = this.#listOf(paper);
    list.append(row.line);
    list.hidden = false;
    return row;
  }

  /** @param {PaperFile} paper */
  #takeAway(paper) {
    if (this.#toSend.length === 0) this.#line.end();
    const row = this.#rows.get(paper);
    if (!row) return;
    const hadFocus = row.line.contains(document.activeElement);
    row.line.remove();
    this.#rows.delete(paper);
    const list = this.#listOf(paper);
    list.hidden = list.children.length === 0;
    if (!hadFocus) return;
    const chooser = list.parentElement?.querySelector("input[multiple]");
    if (chooser instanceof HTMLElement) chooser.focus();
  }

  /** @param {PaperFile} paper */
  #listOf({ kind }) {
    const section = this.#sections().find((each) => each.dataset.kind === kind);
    const list = section?.querySelector(".files");
    return list instanceof HTMLElement ? list : element("ul");
  }
}

/** @param {unknown} error */
function isCutOff(error) {
  return isWorthRetrying(error, PATIENCE.longestAsked);
}

/** @param {unknown} error */
function problemWords(error) {
  return isCutOff(error) ? whatHappened(error) + FILE_GOES_ON : wordsAbout(error);
}
