/** @import {Fault} from "../fault.js" */
/** @import {Claim, ClaimPaper} from "./contract.js" */
import { element, partIn } from "../dom.js";
import { fault } from "../fault.js";

const NAME = "not_needed";

/** The papers that count and that she has not opened: a proposal asks of each whether it matters. */
export class UnseenPapers {
  /** @param {HTMLElement} part Of the form. */
  constructor(part) {
    this.part = part;
    this.ticks = partIn(part, "ticks");
  }

  /** @param {Claim} claim */
  show({ documents }) {
    const left = documents.filter(({ is_usable, is_opened }) => is_usable && !is_opened);
    this.ticks.replaceChildren(...left.map(tickOf));
    this.part.hidden = left.length === 0;
  }

  /** @param {string} document_id Of one that she has opened since. */
  opened(document_id) {
    this.#all
      .find(({ value }) => value === document_id)
      ?.closest("label")
      ?.remove();
    this.part.hidden = this.#all.length === 0;
  }

  /** The ids of those that she does not need. */
  get notNeeded() {
    return this.#all.filter(({ checked }) => checked).map(({ value }) => value);
  }

  /** @returns {Fault[]} */
  get faults() {
    const left = this.#all.filter(({ checked }) => !checked).length;
    const words = `还有 ${left} 份材料没有打开看过。请先打开看，或者勾选“不用看”。`;
    return left > 0 ? [fault(NAME, words, "有材料还没有看过")] : [];
  }

  /** @returns {HTMLInputElement[]} */
  get #all() {
    return [...this.ticks.querySelectorAll("input")];
  }
}

/**
 * @param {ClaimPaper} paper
 * @param {number} index
 */
function tickOf({ document_id, kind_name, filename }, index) {
  const id = index === 0 ? NAME : `${NAME}-${index}`;
  const tick = element("input", { type: "checkbox", id: `propose-${id}`, name: NAME });
  tick.value = document_id;
  return element("label", { class: "choice" }, tick, ` 不用看：${kind_name} ${filename}`);
}
