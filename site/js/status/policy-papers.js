/** @import {PaperTold, RosterState} from "../contract.js" */
import { fill, partIn } from "../dom.js";
import { fileSize, moment } from "../format.js";
import { Asking } from "./asking.js";
import { saveMade } from "./made-file.js";

/** The policy and the invoice of an accepted list, which its unit downloads as they came. */
export class PolicyPapers {
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  /** @param {HTMLElement} section Of the list. */
  constructor(section) {
    this.part = partIn(section, "policy-papers");
    /** @type {NodeListOf<HTMLElement>} */
    const parts = this.part.querySelectorAll("[data-paper]");
    this.papers = [...parts].map((part) => {
      const button = /** @type {HTMLButtonElement} */ (part.querySelector("button"));
      const asking = new Asking(part, button);
      const kind = /** @type {PaperTold["kind"]} */ (part.dataset.paper);
      button.addEventListener("click", () => this.#download(kind, asking));
      return { kind, asking };
    });
  }

  /**
   * @param {RosterState} roster Only an accepted list has them.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    this.roster = roster;
    this.accessCode = accessCode;
    this.part.hidden = roster.state !== "accepted";
    for (const { kind, asking } of this.papers) {
      const paper = roster.papers.find((each) => each.kind === kind);
      asking.summary.clear();
      asking.status.textContent = "";
      asking.button.hidden = !paper;
      fill(this.part, { [`${kind}_says`]: paper ? inWords(paper) : "保险公司还没有交到这里。" });
    }
  }

  /**
   * @param {PaperTold["kind"]} kind
   * @param {Asking} asking
   */
  #download(kind, asking) {
    const { roster, accessCode } = this;
    if (!roster) return;
    const { receipt } = roster;
    const file = { receipt, accessCode, part: `/policy-papers/${kind}`, words: "正在取文件…" };
    saveMade(asking, file, () => "已开始下载。请妥善保管，不要发到群里。");
  }
}

/**
 * @param {PaperTold} paper
 * @returns {string} PDF，123 KB，2026年11月24日 09:30 交到这里
 */
function inWords({ format, size, at, opened_at }) {
  const opened = opened_at ? `，${moment(opened_at)} 第一次下载` : "，还没有下载过";
  return `${format.toUpperCase()}，${fileSize(size)}，${moment(at)} 交到这里${opened}。`;
}
