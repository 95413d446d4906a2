/** @import {Fault} from "../fault.js" */
import { byId } from "../dom.js";
import { missingIn } from "../missing.js";

/**
 * What is done with the rows in the box.
 *
 * @typedef {object} Takers
 * @property {(text: string) => void} onRows They are to be checked.
 * @property {(faults: Fault[]) => void} onMissing There are none.
 * @property {() => void} onEdit They are being changed.
 */

/** A box for rows copied from a spreadsheet; they are read by the server, as files are. */
export class PastedRows {
  box = byId("pasted", HTMLTextAreaElement);

  /**
   * @param {Takers} takers
   */
  constructor({ onRows, onMissing, onEdit }) {
    const question = /** @type {HTMLElement} */ (this.box.closest(".question"));
    byId("check-pasted", HTMLButtonElement).addEventListener("click", () => {
      const faults = missingIn(question);
      if (faults.length > 0) onMissing(faults);
      else onRows(this.box.value);
    });
    this.box.addEventListener("input", onEdit);
  }

  focus() {
    this.box.focus();
  }
}
