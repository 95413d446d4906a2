/** @import {Unit} from "../contract.js" */
/** @import {Errand} from "./errand.js" */
import { byId, partIn } from "../dom.js";
import { offerMail } from "../mail-offer.js";
import { missingIn } from "../missing.js";
import { forgetDraft, keepDraft, readUnit, writeUnit } from "./unit-form.js";

/** The first step: what is asked of the unit, and kept of its answers until the list is taken. */
export class UnitStep {
  part = byId("step-unit", HTMLElement);

  /**
   * @param {HTMLFormElement} form
   * @param {Errand} errand
   */
  constructor(form, errand) {
    this.form = form;
    this.errand = errand;
  }

  start() {
    const { unit, draft, storage, isReal } = this.errand;
    if (unit) writeUnit(this.form, unit);
    const isKept = keepDraft(this.form, draft, storage);
    byId("unit-kept", HTMLElement).hidden = !isKept || unit !== null;
    byId("forget-unit", HTMLButtonElement).addEventListener("click", () => {
      // Somebody else sits here next.
      this.forget();
      this.form.reset();
    });
    if (isReal) offerMail(this.part);
  }

  /**
   * Fills in what has come to be known of the unit, where she has not begun herself.
   *
   * @param {Unit | null} unit
   */
  offer(unit) {
    if (!unit || this.answers.name) return;
    writeUnit(this.form, unit);
    this.form.dispatchEvent(new Event("input"));
    partIn(byId("supplementing", HTMLElement), "filled").hidden = false;
  }

  /** Without the questions left open. */
  get answers() {
    return readUnit(this.form);
  }

  /** What is not answered yet. */
  faults() {
    return missingIn(this.part);
  }

  /** What was kept of the answers is not needed any more. */
  forget() {
    forgetDraft(this.errand.draft, this.errand.storage);
  }
}
