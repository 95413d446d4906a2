/** @import {List, RosterForm} from "../../contract.js" */
/** @import {Engine} from "../here/engine.js" */
import { ProblemError } from "../../api.js";
import { today } from "../../clock.js";
import { byId, partIn, reveal } from "../../dom.js";
import { ErrorSummary } from "../../error-summary.js";
import { fault } from "../../fault.js";
import { withArticle } from "../../finding.js";
import { showSheets } from "../../form-sheets.js";
import { count, day, yuan } from "../../format.js";
import { missingIn } from "../../missing.js";
import { faultsOf } from "../../problem.js";
import { drawnCode } from "../../qr-code.js";
import { resting } from "../../resting.js";
import { paymentSlots } from "../../slots.js";
import { readUnit } from "../unit-form.js";

const UNABLE = "这份名单在这里打印不了，请到有网络的电脑上提交以后打印。";

/**
 * @typedef {Pick<RosterForm, "unit_name" | "check_text" | "code" | "funding" | "people" | "premium" |
 *   "payment" | "rows"> & {plan: string}} OfflineForm As functions/rosters/offline_form.py makes it.
 */

/**
 * 附件2 of a list that is not submitted yet, to be stamped: it is known again by its people
 * (docs/decisions/0071-…). What is asked of the unit is kept nowhere.
 */
export class FormPrinting {
  form = byId("print-form", HTMLFormElement);
  printed = byId("printed", HTMLElement);
  button = /** @type {HTMLButtonElement} */ (partIn(this.form, "make"));
  summary = new ErrorSummary(partIn(this.form, "faults"), this.form);
  /** @type {{list: List, file: File | undefined} | null} */
  #brought = null;
  /** What is being made, or was: other answers are about another form. @type {object | null} */
  #asked = null;

  /**
   * @param {HTMLElement} main Says what of it is printed.
   * @param {Engine} engine
   */
  constructor(main, engine) {
    this.main = main;
    this.engine = engine;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#make();
    });
    // What has been made says something else then.
    this.form.addEventListener("input", () => this.#hide());
    partIn(this.printed, "print").addEventListener("click", () => window.print());
  }

  /**
   * A list that can be submitted as it is.
   *
   * @param {List} list
   * @param {File} [file]
   */
  offer(list, file) {
    this.#brought = { list, file };
    this.form.hidden = false;
  }

  /** Another list is looked at. */
  clear() {
    this.#brought = null;
    this.form.hidden = true;
    this.summary.clear();
    this.#hide();
  }

  #hide() {
    this.#asked = null;
    this.#tell("");
    this.printed.hidden = true;
    delete this.main.dataset.prints;
  }

  async #make() {
    const brought = this.#brought;
    if (!brought || this.button.disabled) return;
    const faults = missingIn(this.form);
    if (faults.length > 0) return this.summary.show(faults);
    this.summary.clear();
    this.#tell("正在做…");
    const { name, kind, funding } = readUnit(this.form);
    const asked = { ...brought.list, unit: { name, kind, funding } };
    this.#asked = asked;
    /** @type {import("../here/engine.js").Answer<OfflineForm>} */
    const { report, problem } = await resting(this.button, () =>
      this.engine.ask("print", asked, [brought.file]),
    );
    if (asked !== this.#asked) return undefined;
    this.#tell("");
    if (report) return this.#show(report);
    return this.summary.show(problem ? faultsOf(new ProblemError(problem)) : [fault(null, UNABLE)]);
  }

  /** @param {string} words */
  #tell(words) {
    partIn(this.form, "making").textContent = words;
  }

  /** @param {OfflineForm} form */
  #show(form) {
    const { check_text, premium, people, code } = form;
    const said = { check_text, people: count(people), premium: yuan(premium.amount) };
    const slots = {
      ...paymentSlots({ ...form, receipt: "" }),
      declared: withArticle(form.funding),
      plan: day(form.plan),
      printed_on: day(today()),
    };
    const drawn = { svg: drawnCode(code), says: check_text };
    showSheets(this.printed, form, { ...slots, ...said }, drawn);
    this.main.dataset.prints = "form";
    reveal(this.printed);
  }
}
