/** @import {PaperShown} from "./contract.js" */
import { SignedOutError } from "../api.js";
import { element, fill, partIn } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { moment } from "../format.js";
import { bringPart, patiently, QUIETLY } from "../patience.js";
import { wordsAbout } from "../problem.js";
import { RetryLine } from "../retry-line.js";
import { PaperStage } from "./paper-stage.js";
import { PaperStrip } from "./paper-strip.js";
import { checkInWords, decisionParts, isShowable } from "./paper-words.js";

/** Who passes a paper by has not looked at it: that is neither asked for nor logged. */
const PASSING_BY = 200; // ms
const PDF = "application/pdf";
/** As broad as its frame, without the viewer's own row of pages. */
const PDF_AS_SHOWN = "#navpanes=0&pagemode=none&view=FitH";
const NOT_COME = "这份材料没有取到。请再试一次，或者在新窗口里打开。";
const PDF_ELSEWHERE = "这个浏览器不能在页面里显示 PDF，请在新窗口里打开。";

/**
 * @typedef {object} Shown What papers belong to, and what stands beside them.
 * @property {string} receipt
 * @property {boolean} is_masked Nothing of it is shown to whoever may not see people.
 * @property {PaperShown[]} papers
 * @property {Node[]} beside Items of a list of facts.
 *
 * @typedef {object} Links Where papers, and their small pictures, are for some minutes.
 * @property {(receipt: string, document_id: string) => Promise<{url: string}>} paperLink
 * @property {(receipt: string) => Promise<{thumbnails: {document_id: string, url: string}[]}>} thumbnails
 *
 * @typedef {object} ViewerListeners
 * @property {Links} api
 * @property {(paper: PaperShown) => (Node | string)[]} buttonsOf What may be decided.
 * @property {(document_id: string) => void} onOpened
 * @property {(document_id: string) => void} onClosed With the one that was shown last.
 * @property {(error: unknown) => void} onError
 */

/** Papers, one at a time beside what they are compared with; by mouse, finger or keyboard. */
export class PaperViewer {
  /** @type {Shown | null} */
  record = null;
  /** @type {PaperShown[]} */
  papers = [];
  index = 0;
  /** @type {Map<string, HTMLImageElement>} Pictures that have come, by the paper's id. */
  #pictures = new Map();
  /** @type {Map<string, string>} */
  #thumbnails = new Map();
  #turn = 0;

  /**
   * @param {HTMLElement} part
   * @param {ViewerListeners} listeners
   */
  constructor(part, listeners) {
    this.part = part;
    this.listeners = listeners;
    this.stage = new PaperStage(partIn(part, "stage"));
    this.strip = new PaperStrip(partIn(part, "strip"), (index) => this.#go(index));
    /** @type {Record<string, () => void>} */
    this.acts = {
      previous: () => this.#go(this.index - 1),
      next: () => this.#go(this.index + 1),
      smaller: () => this.stage.smaller(),
      larger: () => this.stage.larger(),
      full: () => this.stage.full(),
      fit: () => this.stage.fit(),
      turn: () => this.stage.turnOn(),
      tab: () => this.#openTab(),
      close: () => this.close(),
    };
    for (const [name, act] of Object.entries(this.acts))
      this.#button(name).addEventListener("click", act);
    part.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /**
   * @param {Shown} record
   * @param {string} document_id Of the one to begin with.
   */
  open(record, document_id) {
    this.#take(record);
    this.part.hidden = false;
    this.#go(this.papers.findIndex((each) => each.document_id === document_id));
    const heading = partIn(this.part, "viewer-heading");
    heading.focus({ preventScroll: true });
    this.part.scrollIntoView({ block: "start" });
    this.#fetchThumbnails(record);
  }

  /** @param {Shown} record As it is now: another one, or this one after a decision. */
  refresh(record) {
    if (this.part.hidden) return;
    const isSame = record.receipt === this.record?.receipt && !record.is_masked;
    const shown = this.paper?.document_id;
    const index = record.papers.filter(isShowable).findIndex((each) => each.document_id === shown);
    if (!isSame || index < 0) {
      this.forget();
      return;
    }
    this.#take(record);
    this.index = index;
    this.#tell();
  }

  close() {
    const { paper } = this;
    this.forget();
    if (paper) this.listeners.onClosed(paper.document_id);
  }

  /** After a decision on the one that is shown. */
  focusNext() {
    this.#button("next").focus();
  }

  get paper() {
    return this.papers[this.index] ?? null;
  }

  /** Nothing of the papers stays here. */
  forget() {
    this.#turn += 1;
    this.part.hidden = true;
    this.stage.put();
    this.#pictures.clear();
    this.#thumbnails.clear();
  }

  /** @param {Shown} record */
  #take(record) {
    this.record = record;
    this.papers = record.papers.filter(isShowable);
    this.strip.show(this.papers, this.#thumbnails);
    partIn(this.part, "viewed-facts").replaceChildren(...record.beside);
  }

  /** @param {number} index */
  #go(index) {
    if (!this.papers[index]) return;
    const isFirst = this.stage.frame.childNodes.length === 0;
    this.index = index;
    this.#turn += 1;
    this.#tell();
    void this.#fetch(isFirst ? 0 : PASSING_BY);
  }

  /** Says which paper it is and what was decided on it. */
  #tell() {
    const { paper, index, papers, part } = this;
    if (!paper) return;
    this.strip.mark(index);
    const { kind_name, filename, received_at, pages } = paper;
    fill(part, { viewed: `第 ${index + 1} 份，共 ${papers.length} 份：${kind_name}，${filename}` });
    const facts = given([
      ["材料", kind_name],
      ["文件", `${filename}${pages && pages > 1 ? `，${pages} 页` : ""}`],
      ["收到", moment(received_at)],
      ["检查", checkInWords(paper)],
      ["审核", decided(paper)],
    ]);
    partIn(part, "viewed-paper").replaceChildren(...factItems(facts));
    const buttons = element("div", { class: "paper-buttons" }, ...this.listeners.buttonsOf(paper));
    partIn(part, "viewed-buttons").replaceChildren(buttons);
    const isPicture = paper.media_type !== PDF;
    for (const name of ["smaller", "larger", "full", "fit", "turn"]) this.#allow(name, isPicture);
    this.#allow("previous", index > 0);
    this.#allow("next", index < papers.length - 1);
  }

  /** @param {number} wait Milliseconds in which she may have gone on. */
  async #fetch(wait) {
    const [turn, { record, paper }] = [this.#turn, this];
    if (!record || !paper) return;
    const { document_id } = paper;
    const known = this.#pictures.get(document_id);
    if (known) {
      this.stage.show(known);
      return;
    }
    const line = new RetryLine();
    const small = this.#smallOf(document_id);
    this.stage.put(small, line.box);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (turn !== this.#turn) return;
    const ask = () => {
      line.box.before(small);
      return this.#linkOf(record, paper).catch((error) => {
        small.remove();
        throw error;
      });
    };
    await bringPart(line, ask, {
      show: ({ url }) => this.#put(paper, url),
      onSignedOut: this.listeners.onError,
      isWanted: () => turn === this.#turn,
    });
  }

  /**
   * @param {PaperShown} paper
   * @param {string} url
   */
  #put(paper, url) {
    const name = `${paper.kind_name} ${paper.filename}`;
    if (paper.media_type === PDF) {
      if (showsPdf()) this.stage.put(element("iframe", { src: url + PDF_AS_SHOWN, title: name }));
      else this.#putWords(PDF_ELSEWHERE);
      return;
    }
    const turn = this.#turn;
    const picture = element("img", { alt: name });
    picture.addEventListener("load", () => {
      this.#pictures.set(paper.document_id, picture);
      if (turn === this.#turn) this.stage.show(picture);
    });
    picture.addEventListener("error", () => {
      if (turn === this.#turn) this.#putAgain(NOT_COME);
    });
    picture.src = url;
  }

  /** @param {string} document_id Whose small picture stands there until the large one has come. */
  #smallOf(document_id) {
    const src = this.#thumbnails.get(document_id);
    const opening = element("p", { class: "hint" }, "正在打开…");
    return src ? element("img", { src, alt: "", class: "small" }) : opening;
  }

  /** @param {string} words */
  #putWords(words) {
    this.stage.put(element("p", { role: "alert" }, words));
  }

  /** @param {string} words Why it has not come. */
  #putAgain(words) {
    const button = element("button", { type: "button", class: "plain" }, "再试一次");
    button.addEventListener("click", () => this.#fetch(0));
    this.stage.put(element("p", { role: "alert" }, words, button));
  }

  /**
   * @param {Shown} record
   * @param {PaperShown} paper
   */
  async #linkOf({ receipt }, paper) {
    const link = await this.listeners.api.paperLink(receipt, paper.document_id);
    paper.is_opened = true;
    this.listeners.onOpened(paper.document_id);
    this.strip.tell(this.papers);
    return link;
  }

  async #openTab() {
    const { record, paper } = this;
    if (!record || !paper) return;
    // Browsers let a page open a tab only as long as a click is being answered.
    const tab = open("", "_blank");
    try {
      const { url } = await this.#linkOf(record, paper);
      if (!tab) {
        location.assign(url);
        return;
      }
      tab.opener = null;
      tab.location.replace(url);
    } catch (error) {
      tab?.close();
      if (error instanceof SignedOutError) this.listeners.onError(error);
      else this.#putAgain(wordsAbout(error));
    }
  }

  /**
   * Without them there are names.
   *
   * @param {Shown} record
   */
  async #fetchThumbnails(record) {
    try {
      const isWanted = () => !this.part.hidden && this.record?.receipt === record.receipt;
      const ask = () => this.listeners.api.thumbnails(record.receipt);
      const { thumbnails } = await patiently(ask, QUIETLY, { isWanted });
      if (!isWanted()) return;
      this.#thumbnails = new Map(thumbnails.map(({ document_id, url }) => [document_id, url]));
      this.strip.show(this.papers, this.#thumbnails);
      this.strip.mark(this.index);
    } catch (error) {
      if (error instanceof SignedOutError) this.listeners.onError(error);
    }
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const isArrow = key === "ArrowLeft" || key === "ArrowRight";
    if (isArrow && target === this.stage.frame && this.stage.moves) return;
    const name = KEYS[key];
    if (!name) return;
    event.preventDefault();
    this.acts[name]?.();
  }

  /** @param {string} name */
  #button(name) {
    return partIn(this.part, `viewer-${name}`);
  }

  /**
   * A button that does nothing now keeps the focus that it has.
   *
   * @param {string} name
   * @param {boolean} isAllowed
   */
  #allow(name, isAllowed) {
    this.#button(name).setAttribute("aria-disabled", String(!isAllowed));
  }
}

/** @type {Record<string, string>} */
const KEYS = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  0: "fit",
  1: "full",
  r: "turn",
  R: "turn",
  Escape: "close",
};

/**
 * @param {PaperShown} paper
 * @returns {string} What was decided on it; of papers that nobody decides on, nothing.
 */
function decided(paper) {
  if (paper.decision === undefined) return "";
  const { outcome, why, who } = decisionParts({ decision: paper.decision });
  return `${outcome}${why} ${who}`.trim();
}

/** Telephones show the first page of a PDF in a frame, or none; older browsers do not say. */
function showsPdf() {
  return Boolean(navigator.pdfViewerEnabled) && matchMedia("(min-width: 45em)").matches;
}
