/** @import {PersonFound} from "../../types/api.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, fill, partIn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { day } from "../format.js";
import { missingIn } from "../missing.js";
import { showFailure } from "./failure.js";

/** Somebody's data are to be kept only (限制处理), as she has asked, or not so any more. */
export class PersonRestriction {
  section = byId("person-restriction", HTMLElement);
  form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
  reason = byId("person-restriction-reason", HTMLTextAreaElement);
  verified = byId("person-restriction-is_verified", HTMLInputElement);
  button = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
  number = "";
  isRestricted = false;

  /**
   * @param {StaffApi} api
   * @param {{onDone: (person: PersonFound) => void, onSignedOut: (error: unknown) => void}} listeners
   */
  constructor(api, { onDone, onSignedOut }) {
    this.api = api;
    this.onDone = onDone;
    this.onSignedOut = onSignedOut;
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /**
   * Nothing stays of whom one asked for before.
   *
   * @param {string} number Whose; empty where nothing is to be restricted.
   */
  offer(number) {
    this.number = number;
    this.form.reset();
    this.summary.clear();
    this.section.hidden = number === "";
  }

  /** @param {PersonFound} person As she was found. */
  show({ restricted_on }) {
    this.isRestricted = restricted_on !== null;
    fill(this.section, {
      now: restricted_on ? `从${day(restricted_on)}起限制处理。` : "现在没有限制处理。",
      act: restricted_on ? "解除限制处理" : "限制处理",
    });
  }

  async #send() {
    if (this.button.disabled) return;
    const faults = missingIn(this.form);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.button.disabled = true;
    const [{ number }, sending] = [this, partIn(this.section, "sending")];
    sending.textContent = "请稍等…";
    try {
      const done = await this.api.restrictPerson({
        id_number: number,
        what: this.isRestricted ? "lifted" : "restricted",
        reason: this.reason.value.trim(),
        is_verified: this.verified.checked,
      });
      if (this.number === number) this.onDone(done);
    } catch (error) {
      showFailure(error, this.summary, this.onSignedOut);
    } finally {
      this.button.disabled = false;
      sending.textContent = "";
    }
  }
}
