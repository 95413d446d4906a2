/** A list of groups of inputs to which a person adds, and from which she takes away. */
export class Rows {
  /**
   * @param {HTMLElement} box With a `.row-list`, a template of one row, and a `data-add` button.
   *   Inputs of row 2 are named `<data-name of the box>.2.<data-field of the input>`.
   * @param {() => void} changed Called after a row was added or taken away.
   */
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.list = /** @type {HTMLElement} */ (box.querySelector(".row-list"));
    this.button = /** @type {HTMLButtonElement} */ (box.querySelector("[data-add]"));
    this.button.addEventListener("click", () => this.add().querySelector("input")?.focus());
    this.add();
  }

  /** @returns {HTMLElement} The new row, at the end. */
  add() {
    const template = /** @type {HTMLTemplateElement} */ (this.box.querySelector("template"));
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    row.querySelector("[data-remove]")?.addEventListener("click", () => this.#remove(row));
    this.list.append(row);
    this.#number();
    this.changed();
    return row;
  }

  /** @returns {HTMLInputElement[][]} The inputs of each row. */
  get inputs() {
    return [...this.list.children].map((row) => [...row.querySelectorAll("input")]);
  }

  /** @param {HTMLElement} row */
  #remove(row) {
    row.remove();
    this.#number();
    this.changed();
    this.button.focus();
  }

  #number() {
    [...this.list.children].forEach((row, index) => {
      const number = String(index + 1);
      for (const place of row.querySelectorAll("[data-number]")) place.textContent = number;
      for (const input of row.querySelectorAll("input")) {
        input.name = `${this.box.dataset.name}.${number}.${input.dataset.field}`;
        input.id = input.name.replaceAll(".", "-");
      }
    });
  }
}
