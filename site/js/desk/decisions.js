/** @import {Decidable} from "./contract.js" */
/** @import {DecisionForm} from "./decision-form.js" */
import { recallOpenForm } from "./draft.js";

/**
 * The decisions on one case: the buttons that open their forms, of which one is open at most.
 *
 * @template {Decidable} C
 */
export class Decisions {
  /** @type {C | null} */
  record = null;

  /**
   * @param {HTMLElement} section Its `[data-open]` buttons name the forms.
   * @param {DecisionForm<any, C>[]} forms
   */
  constructor(section, forms) {
    this.section = section;
    this.forms = new Map(forms.map((form) => [form.name, form]));
    section.addEventListener("click", ({ target }) => {
      const opener = target instanceof Element && target.closest("[data-open]");
      if (opener instanceof HTMLElement) this.#open(opener);
    });
  }

  /**
   * Offers what may be decided now.
   *
   * @param {C} record
   */
  offer(record) {
    this.record = record;
    for (const opener of this.section.querySelectorAll("[data-open]")) {
      if (opener instanceof HTMLElement) opener.hidden = !this.#formOf(opener)?.isOpen(record);
    }
  }

  /** Opens the form again that was open when her session ended, with what she had typed. */
  resume() {
    const left = recallOpenForm();
    if (!left || left.receipt !== this.record?.receipt) return;
    const opener = this.section.querySelector(left.opener);
    if (opener instanceof HTMLElement && !opener.hidden) this.#open(opener);
  }

  /** Offers none until it is known what may be decided after the last one. */
  suspend() {
    this.close();
    this.record = null;
    for (const opener of this.section.querySelectorAll("[data-open]")) {
      if (opener instanceof HTMLElement) opener.hidden = true;
    }
  }

  close() {
    for (const form of this.forms.values()) form.close();
  }

  /** @param {HTMLElement} opener */
  #open(opener) {
    this.close();
    if (this.record) this.#formOf(opener)?.open(this.record, opener);
  }

  /** @param {HTMLElement} opener */
  #formOf({ dataset }) {
    return this.forms.get(dataset.open ?? "");
  }
}
