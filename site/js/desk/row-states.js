/** @import {AcceptForm} from "./accept-form.js" */
/** @import {Case, RowStates} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { wordsOf } from "../finding.js";
import { count } from "../format.js";
import { faultsOf } from "../problem.js";
import { RetryLine } from "../retry-line.js";
import { onChosen, readFromFile } from "./sent-file.js";

/**
 * The insurer's file: whom she does not insure stands in it, and is filled into the form that
 * accepts the list. Nothing of it is decided before that form is sent.
 */
export class RowStatesPicker {
  receipt = "";

  /**
   * @param {AcceptForm} form
   * @param {StaffApi} api
   */
  constructor(form, api) {
    this.form = form;
    this.api = api;
    const part = partIn(form.section, "row-states");
    this.said = partIn(part, "read");
    this.line = RetryLine.behind(this.said);
    this.notes = partIn(part, "notes");
    this.input = /** @type {HTMLInputElement} */ (part.querySelector("input"));
    onChosen(this.input, ([file]) => this.#read(file));
  }

  /**
   * What was read belongs to the list that was open then.
   *
   * @param {Case} roster
   */
  forget({ receipt }) {
    if (receipt === this.receipt) return;
    this.receipt = receipt;
    this.line.end();
    this.said.textContent = "";
    this.notes.replaceChildren();
  }

  /** @param {File} file */
  async #read(file) {
    const { receipt } = this;
    this.said.textContent = `正在读：${file.name}`;
    this.notes.replaceChildren();
    try {
      const ask = (/** @type {string} */ id) => this.api.rowStates(receipt, id);
      const isWanted = () => receipt === this.receipt;
      const { found } = await readFromFile(file, ask, this.line, { isWanted });
      if (isWanted()) this.#show(file.name, found);
    } catch (error) {
      if (receipt !== this.receipt) return;
      this.said.textContent = `没有读入：${file.name}`;
      this.notes.replaceChildren(...faultsOf(error).map(({ text }) => problem(text)));
    }
  }

  /**
   * @param {string} name
   * @param {RowStates} states
   */
  #show(name, states) {
    this.form.refuse(states.refusals);
    this.said.textContent = `已读入：${name}。${statesInWords(states)}`;
    this.notes.replaceChildren(...states.findings.map((each) => problem(wordsOf(each))));
  }
}

/**
 * @param {Pick<RowStates, "refusals" | "accepted" | "without_state">} states
 * @returns {string} 承保 7 人，拒保 2 人，1 人没有写审核结果。
 */
export function statesInWords({ refusals, accepted, without_state }) {
  const silent = without_state > 0 ? `，${count(without_state)} 人没有写审核结果` : "";
  return `承保 ${count(accepted)} 人，拒保 ${count(refusals.length)} 人${silent}。`;
}

/** @param {string} words */
function problem(words) {
  return element("li", { "data-severity": "error" }, words);
}
