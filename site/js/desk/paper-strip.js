/** @import {PaperShown} from "./contract.js" */
import { element } from "../dom.js";
import { decisionParts } from "./paper-words.js";

/** Papers in a row, small: the one that is shown is marked, another one is chosen. */
export class PaperStrip {
  /** @type {HTMLButtonElement[]} */
  buttons = [];

  /**
   * @param {HTMLElement} list
   * @param {(index: number) => void} onChosen
   */
  constructor(list, onChosen) {
    this.list = list;
    this.onChosen = onChosen;
  }

  /**
   * @param {PaperShown[]} papers
   * @param {Map<string, string>} addresses Of the small pictures, by the paper's id.
   */
  show(papers, addresses) {
    this.buttons = papers.map((paper, index) => {
      const button = thumbnailButton(paper, index, addresses.get(paper.document_id));
      button.addEventListener("click", () => this.onChosen(index));
      return button;
    });
    this.list.replaceChildren(...this.buttons.map((button) => element("li", {}, button)));
  }

  /** @param {PaperShown[]} papers The same, of which more is known. */
  tell(papers) {
    for (const [index, paper] of papers.entries()) {
      const mark = this.buttons[index]?.querySelector("b");
      if (mark) mark.textContent = markOf(paper);
    }
  }

  /** @param {number} index The one that is shown; the other ones are reached by arrow keys. */
  mark(index) {
    const hadFocus = this.list.contains(document.activeElement);
    for (const [each, button] of this.buttons.entries()) {
      if (each === index) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      button.tabIndex = each === index ? 0 : -1;
    }
    const current = this.buttons[index];
    if (!current) return;
    if (hadFocus) current.focus({ preventScroll: true });
    const { list } = this;
    list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }
}

/**
 * @param {PaperShown} paper
 * @param {number} index
 * @param {string} [address] Of its small picture.
 */
function thumbnailButton(paper, index, address) {
  const { kind_name, filename } = paper;
  const words = element("span", {}, `${index + 1} ${kind_name} `);
  const unseen = element("span", { class: "unseen" }, `${filename} `);
  const mark = element("b", {}, markOf(paper));
  return element("button", { type: "button" }, pictureOf(paper, address), words, unseen, mark);
}

/**
 * @param {PaperShown} paper
 * @param {string} [address]
 */
function pictureOf({ filename }, address) {
  const ending = filename.split(".").pop()?.slice(0, 4).toUpperCase() ?? "";
  const instead = element("span", { class: "no-picture", "aria-hidden": "true" }, ending);
  if (!address) return instead;
  const picture = element("img", { src: address, alt: "", loading: "lazy" });
  // An address is good for minutes.
  picture.addEventListener("error", () => picture.replaceWith(instead));
  return picture;
}

/** @param {PaperShown} paper */
function markOf(paper) {
  const { decision = null, is_opened } = paper;
  return decisionParts({ decision }).outcome || (is_opened ? "" : "没看过");
}
