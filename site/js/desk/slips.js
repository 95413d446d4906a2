/** @import {Slip} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { statusAddress } from "../address.js";
import { dayOf, today } from "../clock.js";
import { element, fill, partIn } from "../dom.js";
import { day, moment } from "../format.js";
import { printAlone } from "../print-alone.js";
import { contactSlots } from "../slots.js";

/** @typedef {"printed" | "told"} How */

/** What is to be told on paper (通知单) of a case, because no e-mail tells it. */
export class Slips {
  /**
   * @param {HTMLElement} section Of the case.
   * @param {{api: StaffApi, onError: (error: unknown) => void}} surroundings
   */
  constructor(section, { api, onError }) {
    this.part = partIn(section, "slips");
    this.sheet = /** @type {HTMLTemplateElement} */ (this.part.querySelector("template"));
    this.api = api;
    this.onError = onError;
  }

  /** @param {{receipt: string, may_decide: boolean, slips: Slip[]}} record */
  show(record) {
    this.part.hidden = record.slips.length === 0;
    const lines = record.slips.map((slip) => this.#line(record, slip));
    partIn(this.part, "slip-lines").replaceChildren(...lines);
  }

  /**
   * @param {{receipt: string, may_decide: boolean, slips: Slip[]}} record
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
   * @param {{receipt: string, may_decide: boolean, slips: Slip[]}} record
   * @param {Slip} slip
   * @param {How} how
   */
  #button(words, record, slip, how) {
    const attributes = { type: "button", class: "copy screen-only" };
    const button = element("button", attributes, words);
    button.addEventListener("click", () => this.#tell(button, record, slip, how));
    return button;
  }

  /**
   * Kept first, then printed: nobody prints what nobody else can see was printed.
   *
   * @param {HTMLButtonElement} button
   * @param {{receipt: string, may_decide: boolean, slips: Slip[]}} record
   * @param {Slip} slip
   * @param {How} how
   */
  async #tell(button, record, slip, how) {
    button.disabled = true;
    try {
      const slips = await this.api.tell(record.receipt, slip.name, how);
      this.show({ ...record, slips });
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
