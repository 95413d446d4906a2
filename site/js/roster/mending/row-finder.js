import { element, partIn } from "../../dom.js";
import { count } from "../../format.js";

/** More lines are no list to choose from; a longer name finds fewer. */
const SHOWN_AT_MOST = 20;

/**
 * What is done with a row that was found.
 *
 * @typedef {object} Takers
 * @property {(row: number) => void} onOpen
 * @property {(row: number, isOut: boolean) => void} onLeaveOut
 */

/** Finds any row of the list by name or number, to change it or to leave it out. */
export class RowFinder {
  /** @type {[number, string][]} */
  #people = [];
  /** @type {Map<number, string>} */
  #nobodys = new Map();
  /** @type {(row: number) => boolean} */
  #isOut = () => false;

  /**
   * @param {HTMLElement} section
   * @param {Takers} takers
   */
  constructor(section, takers) {
    this.section = section;
    this.takers = takers;
    this.input = /** @type {HTMLInputElement} */ (partIn(section, "query"));
    this.list = partIn(section, "found");
    this.said = partIn(section, "found-said");
    this.input.addEventListener("input", () => this.#draw());
    section.addEventListener("toggle", () => this.#draw());
  }

  clear() {
    this.input.value = "";
    this.#people = [];
    this.list.replaceChildren();
    this.section.removeAttribute("open");
  }

  /**
   * @param {Record<string, string>} names By row.
   * @param {Map<number, string>} nobodys What the rows say that were taken for nobody's.
   * @param {(row: number) => boolean} isOut
   */
  show(names, nobodys, isOut) {
    this.#nobodys = nobodys;
    this.#people = [
      ...Object.entries(names).map(([row, name]) => /** @type {const} */ ([Number(row), name])),
      ...nobodys,
    ]
      .map(([row, name]) => /** @type {[number, string]} */ ([row, name]))
      .sort(([one], [other]) => one - other);
    this.#isOut = isOut;
    this.#draw();
  }

  #draw() {
    if (!this.section.hasAttribute("open")) return;
    const found = this.#people.filter(([row, name]) => isMeant(this.input.value, row, name));
    const focused = document.activeElement?.id;
    this.list.replaceChildren(...found.slice(0, SHOWN_AT_MOST).map((each) => this.#line(each)));
    if (focused) document.getElementById(focused)?.focus();
    const rest = found.length > SHOWN_AT_MOST ? `，先列出 ${SHOWN_AT_MOST} 行` : "";
    this.said.textContent = found.length > 0 ? `${count(found.length)} 行${rest}` : "没有找到";
  }

  /** @param {[number, string]} person */
  #line([row, name]) {
    const isOut = this.#isOut(row);
    const who = `第 ${row} 行 ${name}`;
    const change = element(
      "button",
      { type: "button", class: "copy", id: `found-${row}`, "aria-label": `改${who}` },
      "改",
    );
    const out = element(
      "button",
      {
        type: "button",
        class: "copy",
        id: `found-${row}-out`,
        "aria-label": `${isOut ? "照常报" : "不报"}${who}`,
      },
      isOut ? "照常报" : "不报",
    );
    change.addEventListener("click", () => this.takers.onOpen(row));
    out.addEventListener("click", () => this.takers.onLeaveOut(row, !isOut));
    if (this.#nobodys.has(row)) {
      return element("li", {}, element("span", {}, `${who}（没有当作人员）`), change);
    }
    return element("li", {}, element("span", {}, isOut ? `${who}（这次不报）` : who), change, out);
  }
}

/**
 * @param {string} query
 * @param {number} row
 * @param {string} name
 */
function isMeant(query, row, name) {
  const asked = query.normalize("NFKC").replace(/[第行\s]/g, "");
  return !asked || String(row) === asked || name.replace(/\s/g, "").includes(asked);
}
