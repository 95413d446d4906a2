/** @import {StaffApi} from "./staff-api.js" */
import { byId } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { missingIn } from "../missing.js";
import { ArchiveButton } from "./archive.js";

/** A copy of all that is kept of somebody, made for her as she has asked for it. */
export class PersonCopyForm {
  section = byId("person-copy", HTMLElement);
  form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
  reason = byId("person-copy-reason", HTMLTextAreaElement);
  verified = byId("person-copy-is_verified", HTMLInputElement);
  number = "";

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(api, onSignedOut) {
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    this.archive = new ArchiveButton(this.section, {
      mayMake: () => this.#isAnswered(),
      make: () => api.people.copy(this.number, this.reason.value, this.verified.checked),
      onMade: () => this.form.reset(),
      onSignedOut,
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  /**
   * Nothing stays of whom one asked for before.
   *
   * @param {string} number Whose; empty where none is to be made.
   */
  offer(number) {
    this.number = number;
    this.form.reset();
    this.summary.clear();
    this.archive.forget();
    this.section.hidden = number === "";
  }

  #isAnswered() {
    const faults = missingIn(this.form);
    if (faults.length > 0) this.summary.show(faults);
    else this.summary.clear();
    return faults.length === 0;
  }
}
