/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {Record<string, string>} Entry What stands in the controls of one entry, by field. */

/** Groups of controls to which a person adds, and from which she takes away. */
export class EntryList {
  /**
   * @param {HTMLElement} box With an `.entry-list`, a template of one entry, a `data-add` button,
   *   and in `data-least` how many there are at least. Controls of the first entry are named
   *   `<data-name of the box>.0.<data-field of the control>`, as the API names them.
   */
  constructor(box) {
    this.box = box;
    this.least = Number(box.dataset.least);
    this.list = /** @type {HTMLElement} */ (box.querySelector(".entry-list"));
    this.button = /** @type {HTMLButtonElement} */ (box.querySelector("[data-add]"));
    this.button.addEventListener("click", () => {
      controlsOf(this.add())[0]?.focus();
      this.#changed();
    });
    this.values = [];
  }

  /** @returns {Entry[]} */
  get values() {
    return [...this.list.children].map((entry) =>
      Object.fromEntries(
        controlsOf(entry).map(({ dataset, value }) => [dataset.field ?? "", value.trim()]),
      ),
    );
  }

  /** @param {Entry[]} entries */
  set values(entries) {
    this.list.replaceChildren();
    for (const entry of entries) this.add(entry);
    while (this.list.children.length < this.least) this.add();
  }

  /**
   * @param {Entry} [values]
   * @returns {HTMLElement} The new entry, at the end.
   */
  add(values = {}) {
    const template = /** @type {HTMLTemplateElement} */ (this.box.querySelector("template"));
    const entry = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    for (const control of controlsOf(entry))
      control.value = values[control.dataset.field ?? ""] ?? "";
    entry.querySelector("[data-remove]")?.addEventListener("click", () => this.#remove(entry));
    this.list.append(entry);
    this.#number();
    return entry;
  }

  /** @param {HTMLElement} entry */
  #remove(entry) {
    entry.remove();
    this.#number();
    this.button.focus();
    this.#changed();
  }

  /** To whoever keeps what was typed, an entry more or less is as if it had been typed. */
  #changed() {
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #number() {
    const entries = [...this.list.children];
    entries.forEach((entry, index) => {
      for (const place of entry.querySelectorAll("[data-number]")) {
        place.textContent = String(index + 1);
      }
      for (const control of controlsOf(entry)) {
        control.name = `${this.box.dataset.name}.${index}.${control.dataset.field}`;
        control.id = control.name.replaceAll(".", "-");
        const label = entry.querySelector(`label[data-for="${control.dataset.field}"]`);
        label?.setAttribute("for", control.id);
      }
      const remove = entry.querySelector("[data-remove]");
      if (remove instanceof HTMLElement) remove.hidden = entries.length <= this.least;
    });
  }
}

/**
 * @param {Element} entry
 * @returns {Control[]}
 */
function controlsOf(entry) {
  return [...entry.querySelectorAll("[data-field]")].map((each) => /** @type {Control} */ (each));
}
