/** @import {RosterState} from "../contract.js" */
import { attestedInWords, missingInWords, whoseInWords } from "../consents-in-words.js";
import { byId, element, fill, partIn } from "../dom.js";
import { fault } from "../fault.js";
import { missingIn } from "../missing.js";
import { NOT_ROWS, readRows } from "../row-numbers.js";
import { paperItem } from "./paper-item.js";
import { UnitPapersForm } from "./unit-papers-form.js";

/** A unit brings the consents that its people have signed, or attests that it keeps them. */
export class SignedConsentsForm extends UnitPapersForm {
  rows = byId("consent-rows", HTMLInputElement);
  /** @type {NodeListOf<HTMLFieldSetElement>} What is asked for each of both ways. */
  ways = this.form.querySelectorAll("fieldset[data-how]");

  /** @param {(roster: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    super("signed-consents", "consent-files", onDone);
    this.form.addEventListener("change", () => this.#show());
    // A form that is emptied has its answers a moment later.
    this.form.addEventListener("reset", () => setTimeout(() => this.#show()));
    this.#show();
  }

  get how() {
    return this.form.querySelector("[name=how]:checked")?.getAttribute("value");
  }

  #show() {
    for (const way of this.ways) way.hidden = way.disabled = way.dataset.how !== this.how;
  }

  /** @override */
  read() {
    const rows = readRows(this.rows.value);
    const faults = [...missingIn(this.form), ...(rows ? [] : [fault("rows", NOT_ROWS)])];
    const isBrought = this.how === "bring";
    if (isBrought) faults.push(...this.papers.faults);
    if (faults.length > 0) return { faults };
    const { attestation } = this.section.dataset;
    return { body: isBrought ? { rows, upload_ids: this.uploadIds } : { rows, attestation } };
  }
}

/**
 * What was brought or attested, and of whom there is nothing yet.
 *
 * @param {HTMLElement} section
 * @param {RosterState} roster
 */
export function showConsents(section, { consents, version, state }) {
  const { papers, attested, missing } = consents;
  const part = partIn(section, "consents");
  part.hidden = state === "withdrawn" || state === "closed";
  fill(part, { consents_missing: missingInWords(missing) });
  const items = [
    ...attested.map((each) => element("li", {}, attestedInWords(each, version))),
    ...papers.map((each) => paperItem(each, whoseInWords(each, version))),
  ];
  partIn(part, "consents-list").replaceChildren(...items);
  partIn(part, "consents-list").hidden = items.length === 0;
}
