/** @import {Mend, Mendable, TypedRow} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
import { byId } from "../dom.js";
import { fault } from "../fault.js";
import { Rows } from "../rows.js";
import { sayBeside, wordsAbout } from "./cell-words.js";
import { FIELDS, valuesBy } from "./columns.js";

const FIRST_ROWS = 3;
const EMPTY = "请先填一个人的姓名和身份证号。";

/**
 * What is done with the rows that were typed.
 *
 * @typedef {object} Takers
 * @property {(rows: TypedRow[]) => void} onRows They are to be checked.
 * @property {(faults: Fault[]) => void} onMissing There are none.
 * @property {() => void} onEdit They are being changed.
 */

/** A short list that is typed row by row, without any file. */
export class TypedRows {
  box = byId("typed", HTMLDetailsElement);

  /** @param {Takers} takers */
  constructor({ onRows, onMissing, onEdit }) {
    this.onEdit = onEdit;
    this.rows = new Rows(this.box, onEdit, FIRST_ROWS);
    byId("check-typed", HTMLButtonElement).addEventListener("click", () => {
      const rows = this.#values();
      if (rows.length === 0) {
        onMissing([fault("typed.1.name", EMPTY)]);
        return;
      }
      // So that rows are counted as they are shown.
      this.rows.keep(isFilled);
      onRows(rows);
    });
    this.box.addEventListener("input", () => onEdit());
    this.box.addEventListener("change", ({ target }) => this.#look(target));
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("paste", (event) => this.#paste(event));
  }

  focus() {
    this.box.open = true;
    this.rows.inputs[0]?.[0]?.focus();
  }

  /**
   * Shows a list that was typed before, with what was changed in it since.
   *
   * @param {TypedRow[]} rows
   * @param {Mend[]} [mends]
   */
  fill(rows, mends = []) {
    this.rows.reach(rows.length);
    const { inputs } = this.rows;
    rows.forEach((row, index) => this.#write(inputs[index], row));
    for (const { row, field, value } of mends) this.#write(inputs[row - 1], { [field]: value });
  }

  /**
   * @param {HTMLInputElement[] | undefined} inputs Of one row.
   * @param {Partial<Record<Mendable, string>>} values
   */
  #write(inputs, values) {
    FIELDS.forEach((field, place) => {
      const input = inputs?.[place];
      const value = values[field];
      if (!input || value === undefined || input.value === value) return;
      input.value = value;
      this.#look(input);
    });
  }

  /** @returns {TypedRow[]} */
  #values() {
    return this.rows.inputs
      .filter(isFilled)
      .map((inputs) => valuesBy((field) => inputs[FIELDS.indexOf(field)]?.value.trim() ?? ""));
  }

  /** @param {EventTarget | null} input */
  async #look(input) {
    if (!(input instanceof HTMLInputElement) || input.dataset.field !== "id_number") return;
    const { value } = input;
    const words = value.trim() === "" ? [] : await wordsAbout(value);
    if (input.value === value) sayBeside(input, words);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key, shiftKey, isComposing } = event;
    if (isComposing || key !== "Enter" || !(target instanceof HTMLInputElement)) return;
    // Never hands the list in: that is the last step's button alone.
    event.preventDefault();
    const inputs = [...this.box.querySelectorAll("input")];
    const next = inputs[inputs.indexOf(target) + (shiftKey ? -1 : 1)];
    if (next) next.focus();
    else if (!shiftKey) this.rows.button.click();
  }

  /**
   * Cells copied from a spreadsheet go into the cells from this one on.
   *
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").trim() ?? "";
    if (!(target instanceof HTMLInputElement) || !/[\n\t]/.test(text)) return;
    event.preventDefault();
    const first = this.rows.inputs.findIndex((inputs) => inputs.includes(target));
    const column = this.rows.inputs[first]?.indexOf(target) ?? 0;
    const lines = text.split("\n");
    this.rows.reach(first + lines.length);
    const { inputs } = this.rows;
    lines.forEach((line, index) => {
      const cells = line.split("\t");
      const fields = FIELDS.slice(column).map((field, place) => [field, cells[place]?.trim()]);
      this.#write(inputs[first + index], Object.fromEntries(fields));
    });
    this.onEdit();
  }
}

/** @param {HTMLInputElement[]} inputs Of one row. */
function isFilled(inputs) {
  return inputs.some(({ value }) => value.trim() !== "");
}
