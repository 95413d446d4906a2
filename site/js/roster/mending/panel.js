/** @import {Changes as Asked, Finding, Mendable, Report, RowRead} from "../../contract.js" */
/** @import {Prefilled} from "../prefilled.js" */
/** @import {RowState} from "./row-card.js" */
import { byId, partIn } from "../../dom.js";
import { count } from "../../format.js";
import { headerOf, valuesBy } from "../columns.js";
import { Changes } from "./changes.js";
import { RowCard } from "./row-card.js";
import { RowFinder } from "./row-finder.js";

/** So many rows are quick to show and to look through; more come on request. */
const ROWS_AT_ONCE = 50;

/** The rows of a checked list that want something, with inputs to put them right on the page. */
export class MendingPanel {
  #changes = new Changes();
  /** @type {Map<number, RowCard>} */
  #cards = new Map();
  /** Rows that wanted something, were opened or changed. @type {Set<number>} */
  #rows = new Set();
  /** @type {Map<number, RowRead>} */
  #read = new Map();
  /** @type {Map<number, Finding[]>} */
  #findings = new Map();
  /** @type {Record<string, string>} */
  #names = {};
  /** What rows say that were taken for nobody's. @type {Map<number, string>} */
  #leftOut = new Map();
  #limit = ROWS_AT_ONCE;

  /**
   * @param {HTMLElement} section
   * @param {() => void} onChange Something was changed, and wants to be judged.
   * @param {() => Prefilled | undefined} given What the page came with, where that is the list.
   */
  constructor(section, onChange, given) {
    this.section = section;
    this.onChange = onChange;
    this.given = given;
    this.list = partIn(section, "rows");
    this.more = /** @type {HTMLButtonElement} */ (partIn(section, "more"));
    this.back = /** @type {HTMLButtonElement} */ (partIn(section, "undo"));
    this.said = partIn(section, "said");
    this.hint = partIn(section, "hint");
    this.ownDevice = /** @type {HTMLInputElement} */ (partIn(section, "own-device"));
    this.template = byId("mend-row", HTMLTemplateElement);
    this.finder = new RowFinder(partIn(section, "finder"), {
      onOpen: (row) => this.open(row),
      onLeaveOut: (row, isOut) => this.#leaveOut(row, isOut),
    });
    this.more.addEventListener("click", () => this.#showMore());
    this.back.addEventListener("click", () => this.#undo());
    section.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @returns {Asked} */
  get asked() {
    return this.#changes.asked();
  }

  /**
   * Begins with another list.
   *
   * @param {Asked} [kept] What was changed in it before.
   */
  begin(kept) {
    this.section.hidden = true;
    this.#changes = new Changes(kept);
    this.#cards.clear();
    this.#rows.clear();
    this.#read.clear();
    this.#limit = ROWS_AT_ONCE;
    this.list.replaceChildren();
    this.finder.clear();
    this.say("");
  }

  /** @param {Report} report What was found in the list with its changes. */
  show({ findings, names, rows, left_out }) {
    this.#names = names;
    this.#leftOut = new Map(left_out.map(({ row, says }) => [row, says]));
    this.#findings = byRow(findings);
    for (const read of rows) this.#read.set(read.row, read);
    for (const { row } of rows) this.#rows.add(row);
    for (const row of this.#changes.rows) this.#rows.add(row);
    for (const row of this.given()?.said.keys() ?? []) this.#rows.add(row);
    partIn(this.section, "own-file").hidden = this.given() !== undefined;
    this.section.hidden = false;
    this.#draw();
  }

  /** @param {string} words To those who see, and to those who listen. */
  say(words) {
    this.said.textContent = words;
  }

  /** @returns {number[]} First those of which something was said before. */
  #sorted() {
    const said = this.given()?.said;
    const rank = (/** @type {number} */ row) => (said?.has(row) ? 0 : 1);
    return [...this.#rows].sort((one, other) => rank(one) - rank(other) || one - other);
  }

  #draw() {
    const rows = this.#sorted();
    rows.slice(0, this.#limit).forEach((row, index) => {
      const card = this.#card(row);
      card.show(this.#state(row), this.#changes);
      const there = this.list.children[index] ?? null;
      if (there !== card.box) this.list.insertBefore(card.box, there);
    });
    for (const part of [this.list, this.hint, this.back]) part.hidden = rows.length === 0;
    this.more.hidden = rows.length <= this.#limit;
    const rest = Math.min(ROWS_AT_ONCE, rows.length - this.#limit);
    this.more.textContent = `再显示 ${count(rest)} 行（共 ${count(rows.length)} 行）`;
    this.back.disabled = !this.#changes.canUndo;
    this.finder.show(this.#names, this.#leftOut, (row) => this.#changes.isLeftOut(row));
  }

  /**
   * @param {number} row
   * @returns {RowState}
   */
  #state(row) {
    const findings = this.#findings.get(row) ?? [];
    if (this.#leftOut.has(row)) {
      const read = { row, ...valuesBy(() => "") };
      return { name: this.#leftOut.get(row) ?? "", read, findings, isNobodys: true };
    }
    const given = this.given();
    const read = this.#read.get(row) ?? given?.read(row);
    return { name: this.#names[row] ?? "", read, findings, said: given?.said.get(row) ?? [] };
  }

  /** @param {number} row */
  #card(row) {
    const known = this.#cards.get(row);
    if (known) return known;
    const card = new RowCard(row, this.template, {
      onMend: (field, value) => this.#mend(row, field, value),
      onLeaveOut: (isOut) => this.#leaveOut(row, isOut),
      onRestore: () => this.#restore(row),
    });
    this.#cards.set(row, card);
    return card;
  }

  /**
   * The rows stay where they are until it was judged: a click that left the cell must still meet
   * what it was aimed at.
   *
   * @param {number} row
   * @param {Mendable} field
   * @param {string | undefined} value
   */
  #mend(row, field, value) {
    if (!this.#changes.mend(row, field, value)) return;
    this.#rows.add(row);
    this.back.disabled = false;
    this.#cards.get(row)?.wait();
    this.onChange();
  }

  /** @param {number} row Changed, and drawn at once. */
  #changed(row) {
    this.#rows.add(row);
    this.#draw();
    this.#cards.get(row)?.wait();
    this.onChange();
  }

  /**
   * @param {number} row
   * @param {boolean} isOut
   */
  #leaveOut(row, isOut) {
    if (!this.#changes.leaveOut(row, isOut)) return;
    this.#changed(row);
    this.say(`第 ${row} 行${isOut ? "这次不报" : "照常报"}。`);
  }

  /** @param {number} row */
  #restore(row) {
    this.#cards.get(row)?.forgetTyping();
    if (this.#changes.restore(row)) this.#changed(row);
    this.#cards.get(row)?.inputs.get("name")?.focus();
    this.say(`第 ${row} 行恢复了原样。`);
  }

  #undo() {
    const place = this.#changes.undo();
    if (!place) return;
    this.#show(place.row);
    this.#cards.get(place.row)?.wait();
    this.#focus(place.row, place.field);
    const cell = place.field ? headerOf(place.field) : "“这次不报”";
    this.say(`已撤销：第 ${place.row} 行的${cell}。`);
    this.onChange();
  }

  /** @param {number} row Which is to be changed. */
  open(row) {
    this.#show(row);
    this.#focus(row, "name");
  }

  /** Shows who stands in the list, where she has not brought it and may not know. */
  showEveryone() {
    this.finder.section.setAttribute("open", "");
  }

  /** @param {number} row Made visible, whichever part of the rows is shown. */
  #show(row) {
    this.#rows.add(row);
    this.#limit = Math.max(this.#limit, this.#sorted().indexOf(row) + 1);
    this.#draw();
  }

  #showMore() {
    const first = this.#sorted()[this.#limit];
    this.#limit += ROWS_AT_ONCE;
    this.#draw();
    if (first !== undefined) this.#focus(first, "name");
  }

  /**
   * @param {number} row
   * @param {Mendable | null} field
   */
  #focus(row, field) {
    const card = this.#cards.get(row);
    const control = field ? card?.inputs.get(field) : card?.out;
    control?.focus();
    control?.scrollIntoView({ block: "center" });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key, ctrlKey, metaKey, shiftKey, isComposing } = event;
    if (isComposing || !(target instanceof HTMLInputElement)) return;
    if (key === "Enter") {
      // Never hands the list in: that is the last step's button alone.
      event.preventDefault();
      if (this.list.contains(target)) this.#leave(target, shiftKey ? -1 : 1);
    } else if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === "z") {
      if (this.#isTyped(target)) return;
      event.preventDefault();
      this.#undo();
    }
  }

  /**
   * What is typed and not taken yet, the browser itself takes back.
   *
   * @param {HTMLInputElement} input
   */
  #isTyped(input) {
    for (const card of this.#cards.values()) {
      for (const [field, each] of card.inputs) {
        if (each === input) return card.isTyping(field);
      }
    }
    return input.type === "search" && input.value !== "";
  }

  /**
   * To the next cell that wants something, behind this one or before it.
   *
   * @param {HTMLInputElement} input
   * @param {1 | -1} direction
   */
  #leave(input, direction) {
    input.dispatchEvent(new Event("change", { bubbles: true }));
    const next = this.#next(input, direction);
    if (next) {
      next.focus();
      next.select();
    } else if (direction === 1 && !this.more.hidden) this.#showMore();
    else this.back.focus();
  }

  /**
   * @param {HTMLInputElement} input
   * @param {1 | -1} direction
   * @returns {HTMLInputElement | undefined}
   */
  #next(input, direction) {
    const inputs = [...this.list.querySelectorAll("input:not([type=checkbox])")];
    const place = inputs.indexOf(input);
    const following =
      direction === 1 ? inputs.slice(place + 1) : inputs.slice(0, Math.max(place, 0)).reverse();
    const wanted = following.find((each) => each.hasAttribute("data-wanted"));
    return /** @type {HTMLInputElement | undefined} */ (wanted);
  }
}

/**
 * @param {Finding[]} findings
 * @returns {Map<number, Finding[]>}
 */
function byRow(findings) {
  /** @type {Map<number, Finding[]>} */
  const rows = new Map();
  for (const finding of findings) {
    if (!finding.row) continue;
    const found = rows.get(finding.row);
    if (found) found.push(finding);
    else rows.set(finding.row, [finding]);
  }
  return rows;
}
