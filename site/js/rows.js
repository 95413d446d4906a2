/** A list of groups of inputs to which a person adds, and from which she takes away. */
export class Rows {
  /**
   * @param {HTMLElement} box With a `.row-list`, a template of one row, and a `data-add` button.
   *   Inputs of a row are named `<data-name of the box>.2.<data-field of the input>`; the first
   *   row has the number `data-first`, or 1.
   * @param {() => void} changed Called after a row was added or taken away.
   * @param {number} [atFirst] How many empty rows there are from the start.
   */
  constructor(box, changed, atFirst = 1) {
    this.box = box;
    this.changed = changed;
    this.list = /** @type {HTMLElement} */ (box.querySelector(".row-list"));
    this.button = /** @type {HTMLButtonElement} */ (box.querySelector("[data-add]"));
    this.button.addEventListener("click", () => this.add().querySelector("input")?.focus());
    for (let row = 0; row < atFirst; row += 1) this.add();
  }

  /** @returns {HTMLElement} The new row, at the end. */
  add() {
    const template = /** @type {HTMLTemplateElement} */ (this.box.querySelector("template"));
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    row.querySelector("[data-remove]")?.addEventListener("click", () => this.#remove(row));
    this.list.append(row);
    this.renumber();
    this.changed();
    return row;
  }

  /** @returns {HTMLInputElement[][]} The inputs of each row. */
  get inputs() {
    return [...this.list.children].map((row) => [...row.querySelectorAll("input")]);
  }

  clear() {
    this.list.replaceChildren();
    this.changed();
  }

  /** @param {HTMLElement} row */
  #remove(row) {
    row.remove();
    this.renumber();
    this.changed();
    this.button.focus();
  }

  /** Names and counts the rows as they stand. */
  renumber() {
    const first = Number(this.box.dataset.first ?? 1);
    [...this.list.children].forEach((row, index) => {
      for (const place of row.querySelectorAll("[data-number]")) {
        place.textContent = String(index + 1);
      }
      for (const input of row.querySelectorAll("input")) {
        const number = index + first;
        input.name = `${this.box.dataset.name}.${number}.${input.dataset.field}`;
        input.id = input.name.replaceAll(".", "-");
      }
    });
  }
}
