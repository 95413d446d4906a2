/** @import {Chosen, ChosenLists} from "./chosen.js" */
import { element, link, partIn } from "../dom.js";
import { count } from "../format.js";
import { MOST_CHOSEN } from "./chosen.js";
import { hashOf } from "./place.js";

/** Lists of the queue are ticked, one by one or all that are listed, to be accepted together. */
export class Choosing {
  /** @type {Map<string, {list: Chosen, tick: HTMLInputElement}>} What is listed, in order. */
  #listed = new Map();
  /** The receipt that was ticked last: with the shift key, all up to it are. */
  #last = "";
  isOffered = false;

  /**
   * @param {HTMLElement} section Of the queue.
   * @param {ChosenLists} chosen
   */
  constructor(section, chosen) {
    this.chosen = chosen;
    this.part = partIn(section, "choosing");
    this.said = partIn(this.part, "chosen");
    // Above the table and below it, where one arrives who has ticked by keyboard.
    /** @type {NodeListOf<HTMLAnchorElement>} */
    this.ways = section.querySelectorAll('a[data-link="batch"]');
    link(section, { batch: hashOf({ desk: "batch" }) });
    this.all = /** @type {HTMLButtonElement} */ (this.part.querySelector("[data-all]"));
    this.all.addEventListener("click", () => {
      this.#set([...this.#listed.keys()], !this.#areAll);
    });
  }

  /** @param {boolean} isOffered Whether lists can be ticked in the part of the queue that is shown. */
  begin(isOffered) {
    this.#listed.clear();
    this.#last = "";
    this.isOffered = isOffered;
    this.#tell();
  }

  /**
   * @param {Chosen} list
   * @returns {HTMLElement} Its tick.
   */
  tickOf(list) {
    const { receipt, unit_name } = list;
    const label = `选${unit_name}，${receipt}`;
    const tick = element("input", { type: "checkbox", "aria-label": label });
    tick.checked = this.chosen.has(receipt);
    tick.addEventListener("click", ({ shiftKey }) => {
      this.#set(shiftKey ? this.#upTo(receipt) : [receipt], tick.checked);
      this.#last = receipt;
    });
    this.#listed.set(receipt, { list, tick });
    this.#tell();
    return element("label", { class: "pick" }, tick);
  }

  get #areAll() {
    return [...this.#listed.keys()].every((receipt) => this.chosen.has(receipt));
  }

  /** @param {string} receipt */
  #upTo(receipt) {
    const listed = [...this.#listed.keys()];
    const ends = [receipt, this.#last].map((each) => listed.indexOf(each));
    if (ends.includes(-1)) return [receipt];
    return listed.slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  /**
   * @param {string[]} receipts
   * @param {boolean} isChosen
   */
  #set(receipts, isChosen) {
    let isFull = false;
    for (const receipt of receipts) {
      const { list, tick } = /** @type {{list: Chosen, tick: HTMLInputElement}} */ (
        this.#listed.get(receipt)
      );
      if (isChosen) isFull = !this.chosen.add(list) || isFull;
      else this.chosen.remove(receipt);
      tick.checked = this.chosen.has(receipt);
    }
    this.#tell(isFull ? `一批最多 ${MOST_CHOSEN} 份，多的没有选上。` : "");
  }

  /** @param {string} [more] */
  #tell(more = "") {
    const { all } = this.chosen;
    this.all.hidden = !this.isOffered || this.#listed.size === 0;
    this.part.hidden = this.all.hidden && all.length === 0;
    const people = all.reduce((sum, each) => sum + each.people, 0);
    this.all.textContent = this.#areAll ? "都不选" : "全选列出的";
    this.said.textContent =
      (all.length > 0 ? `选了 ${count(all.length)} 份，共 ${count(people)} 人。` : "") + more;
    for (const way of this.ways) way.hidden = all.length === 0;
  }
}
