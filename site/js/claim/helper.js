/** @import {Fault} from "../fault.js" */
import { calendarOf } from "../calendar-file.js";
import { faultAt } from "../day-input.js";
import { byId, fill, partIn, reveal } from "../dom.js";
import { download } from "../download.js";
import { ErrorSummary } from "../error-summary.js";
import { followAnswers } from "../follow-answers.js";
import { answersIn } from "../form-answers.js";
import { reasonItem } from "../reasons.js";
import { inForce, judgeReport, RuleError } from "../rules/index.js";
import { isNeeded } from "./checklist.js";
import { claimOf } from "./answers.js";
import { CertificateQuestion } from "./certificate.js";
import { deadlineOf, deadlineWords } from "./deadline.js";
import { estimateOf } from "./estimate.js";
import { showEstimate } from "./estimate-view.js";
import { StayRows } from "./stay-rows.js";
import { faultsIn } from "./step-check.js";

/** What a woman has to do, by when and with whom, from a few answers on her own device. */
export class Helper {
  form = byId("helper-form", HTMLFormElement);
  answer = byId("helper-answer", HTMLElement);
  summary = new ErrorSummary(byId("helper-errors", HTMLElement), this.form);
  stays = new StayRows(byId("helper-stays", HTMLElement), () => this.forget());
  /** @type {string | null} */
  reportBy = null;
  /** Whether something was answered here that the report does not know yet. */
  isNew = true;

  /** @param {string} today ISO date. */
  constructor(today) {
    this.today = today;
    followAnswers(this.form);
    new CertificateQuestion(this.form, today);
    this.form.addEventListener("input", () => this.forget());
    byId("helper-calendar", HTMLButtonElement).addEventListener("click", ({ currentTarget }) =>
      this.#saveCalendar(/** @type {HTMLButtonElement} */ (currentTarget)),
    );
    this.answer.querySelector("[data-print]")?.addEventListener("click", () => print());
  }

  /** @returns {{answers: Record<string, string>, stays: import("../contract.js").ClaimStay[]}} */
  get given() {
    return { answers: answersIn(this.form), stays: this.stays.stays };
  }

  submit() {
    this.summary.clear();
    const faults = faultsIn(this.form, this.today);
    if (faults.length === 0) faults.push(...this.#reckon());
    if (faults.length > 0) this.summary.show(faults);
    else reveal(this.answer);
  }

  /** An answer to other questions than those shown would mislead. */
  forget() {
    this.isNew = true;
    this.answer.hidden = true;
  }

  /** @returns {Fault[]} */
  #reckon() {
    const { answers, stays } = this.given;
    const { diagnosis, cover, ...claim } = claimOf(answers, stays);
    const { disease = "", diagnosis_date: diagnosed = "" } = answersTo(diagnosis);
    this.#showDeadline(diagnosed);
    const known = { disease, diagnosis_date: diagnosed, specimen_date: null, ...cover };
    partIn(this.answer, "estimate").hidden = !disease;
    partIn(this.answer, "no-estimate").hidden = disease !== "";
    try {
      if (disease) {
        showEstimate(this.answer, estimateOf({ ...known, stays: claim.stays }, this.today));
      }
    } catch (error) {
      const isStay = error instanceof RuleError && error.code.startsWith("stay.");
      return [faultAt(isStay ? "stays.0.admission" : "cover.first_day", error)];
    }
    this.#showContact(answers["unit.county"] ?? "");
    this.#showPapers(answers.hospitalised === "yes");
    return [];
  }

  /** @param {string} diagnosed */
  #showDeadline(diagnosed) {
    const deadline = deadlineOf(diagnosed, this.today);
    this.reportBy = deadline.report_by;
    this.isSure = deadline.findings.length === 0;
    fill(this.answer, { deadline: deadlineWords(deadline, this.today) });
    const late = judgeReport(diagnosed, this.today, inForce(this.today));
    partIn(this.answer, "late").replaceChildren(...late.map((each) => reasonItem(each)));
    partIn(this.answer, "calendar").hidden = deadline.left < 0;
  }

  /** @param {string} county */
  #showContact(county) {
    const { content } = byId("contacts", HTMLTemplateElement);
    const contact = content.querySelector(`[data-county="${CSS.escape(county)}"]`);
    fill(this.answer, { contact_county: `${county}对接人` });
    partIn(this.answer, "contact").replaceChildren(...(contact?.cloneNode(true).childNodes ?? []));
  }

  /** @param {boolean} inHospital */
  #showPapers(inHospital) {
    /** @type {NodeListOf<HTMLElement>} */
    const all = byId("all-papers", HTMLElement).querySelectorAll("[data-kind]");
    const needed = [...all].filter(({ dataset }) => isNeeded(dataset.kind ?? "", inHospital));
    partIn(this.answer, "papers").replaceChildren(...needed.map((line) => line.cloneNode(true)));
  }

  /** @param {HTMLButtonElement} button Its words are those of the calendar. */
  #saveCalendar({ dataset }) {
    if (!this.reportBy) return;
    const uid = `report_by-${this.reportBy}@ankangbao`;
    const summary = (dataset.report_by ?? "") + (this.isSure ? "" : (dataset.provisional ?? ""));
    const event = { uid, day: this.reportBy, summary };
    download("ankangbao.ics", calendarOf([event], new Date()), "text/calendar");
  }
}

/**
 * @param {Record<string, string | null>} part
 * @returns {Record<string, string>}
 */
function answersTo(part) {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, value ?? ""]));
}
