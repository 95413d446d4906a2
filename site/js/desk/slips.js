/** @import {Slip, Told} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { statusAddress } from "../address.js";
import { dayOf, today } from "../clock.js";
import { element, fill, focusOn, partIn } from "../dom.js";
import { day, moment } from "../format.js";
import { bringPart } from "../patience.js";
import { printAlone } from "../print-alone.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
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
    this.resume = /** @type {HTMLButtonElement} */ (partIn(this.part, "resume-button"));
    this.api = api;
    this.onError = onError;
    /** @type {Case | null} */
    this.record = null;
    this.linesLine = RetryLine.behind(partIn(this.part, "slip-lines"));
    this.bounceLine = RetryLine.behind(/** @type {HTMLElement} */ (this.bounce.closest("p")));
    this.resumeLine = RetryLine.behind(partIn(this.part, "resume"));
    this.bounce.addEventListener("click", () => resting(this.bounce, () => this.#bounced()));
    this.resume.addEventListener("click", () => resting(this.resume, () => this.#resumed()));
  }

  /** @param {Case} record */
  show(record) {
    const mayBounce = record.may_decide && record.mail === "used";
    this.part.hidden = record.slips.length === 0 && record.mail !== "bounced" && !mayBounce;
    partIn(this.part, "slip-hint").hidden = record.slips.length === 0;
    partIn(this.part, "bounce").hidden = !mayBounce;
    partIn(this.part, "bounced").hidden = record.mail !== "bounced";
    partIn(this.part, "resume").hidden = !record.may_decide || record.mail !== "bounced";
    for (const line of [this.linesLine, this.bounceLine, this.resumeLine]) line.end();
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
    const words = `（${day(dayOf(at))}）：${became}`;
    const line = element("li", { "data-slip": slip.name }, element("b", {}, title), words);
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
    button.addEventListener("click", () => resting(button, () => this.#tell(record, slip, how)));
    return button;
  }

  /** E-mail to her has come back. */
  #bounced() {
    return this.#say(this.bounceLine, false, "bounced");
  }

  /** It came back in error, or does so no more. */
  #resumed() {
    return this.#say(this.resumeLine, true, "bounce");
  }

  /**
   * @param {RetryLine} line
   * @param {boolean} isOver
   * @param {string} next What is shown then, in the place of the button.
   */
  async #say(line, isOver, next) {
    const { record } = this;
    if (!record) return;
    const say = () => this.api.bounced(record.receipt, isOver);
    await this.#keep(line, record, say, () => focusOn(partIn(this.part, next)));
  }

  /**
   * Kept first, then printed: nobody prints what nobody else can see was printed.
   *
   * @param {Case} record
   * @param {Slip} slip
   * @param {How} how
   */
  #tell(record, slip, how) {
    const tell = () => this.api.tell(record.receipt, slip.name, how);
    return this.#keep(this.linesLine, record, tell, () => {
      this.#focus(slip);
      if (how === "printed") this.#print(record.receipt, slip);
    });
  }

  /**
   * Has the service keep what was told, once: it is kept with its moment.
   *
   * @param {RetryLine} line
   * @param {Case} record
   * @param {() => Promise<Told>} keep
   * @param {() => void} then
   */
  #keep(line, record, keep, then) {
    return bringPart(line, keep, {
      show: (told) => {
        this.show({ ...record, ...told });
        then();
      },
      onSignedOut: this.onError,
      isWanted: () => this.record === record,
      most: 1,
    });
  }

  /** @param {Slip} slip Whose line was made anew. */
  #focus({ name }) {
    const line = this.part.querySelector(`[data-slip="${CSS.escape(name)}"]`);
    line?.querySelector("button")?.focus();
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
