/** @import {AttachedPaper, Case} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { saveFrom } from "../download.js";
import { fileSize, moment } from "../format.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { whoInWords } from "./words.js";

/** @type {Record<AttachedPaper["kind"], string>} */
export const PAPERS = { policy: "保险单", invoice: "发票" };

/** The policy and the invoice of a list at the desk: which stand, and whether they were opened. */
export class PolicyPapers {
  /**
   * @param {HTMLElement} section Of the case.
   * @param {{api: StaffApi, onError: (error: unknown) => void}} surroundings
   */
  constructor(section, { api, onError }) {
    this.part = partIn(section, "policy-papers");
    this.api = api;
    this.onError = onError;
  }

  /** @param {Case} roster */
  show(roster) {
    this.part.hidden = roster.state !== "accepted" && roster.papers.length === 0;
    const missing = Object.entries(PAPERS)
      .filter(([kind]) => roster.state === "accepted" && !standingPaper(roster, kind))
      .map(([, name]) => element("li", {}, `${name}：还没有交给单位`));
    const papers = roster.papers.map((paper) => this.#line(roster, paper));
    partIn(this.part, "attached").replaceChildren(...missing, ...papers);
  }

  /**
   * @param {Case} roster
   * @param {AttachedPaper} paper
   */
  #line({ receipt, may_decide }, paper) {
    const words = paperInWords(paper);
    const line = element("li", {}, paper.stands ? words : element("s", {}, words));
    if (!paper.stands) line.append(" 不再有效");
    if (!may_decide) return line;
    const button = element("button", { type: "button", class: "copy screen-only" }, "下载");
    line.append(" ", button);
    const retry = RetryLine.behind(button);
    const open = () => this.#open(receipt, paper.number, retry);
    button.addEventListener("click", () => resting(button, open));
    return line;
  }

  /**
   * @param {string} receipt
   * @param {number} number
   * @param {RetryLine} line
   */
  #open(receipt, number, line) {
    return bringPart(line, () => this.api.attachedLink(receipt, number), {
      show: ({ url }) => saveFrom(url),
      onSignedOut: this.onError,
      isWanted: () => line.box.isConnected,
    });
  }
}

/**
 * @param {Pick<Case, "papers">} roster
 * @param {string} kind
 * @returns {AttachedPaper | undefined} The one that the unit has now.
 */
export function standingPaper({ papers }, kind) {
  return papers.find((each) => each.kind === kind && each.stands);
}

/**
 * @param {AttachedPaper} paper
 * @returns {string} 保险单：PDF，123 KB，2026年11月24日 09:30 示例（对接人）交，单位还没有下载
 */
function paperInWords({ kind, format, size, is_scanned, at, by, opened_at }) {
  const opened = opened_at ? `单位 ${moment(opened_at)} 下载` : "单位还没有下载";
  const scanned = is_scanned ? "" : "，没有做病毒检测";
  const file = `${format.toUpperCase()}，${fileSize(size)}${scanned}`;
  return `${PAPERS[kind]}：${file}，${moment(at)} ${whoInWords(by)}交，${opened}`;
}
