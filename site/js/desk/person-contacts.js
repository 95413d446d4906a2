/** @import {KeptContacts} from "../../types/api.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { count, day } from "../format.js";
import { printAlone } from "../print-alone.js";
import { SentForm } from "./sent-form.js";

const WHO = { clerk: "经办人", former_clerk: "以前的经办人", reporter: "报案人" };

/** What lists and claims say of a clerk or reporter who has asked for it, by her phone. */
export class PersonContacts {
  section = byId("person-contacts", HTMLElement);
  phone = byId("person-contacts-phone", HTMLInputElement);
  verified = byId("person-contacts-is_verified", HTMLInputElement);
  sheet = partIn(this.section, "sheet");

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(api, onSignedOut) {
    const form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    form.addEventListener("submit", () => this.#clearFound());
    this.form = new SentForm(form, {
      status: partIn(this.section, "searching-contacts"),
      words: "正在查找…",
      ask: () => api.people.contacts(this.phone.value.trim(), this.verified.checked),
      done: (found) => this.#show(found),
      onSignedOut,
    });
    this.section.querySelector("[data-print]")?.addEventListener("click", () => {
      printAlone(this.sheet);
    });
  }

  /** @param {boolean} isShown Whether whoever is signed in answers people. */
  offer(isShown) {
    this.section.hidden = !isShown;
    this.form.reset();
    this.#clearFound();
  }

  /** Nothing stays of whom one asked for before. */
  clear() {
    this.form.forget();
    this.#clearFound();
  }

  #clearFound() {
    partIn(this.section, "found-contacts").hidden = true;
    partIn(this.section, "no-contacts").hidden = true;
  }

  /** @param {KeptContacts} found */
  #show({ on, contacts }) {
    if (contacts.length === 0) {
      reveal(partIn(this.section, "no-contacts"));
      return;
    }
    const records = contacts.map(({ receipt, what, name, phone, email, ...about }) =>
      element(
        "div",
        {},
        element("h3", {}, `${receipt}，${WHO[what]}`),
        element(
          "dl",
          { class: "facts" },
          ...factItems(
            given([
              ["姓名", name],
              ["电话", phone],
              ["电子邮箱", email],
              ["单位", `${about.unit_name}（${about.county}）`],
              ["现在", about.state_label],
              ["从哪天起", day(about.since)],
              ["最迟保存到", day(about.until)],
            ]),
          ),
        ),
      ),
    );
    fill(this.section, { contacts_on: day(on), contacts_count: count(contacts.length) });
    partIn(this.section, "contact-records").replaceChildren(...records);
    reveal(partIn(this.section, "found-contacts"));
  }
}
