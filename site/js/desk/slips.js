/** @import {Slip, Told} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { statusAddress } from "../address.js";
import { dayOf, today } from "../clock.js";
import { element, fill, partIn } from "../dom.js";
import { day, moment } from "../format.js";
import { printAlone } from "../print-alone.js";
import { contactSlots } from "../slots.js";

/** @typedef {"printed" | "told"} How */
/** @typedef {Told & {receipt: string, may_decide: boolean}} Case */

/** What is to be told on paper (通知单) of a case, because no e-mail tells it. */
export class Slips {
  /**
   * @param {HTMLElement} section Of the case.
   * @param {{api: StaffApi, onError: (error: unknown) => void}} surroundings
   */
  constructor(section, { api, onError }) {
    this.part = partIn(section, "slips");
    this.sheet = /** @type {HTMLTemplateElement} */ (this.part.querySelector("template"));
    this.bounce = /** @type {HTMLButtonElement} */ (partIn(this.part, "bounce-button"));
    this.api = api;
    this.onError = onError;
    /** @type {Case | null} */
    this.record = null;
    this.bounce.addEventListener("click", () => this.#bounced());
  }

  /** @param {Case} record */
  show(record) {
    const mayBounce = record.may_decide && record.mail === "used";
    this.part.hidden = record.slips.length === 0 && record.mail !== "bounced" && !mayBounce;
    partIn(this.part, "slip-hint").hidden = record.slips.length === 0;
    partIn(this.part, "bounce").hidden = !mayBounce;
    partIn(this.part, "bounced").hidden = record.mail !== "bounced";
    this.bounce.disabled = false;
    this.record = record;
    const lines = record.slips.map((slip) => this.#line(record, slip));
    partIn(this.part, "slip-lines").replaceChildren(...lines);
  }

  /**
   * @param {Case} record
   * @param {Slip} slip
   */
  #line(record, slip) {
    const { title, at, why, is_told, told_at } = slip;
    const became = told_at ? `${moment(told_at)} ${why}` : why;
    const line = element("li", {}, element("b", {}, title), `（${day(dayOf(at))}）：${became}`);
    if (!record.may_decide) return line;
    line.append(" ", this.#button("打印通知单", record, slip, "printed"));
    if (!is_told) line.append(" ", this.#button("已经当面或者电话告知", record, slip, "told"));
    return line;
  }

  /**
   * @param {string} words
   * @param {Case} record
   * @param {Slip} slip
   * @param {How} how
   */
  #button(words, record, slip, how) {
    const attributes = { type: "button", class: "copy screen-only" };
    const button = element("button", attributes, words);
    button.addEventListener("click", () => this.#tell(button, record, slip, how));
    return button;
  }

  async #bounced() {
    const { record } = this;
    if (!record) return;
    this.bounce.disabled = true;
    try {
      const told = await this.api.bounced(record.receipt);
      if (this.record !== record) return;
      this.show({ ...record, ...told });
      const said = partIn(this.part, "bounced");
      said.tabIndex = -1;
      said.focus();
    } catch (error) {
      this.bounce.disabled = false;
      this.onError(error);
    }
  }

  /**
   * Kept first, then printed: nobody prints what nobody else can see was printed.
   *
   * @param {HTMLButtonElement} button
   * @param {Case} record
   * @param {Slip} slip
   * @param {How} how
   */
  async #tell(button, record, slip, how) {
    button.disabled = true;
    try {
      this.show({ ...record, ...(await this.api.tell(record.receipt, slip.name, how)) });
      if (how === "printed") this.#print(record.receipt, slip);
    } catch (error) {
      button.disabled = false;
      this.onError(error);
    }
  }

  /**
   * @param {string} receipt
   * @param {Slip} slip
   */
  #print(receipt, { title, message, fix, contact }) {
    const { content } = this.sheet;
    const sheet = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
    fill(sheet, {
      ...{ title, message, fix, receipt, ...contactSlots(contact) },
      status: statusAddress(receipt),
      printed_on: day(today()),
    });
    printAlone(sheet);
  }
}
