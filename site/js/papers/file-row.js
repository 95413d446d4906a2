/** @import {PaperFile} from "./paper-file.js" */
import { fill } from "../dom.js";
import { fileSize } from "../format.js";
import { reasonItem } from "../reasons.js";
import { stateWords } from "./paper-file.js";

/** The line of one file: what it is, how far it has come, what can be done with it. */
export class FileRow {
  /**
   * @param {HTMLTemplateElement} template
   * @param {{onRetry: () => void, onRemove: () => void}} actions
   */
  constructor(template, { onRetry, onRemove }) {
    this.line = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.picture = /** @type {HTMLImageElement} */ (this.line.querySelector("img"));
    this.bar = /** @type {HTMLProgressElement} */ (this.line.querySelector("progress"));
    this.again = /** @type {HTMLButtonElement} */ (this.line.querySelector("[data-retry]"));
    this.away = /** @type {HTMLButtonElement} */ (this.line.querySelector("[data-remove]"));
    this.again.addEventListener("click", onRetry);
    this.away.addEventListener("click", onRemove);
  }

  /** @param {PaperFile} paper */
  show(paper) {
    this.line.dataset.state = paper.state;
    fill(this.line, {
      name: paper.name,
      size: fileSize(paper.file.size),
      state: stateWords(paper),
      problem: paper.problem,
    });
    if (paper.thumbnail && this.picture.hidden) {
      this.picture.src = paper.thumbnail;
      this.picture.hidden = false;
    }
    this.bar.hidden = paper.state !== "sending";
    this.bar.value = paper.sent;
    this.bar.setAttribute("aria-label", `上传进度：${paper.name}`);
    this.again.hidden = paper.state !== "failed";
    this.again.setAttribute("aria-label", `再试一次：${paper.name}`);
    this.away.setAttribute("aria-label", `去掉：${paper.name}`);
    const findings = paper.findings.map((each) => reasonItem(each));
    this.line.querySelector(".reasons")?.replaceChildren(...findings);
  }
}
