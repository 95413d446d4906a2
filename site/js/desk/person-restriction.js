/** @import {PersonFound} from "../../types/api.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, fill, partIn } from "../dom.js";
import { day } from "../format.js";
import { SentForm } from "./sent-form.js";

/**
 * Somebody's data are to be kept only (限制处理), as she has asked, or not so any more; or somebody
 * has looked at it again, and it goes on.
 */
export class PersonRestriction {
  section = byId("person-restriction", HTMLElement);
  reason = byId("person-restriction-reason", HTMLTextAreaElement);
  verified = byId("person-restriction-is_verified", HTMLInputElement);
  number = "";
  isRestricted = false;
  again = partIn(this.section, "again");

  /**
   * @param {StaffApi} api
   * @param {{onDone: (person: PersonFound) => void, onSignedOut: (error: unknown) => void}} listeners
   */
  constructor(api, { onDone, onSignedOut }) {
    this.api = api;
    const form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.form = new SentForm(form, {
      status: partIn(this.section, "sending"),
      words: "请稍等…",
      ask: () => this.#ask(this.isRestricted ? "lifted" : "restricted"),
      done: onDone,
      onSignedOut,
    });
    this.again.addEventListener("click", () => this.form.send(() => this.#ask("kept")));
  }

  /**
   * Nothing stays of whom one asked for before.
   *
   * @param {string} number Whose; empty where nothing is to be restricted.
   */
  offer(number) {
    this.number = number;
    this.form.reset();
    this.section.hidden = number === "";
  }

  /** @param {PersonFound} person As she was found. */
  show({ restricted_on }) {
    this.isRestricted = restricted_on !== null;
    this.again.hidden = !this.isRestricted;
    fill(this.section, {
      now: restricted_on ? `从${day(restricted_on)}起限制处理。` : "现在没有限制处理。",
      act: restricted_on ? "解除限制处理" : "限制处理",
    });
  }

  /** @param {"restricted" | "lifted" | "kept"} what */
  #ask(what) {
    return this.api.people.restrict({
      id_number: this.number,
      what,
      reason: this.reason.value.trim(),
      is_verified: this.verified.checked,
    });
  }
}
