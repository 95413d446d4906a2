/** @import {Finding, Mendable, RowRead} from "../../contract.js" */
/** @import {Words} from "../cell-words.js" */
/** @import {Changes} from "./changes.js" */
import { element, fill, partIn } from "../../dom.js";
import { sayBeside, wordsAbout } from "../cell-words.js";
import { FIELDS } from "../columns.js";
import { TO_DO } from "../severities.js";

/**
 * What one row says in the list, and what was found in it.
 *
 * @typedef {object} RowState
 * @property {string} name Who stands in it, as it is mended.
 * @property {RowRead | undefined} read Undefined where the row was never wanted.
 * @property {Finding[]} findings
 * @property {boolean} [isNobodys] It was taken for nobody's row.
 * @property {string[]} [said] What was said of it before.
 *
 * What is done with a row's changes.
 *
 * @typedef {object} Takers
 * @property {(field: Mendable, value: string | undefined) => void} onMend
 * @property {(isOut: boolean) => void} onLeaveOut
 * @property {() => void} onRestore
 */

const SEVERITIES = ["error", "warning"];

/** One row of the list with an input for each of its cells, and what was found beside each. */
export class RowCard {
  /** @type {Map<Mendable, HTMLInputElement>} */
  inputs = new Map();
  /** @type {RowRead | undefined} */
  #read;
  /** Who stands in the row; all that the page was told of a row that was never wanted. */
  #name = "";
  /** Inputs in which something was typed that was not taken yet. @type {Set<Mendable>} */
  #typed = new Set();

  /**
   * @param {number} row
   * @param {HTMLTemplateElement} template
   * @param {Takers} takers
   */
  constructor(row, template, takers) {
    this.row = row;
    this.box = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.box.dataset.row = String(row);
    this.restore = /** @type {HTMLButtonElement} */ (partIn(this.box, "restore"));
    this.out = /** @type {HTMLInputElement} */ (partIn(this.box, "out"));
    this.out.id = `mend-${row}-out`;
    this.out.addEventListener("change", () => takers.onLeaveOut(this.out.checked));
    this.restore.addEventListener("click", takers.onRestore);
    for (const field of FIELDS) this.#connect(field, takers);
  }

  /**
   * @param {Mendable} field
   * @param {Takers} takers
   */
  #connect(field, takers) {
    const question = this.#question(field);
    const input = /** @type {HTMLInputElement} */ (question.querySelector("input"));
    input.id = `mend-${this.row}-${field}`;
    question.querySelector("label")?.setAttribute("for", input.id);
    input.addEventListener("input", () => this.#type(field));
    input.addEventListener("change", () => {
      this.#typed.delete(field);
      takers.onMend(field, this.#meant(field));
    });
    this.inputs.set(field, input);
  }

  /**
   * @param {RowState} state
   * @param {Changes} changes
   */
  show({ name, read, findings, isNobodys = false, said = [] }, changes) {
    if (!read || !this.#read) this.#name = name;
    this.#read = read;
    const isOut = changes.isLeftOut(this.row);
    const isChanged = FIELDS.some((field) => changes.value(this.row, field) !== undefined);
    const worst = SEVERITIES.find((each) => findings.some(({ severity }) => severity === each));
    const rest = isChanged ? "mended" : said.length > 0 ? "warning" : "ready";
    this.box.dataset.state = isOut ? "out" : (worst ?? rest);
    fill(this.box, {
      place: `第 ${this.row} 行 ${name}`,
      state: isOut ? "这次不报" : stateOf(worst, rest, isNobodys),
    });
    this.out.checked = isOut;
    this.out.disabled = isNobodys;
    this.restore.hidden = !isOut && !isChanged;
    partIn(this.box, "keep").hidden = read !== undefined;
    const wrong = findings.filter(({ severity }) => SEVERITIES.includes(severity));
    for (const field of FIELDS) {
      this.#write(field, changes.value(this.row, field) ?? this.#original(field));
      if (!this.#typed.has(field)) {
        this.#say(field, isOut ? [] : wrong.filter((each) => each.field === field));
      }
    }
    const about = isOut ? [] : wrong.filter(({ field }) => !FIELDS.some((each) => each === field));
    partIn(this.box, "about").replaceChildren(
      ...said.map((words) => element("li", {}, words)),
      ...about.map(({ title, message, fix }) => element("li", {}, `${title}：${message}${fix}`)),
    );
  }

  /** What was changed is being judged. */
  wait() {
    fill(this.box, { state: "正在核对…" });
    this.restore.hidden = false;
  }

  /** @param {Mendable} field */
  isTyping(field) {
    return this.#typed.has(field);
  }

  /** Takes what is being typed for typed by mistake. */
  forgetTyping() {
    this.#typed.clear();
  }

  /** @param {Mendable} field */
  async #type(field) {
    this.#typed.add(field);
    if (field !== "id_number") return;
    const value = this.#meant(field);
    const words = value === undefined ? [] : await wordsAbout(value);
    // What is typed meanwhile is spoken of by itself; what was judged meanwhile, by the server.
    if (this.#typed.has(field) && value === this.#meant(field)) this.#say(field, words);
  }

  /**
   * @param {Mendable} field
   * @returns {string | undefined} Undefined where the input says what the list says.
   */
  #meant(field) {
    const value = this.inputs.get(field)?.value ?? "";
    return value === this.#original(field) ? undefined : value;
  }

  /** @param {Mendable} field */
  #original(field) {
    if (this.#read) return this.#read[field];
    return field === "name" ? this.#name : "";
  }

  /**
   * @param {Mendable} field
   * @param {string} value
   */
  #write(field, value) {
    const input = this.inputs.get(field);
    // What is being typed is newer than what was judged.
    if (input && !this.#typed.has(field) && input.value !== value) input.value = value;
  }

  /**
   * @param {Mendable} field
   * @param {Words[]} words
   */
  #say(field, words) {
    sayBeside(/** @type {HTMLInputElement} */ (this.inputs.get(field)), words);
  }

  /** @param {Mendable} field */
  #question(field) {
    return /** @type {HTMLElement} */ (this.box.querySelector(`[data-field="${field}"]`));
  }
}

/**
 * @param {string | undefined} worst
 * @param {"mended" | "warning" | "ready"} rest What it is where nothing was found in it.
 * @param {boolean} isNobodys
 */
function stateOf(worst, rest, isNobodys) {
  if (isNobodys) return "没有当作人员";
  if (worst === "error" || worst === "warning") return TO_DO[worst];
  return { mended: "改好了", warning: "请看退回的原因", ready: "没有问题" }[rest];
}
