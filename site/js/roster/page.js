/** @import {List, Report, Submission, Unit} from "../contract.js" */
/** @import {Attempt} from "./file-picker.js" */
import { call, ProblemError } from "../api.js";
import { readConsent } from "../consent.js";
import { byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { concernsUnit } from "../finding.js";
import { Later } from "../later.js";
import { count } from "../format.js";
import { missingIn } from "../missing.js";
import { fault } from "../fault.js";
import { faultsOf } from "../problem.js";
import { InsecurePageError, isSecurePage, prepareProof } from "../proof-of-work.js";
import { upload } from "../upload.js";
import { startCorrection } from "./correction.js";
import { FilePicker } from "./file-picker.js";
import { FirstSubmission } from "./first-submission.js";
import { MarkedUpList } from "./marked-up.js";
import { MendingPanel } from "./mending/panel.js";
import { PastedRows } from "./pasted-rows.js";
import { RenewalView } from "./renewal.js";
import { ReportView } from "./report.js";
import { forgetDraft, keepDraft, readUnit, writeUnit } from "./unit-form.js";

/**
 * What a list is brought for.
 *
 * @typedef {object} Errand
 * @property {string} draft Under which name the unit's answers are kept in this tab.
 * @property {Unit | null} unit What is known about the unit already.
 * @property {(submission: Submission, status: HTMLElement) => Promise<() => void>} send Hands the
 *   list in; gives what shows the outcome.
 */

/** After the last change in the page; every check reads the whole list again. */
const CHECK_AFTER_MS = 800;
const NOT_JUDGED = "刚才的改动还没有核对成。改动都在，请稍后再提交一次。";

/** The four steps from a unit's list to a receipt. */
class RosterPage {
  form = byId("roster-form", HTMLFormElement);
  unit = byId("step-unit", HTMLElement);
  submitStep = byId("step-submit", HTMLElement);
  button = byId("submit-roster", HTMLButtonElement);
  sending = byId("sending", HTMLElement);
  summary = new ErrorSummary(byId("error-summary", HTMLElement), this.form);
  report = new ReportView(byId("step-check", HTMLElement));
  markedUp = new MarkedUpList(byId("marked-up", HTMLElement), (error) =>
    this.summary.show(faultsOf(error)),
  );
  picker = new FilePicker(byId("step-list", HTMLElement), (file) => this.take(file));
  pasted = new PastedRows({
    onRows: (text) => this.takeText(text),
    onMissing: (faults) => this.summary.show(faults),
    onEdit: () => this.forgetText(),
  });
  renewal = new RenewalView(
    byId("renewal", HTMLDetailsElement),
    byId("renewal-form", HTMLFormElement),
  );
  mending = new MendingPanel(byId("mending", HTMLElement), () => this.changeList());
  again = new Later(() => this.checkAgain(), CHECK_AFTER_MS);
  /** As it was brought, without what was changed on the page. @type {List | null} */
  brought = null;
  /** @type {List | null} */
  list = null;

  /** @param {Errand} errand */
  constructor(errand) {
    this.errand = errand;
  }

  start() {
    if (this.errand.unit) writeUnit(this.form, this.errand.unit);
    keepDraft(this.form, this.errand.draft);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.unit.addEventListener("change", () => this.checkUnitAgain());
    byId("choose-again", HTMLButtonElement).addEventListener("click", () => this.chooseAgain());
    byId("opening", HTMLElement).hidden = true;
    this.form.hidden = false;
    if (!isSecurePage()) this.summary.show(faultsOf(new InsecurePageError()));
  }

  /** @param {File} file */
  async take(file) {
    const attempt = this.picker.begin(file);
    await this.check(attempt, "upload_id", async () => ({
      upload_id: (await upload(file, "roster", (sent) => attempt.sent(sent))).upload_id,
    }));
  }

  /** @param {string} text */
  async takeText(text) {
    await this.check(this.picker.beginWithout("粘贴的名单"), "text", async () => ({ text }));
  }

  /** What was checked is no longer what stands in the box. */
  forgetText() {
    if (!this.list || !("text" in this.list)) return;
    this.picker.forget();
    this.forgetList();
  }

  /** To the place from which the list came. */
  chooseAgain() {
    if (this.list && "text" in this.list) this.pasted.focus();
    else this.picker.ask();
  }

  /**
   * Brings a list and checks it; one that is brought meanwhile takes its place.
   *
   * @param {Attempt} attempt
   * @param {string} field The input that it comes from: there it is put right if that fails.
   * @param {() => Promise<List>} bring
   */
  async check(attempt, field, bring) {
    this.forgetList();
    try {
      const list = await bring();
      attempt.checking();
      const report = await this.judge(list);
      if (!attempt.isLatest) return;
      this.brought = list;
      attempt.done();
      prepareProof();
      this.show(report, list);
      reveal(this.report.body);
    } catch (error) {
      if (!attempt.isLatest) return;
      attempt.failed();
      this.summary.show(faultsOf(error).map(({ title, text }) => fault(field, text, title)));
    }
  }

  /**
   * @param {Report} report
   * @param {List} list What was reported on.
   */
  show(report, list) {
    this.list = list;
    this.report.show(report);
    this.mending.show(report);
    this.markedUp.offer(report, list);
    this.renewal.offer(list);
  }

  /** Something was changed on the page: all of it is judged again, a moment later. */
  changeList() {
    if (!this.brought) return;
    this.list = { ...this.brought, ...this.mending.asked };
    this.again.soon();
  }

  /** @returns {Promise<boolean>} Whether what is shown is true of the list as it is now. */
  async checkAgain() {
    const { list } = this;
    if (!list) return true;
    try {
      const report = await this.judge(list);
      if (list !== this.list) return true;
      this.show(report, list);
      this.mending.say(resultOf(report));
      return true;
    } catch (error) {
      this.mending.say(
        faultsOf(error)
          .map(({ text }) => text)
          .join(""),
      );
      return false;
    }
  }

  forgetList() {
    this.again.forget();
    this.brought = null;
    this.list = null;
    this.mending.begin();
    this.report.clear();
    this.markedUp.clear();
    this.renewal.clear();
    this.summary.clear();
  }

  /**
   * @param {List} list
   * @returns {Promise<Report>}
   */
  async judge(list) {
    if (missingIn(this.unit).length > 0) return call("rosters/check", { body: list });
    try {
      return await call("rosters/check", { body: { ...list, unit: readUnit(this.form) } });
    } catch (error) {
      if (!isAboutUnit(error)) throw error;
      // The list can be looked at all the same; what is wrong with the unit is said at the end.
      return call("rosters/check", { body: list });
    }
  }

  /** What was said about the unit changes with its answers, not only with the file. */
  async checkUnitAgain() {
    const { list } = this;
    if (!list || missingIn(this.unit).length > 0) return;
    const report = await this.judge(list).catch(() => null);
    if (report && list === this.list) this.show(report, list);
  }

  async submit() {
    if (this.button.disabled) return;
    this.setSending(true);
    const isJudged = await this.again.settled();
    this.setSending(false);
    const faults = [
      ...(isJudged ? [] : [fault("upload_id", NOT_JUDGED)]),
      ...missingIn(this.unit),
      ...this.report.faults(),
      ...missingIn(this.submitStep),
    ];
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    if (this.list) await this.send(this.submission(this.list));
  }

  /** @param {Submission} submission */
  async send(submission) {
    this.setSending(true);
    try {
      if (!isSecurePage()) throw new InsecurePageError();
      const showOutcome = await this.errand.send(submission, this.sending);
      forgetDraft(this.errand.draft);
      this.form.hidden = true;
      byId("before-form", HTMLElement).hidden = true;
      showOutcome();
    } catch (error) {
      this.summary.show(faultsOf(error));
    } finally {
      this.setSending(false);
    }
  }

  /**
   * @param {List} list
   * @returns {Submission}
   */
  submission(list) {
    return {
      ...list,
      unit: readUnit(this.form),
      exclude_rows: [...(list.exclude_rows ?? []), ...this.report.excludedRows()],
      confirmations: this.report.confirmations(),
      consent: readConsent(this.submitStep),
    };
  }

  /** @param {boolean} sending */
  setSending(sending) {
    this.button.disabled = sending;
    this.sending.textContent = sending ? "正在提交，请不要关闭页面…" : "";
  }
}

/** @param {Report} report */
function resultOf({ counts: { people, errors } }) {
  const rest = errors > 0 ? `还有 ${count(errors)} 处必须改` : "没有必须改的了";
  return `已重新核对：可参加 ${count(people)} 人，${rest}。`;
}

/** @param {unknown} error */
function isAboutUnit(error) {
  return error instanceof ProblemError && (error.problem.findings ?? []).some(concernsUnit);
}

if (new URLSearchParams(location.search).has("receipt")) {
  startCorrection((correction) => {
    const page = new RosterPage(correction);
    correction.onLookedAgain = () => page.summary.clear();
    page.start();
  });
} else {
  new RosterPage(new FirstSubmission()).start();
}
