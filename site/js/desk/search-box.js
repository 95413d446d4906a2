import { partIn } from "../dom.js";

/** So long somebody may type on before what she has typed is searched for, in ms. */
const STILL_TYPING = 400;
/** Of one sign too much would be found to search for it unasked. */
const FEWEST = 2;
const PERHAPS_AN_ID_NUMBER = /^[0-9]{15}/;
const ID_NUMBER = /^[0-9]{17}[0-9x]$/i;

/** The search box of a queue: it searches as one types, and leaves ID numbers to the search for people. */
export class SearchBox {
  isTyping = false;
  waiting = 0;

  /**
   * @param {HTMLElement} section
   * @param {(words: string, isTyped: boolean) => void} onSearch `isTyped`: nobody has asked for it,
   *   and she types on.
   * @param {(number: string) => void} onIdNumber
   */
  constructor(section, onSearch, onIdNumber) {
    this.section = section;
    this.onSearch = onSearch;
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.q = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#stopTyping();
      const { words } = this;
      if (!ID_NUMBER.test(words.replace(/\s/g, ""))) return onSearch(words, false);
      this.q.value = "";
      onIdNumber(words);
    });
    this.q.addEventListener("input", (event) => {
      // Of Chinese the letters are typed first, which nobody searches for.
      if (!(/** @type {InputEvent} */ (event).isComposing)) this.#typed();
    });
    this.q.addEventListener("compositionend", () => this.#typed());
  }

  get words() {
    return this.q.value.trim();
  }

  /** @param {string} words What is searched for by now; who types on is not interrupted. */
  show(words) {
    if (!this.isTyping) this.q.value = words;
  }

  /** @returns {string} What can be searched for, as the form says it. */
  get searchable() {
    const parts = [...partIn(this.section, "searchable").childNodes];
    const offered = parts.filter((part) => !(part instanceof HTMLElement && part.hidden));
    return offered.map(({ textContent }) => textContent).join("");
  }

  /** @param {{byContact: boolean, byIdNumber: boolean}} terms What she may search by besides. */
  offer({ byContact, byIdNumber }) {
    partIn(this.section, "by-contact").hidden = !byContact;
    partIn(this.section, "by-id-number").hidden = !byIdNumber;
  }

  #stopTyping() {
    clearTimeout(this.waiting);
    this.isTyping = false;
  }

  #typed() {
    this.#stopTyping();
    this.isTyping = true;
    this.waiting = window.setTimeout(() => {
      this.isTyping = false;
      const { words } = this;
      if (this.section.hidden || PERHAPS_AN_ID_NUMBER.test(words)) return;
      if (words.length === 0 || words.length >= FEWEST) this.onSearch(words, true);
    }, STILL_TYPING);
  }
}
