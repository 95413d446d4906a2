/** @import {ClaimStay} from "../contract.js" */
import { Rows } from "../rows.js";

/** The rows of stays in hospital; who is still there has no day of discharge. */
export class StayRows {
  /**
   * @param {HTMLElement} box As `Rows` takes it.
   * @param {() => void} [changed] Called after a row was added or taken away.
   */
  constructor(box, changed = () => {}) {
    this.rows = new Rows(box, changed, 0);
    box.addEventListener("change", () => this.#follow());
  }

  /** @returns {ClaimStay[]} Those whose admission is filled in. */
  get stays() {
    return [...this.rows.list.children].flatMap((row) => {
      const [admission, discharge, still] = inputsOf(row);
      if (!admission?.value) return [];
      const left = still?.checked ? "" : discharge?.value;
      return [{ admission: admission.value, discharge: left || null }];
    });
  }

  /** A first row, where there is none. */
  begin() {
    if (this.rows.list.children.length === 0) this.rows.add();
  }

  /** @param {ClaimStay[]} stays They take the place of what is there. */
  fill(stays) {
    this.rows.clear();
    for (const { admission, discharge } of stays) {
      const [from, to, still] = inputsOf(this.rows.add());
      if (from) from.value = admission;
      if (to) to.value = discharge ?? "";
      if (still) still.checked = discharge === null;
    }
    this.#follow();
  }

  #follow() {
    for (const row of this.rows.list.children) {
      const [, discharge, still] = inputsOf(row);
      if (discharge) discharge.disabled = still?.checked ?? false;
    }
  }
}

/**
 * @param {Element} row
 * @returns {HTMLInputElement[]} Admission, discharge, and the tick for a stay that goes on.
 */
function inputsOf(row) {
  return [...row.querySelectorAll("input")];
}
