/** A list of groups of inputs to which a person adds, and from which she takes away. */
export class Rows {
  /**
   * @param {HTMLElement} box With a `.row-list`, a template of one row, and a `data-add` button.
   *   Inputs of a row are named `<data-name of the box>.2.<data-field of the input>`; the first
   *   row has the number `data-first`, or 1. A label that does not hold its input names its field
   *   in `data-for`.
   * @param {() => void} changed Called after a row was added or taken away.
   * @param {number} [atFirst] How many empty rows there are from the start.
   */
  constructor(box, changed, atFirst = 1) {
    this.box = box;
    this.changed = changed;
    this.list = /** @type {HTMLElement} */ (box.querySelector(".row-list"));
    this.button = /** @type {HTMLButtonElement} */ (box.querySelector("[data-add]"));
    this.button.addEventListener("click", () => this.add().querySelector("input")?.focus());
    this.reach(atFirst);
  }

  /** @returns {HTMLElement} The new row, at the end. */
  add() {
    const row = this.#append();
    this.#number();
    this.changed();
    return row;
  }

  /**
   * Adds empty rows until there are so many; nobody is told, as no person has added them.
   *
   * @param {number} count
   */
  reach(count) {
    while (this.list.children.length < count) this.#append();
    this.#number();
  }

  /**
   * Takes rows away, and tells nobody.
   *
   * @param {(inputs: HTMLInputElement[]) => boolean} isLeft Whether a row stays.
   */
  keep(isLeft) {
    for (const row of [...this.list.children]) if (!isLeft(inputsOf(row))) row.remove();
    this.#number();
  }

  /** @returns {HTMLInputElement[][]} The inputs of each row. */
  get inputs() {
    return [...this.list.children].map(inputsOf);
  }

  clear() {
    this.list.replaceChildren();
    this.changed();
  }

  /** @returns {HTMLElement} */
  #append() {
    const template = /** @type {HTMLTemplateElement} */ (this.box.querySelector("template"));
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    row.querySelector("[data-remove]")?.addEventListener("click", () => this.#remove(row));
    this.list.append(row);
    return row;
  }

  /** @param {HTMLElement} row */
  #remove(row) {
    row.remove();
    this.#number();
    this.changed();
    this.button.focus();
  }

  #number() {
    const first = Number(this.box.dataset.first ?? 1);
    [...this.list.children].forEach((row, index) => {
      for (const place of row.querySelectorAll("[data-number]")) {
        place.textContent = String(index + 1);
      }
      for (const input of inputsOf(row)) {
        const number = index + first;
        input.name = `${this.box.dataset.name}.${number}.${input.dataset.field}`;
        input.id = input.name.replaceAll(".", "-");
        const label = row.querySelector(`label[data-for="${input.dataset.field}"]`);
        label?.setAttribute("for", input.id);
      }
    });
  }
}

/** @param {Element} row */
function inputsOf(row) {
  return [...row.querySelectorAll("input")];
}
