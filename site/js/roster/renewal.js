/** @import {LastList, List, RenewalReport} from "../contract.js" */
import { ProblemError } from "../api.js";
import { byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { missingIn } from "../missing.js";
import { patiently } from "../patience.js";
import { faultsOf } from "../problem.js";
import { callWithProof, callWithProofIfAsked } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";
import { typedDay } from "../typed-day.js";
import { here, keepHere, uploaded } from "./here/files.js";
import { comparison } from "./renewal-table.js";

/** The checked list beside last year's: asked for by whoever wants to know, and never needed. */
export class RenewalView {
  /** @type {List | null} */
  #list = null;
  file = byId("last-file", HTMLInputElement);
  receipt = byId("last-receipt", HTMLInputElement);
  accessCode = byId("last-code", HTMLInputElement);
  lastDay = byId("last-day", HTMLInputElement);
  /** Whether the service did not know it of the receipt, and it must be asked for. */
  #asksLastDay = false;

  /**
   * @param {HTMLDetailsElement} section
   * @param {HTMLFormElement} form Stands apart, as forms cannot stand in one another.
   */
  constructor(section, form) {
    this.section = section;
    this.form = form;
    this.summary = new ErrorSummary(byId("renewal-errors", HTMLElement), section);
    this.button = /** @type {HTMLButtonElement} */ (section.querySelector("[type=submit]"));
    this.status = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
    this.line = RetryLine.behind(this.status);
    this.result = /** @type {HTMLElement} */ (section.querySelector(".comparison"));
    section.addEventListener("change", () => this.#showSource());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.compare();
    });
  }

  /**
   * Last year's list is known already.
   *
   * @param {{receipt: string, access_code: string}} last
   */
  know({ receipt, access_code }) {
    this.receipt.value = receipt;
    this.accessCode.value = access_code;
    const source = this.form.elements.namedItem("last.source");
    if (source instanceof RadioNodeList) source.value = "receipt";
    this.#showSource();
  }

  /** @param {List} list The one that was checked. */
  offer(list) {
    this.clear();
    this.#list = list;
  }

  clear() {
    this.#list = null;
    this.summary.clear();
    this.result.hidden = true;
    this.result.replaceChildren();
  }

  async compare() {
    if (this.button.disabled || !this.#list) return;
    const list = this.#list;
    const day = this.#question().hidden ? { day: undefined } : typedDay(this.lastDay);
    const faults = [...missingIn(this.#source()), ...("faults" in day ? day.faults : [])];
    if (faults.length > 0 || "faults" in day) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.#setComparing(true);
    try {
      const report = await patiently(() => this.#ask(list, day.day), this.line);
      if (list === this.#list) this.#show(report);
    } catch (error) {
      this.#asksLastDay ||= isLastDayUnknown(error);
      this.#showSource();
      this.summary.show(faultsOf(error));
    } finally {
      this.#setComparing(false);
    }
  }

  /**
   * @param {List} list
   * @param {string | undefined} lastDay Undefined where the receipt's policy says it.
   * @returns {Promise<RenewalReport>}
   */
  async #ask(list, lastDay) {
    const file = this.#sourceName() === "file" ? this.file.files?.[0] : undefined;
    const found = file && (await here.compare(list, file, lastDay));
    if (found) return found;
    const checked = await uploaded(list);
    /** @param {LastList} last */
    const body = (last) => ({ this: checked, last, last_day: lastDay });
    if (file) {
      const sent = await uploaded({ upload_id: keepHere(file) });
      return callWithProofIfAsked("rosters/renewal", { body: body(sent) }, this.status);
    }
    const last = { receipt: this.receipt.value.trim(), access_code: this.accessCode.value.trim() };
    return callWithProof("rosters/renewal", { body: body(last) }, this.status);
  }

  /** @param {RenewalReport} report */
  #show(report) {
    this.result.replaceChildren(...comparison(report, () => this.#print()));
    reveal(this.result);
  }

  /** Paper gets the comparison alone. */
  #print() {
    const page = document.documentElement;
    page.classList.add("prints-comparison");
    addEventListener("afterprint", () => page.classList.remove("prints-comparison"), {
      once: true,
    });
    print();
  }

  #sourceName() {
    return new FormData(this.form).get("last.source");
  }

  /** @returns {HTMLElement} The questions of the chosen source. */
  #source() {
    const part = this.section.querySelector(`[data-source="${this.#sourceName()}"]`);
    return /** @type {HTMLElement} */ (part);
  }

  #showSource() {
    const chosen = this.#source();
    for (const part of this.section.querySelectorAll("[data-source]")) {
      /** @type {HTMLElement} */ (part).hidden = part !== chosen;
    }
    this.#question().hidden = this.#sourceName() === "receipt" && !this.#asksLastDay;
  }

  /** @returns {HTMLElement} The question about the last day. */
  #question() {
    return /** @type {HTMLElement} */ (this.lastDay.closest(".question"));
  }

  /** @param {boolean} comparing */
  #setComparing(comparing) {
    this.button.disabled = comparing;
    this.status.textContent = comparing ? "正在比对…" : "";
  }
}

/** @param {unknown} error */
function isLastDayUnknown(error) {
  if (!(error instanceof ProblemError)) return false;
  return (error.problem.findings ?? []).some(({ code }) => code === "renewal.last_day_missing");
}
