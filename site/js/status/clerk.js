/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { offerMail } from "../mail-offer.js";
import { missingIn } from "../missing.js";
import { RosterForm } from "./roster-form.js";

/** A unit says who is the clerk of its list from now on. */
export class ClerkForm extends RosterForm {
  name = byId("clerk-contact_name", HTMLInputElement);
  phone = byId("clerk-phone", HTMLInputElement);
  email = byId("clerk-email", HTMLInputElement);

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    super("clerk", "clerk", onDone);
    this.section.addEventListener("toggle", () => offerMail(this.form), { once: true });
  }

  /**
   * @override
   * @param {RosterState} roster One that has ended has no clerk to come.
   */
  isOpen({ state }) {
    return state !== "withdrawn" && state !== "closed";
  }

  /** @override */
  read() {
    const faults = missingIn(this.form);
    if (faults.length > 0) return { faults };
    const [contact_name, phone, email] = [this.name, this.phone, this.email].map(({ value }) =>
      value.trim(),
    );
    return { body: { contact_name, phone, email } };
  }
}
