/** @import {ClaimReceipt, Problem} from "../contract.js" */
/** @import {Control} from "../error-summary.js" */
/** @import {PaperFile} from "../papers/paper-file.js" */
/** @import {Draft} from "./draft-store.js" */
/** @import {Errand, Given} from "./errand.js" */
/** @import {Step} from "./steps.js" */
import { ProblemError } from "../api.js";
import { readConsent } from "../consent.js";
import { byId, fill, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { followAnswers } from "../follow-answers.js";
import { answersIn, restoreAnswers } from "../form-answers.js";
import { askBeforeLeaving, openLinksBeside } from "../leaving.js";
import { offerMail } from "../mail-offer.js";
import { missingIn } from "../missing.js";
import { comeBack } from "../papers/paper-file.js";
import { Papers } from "../papers/papers.js";
import { patiently } from "../patience.js";
import { failureIn, faultsOf } from "../problem.js";
import { RetryLine } from "../retry-line.js";
import { SubmissionKeys } from "../submission-keys.js";
import { AccountHolder } from "./account-holder.js";
import { claimOf, isSelf } from "./answers.js";
import { CardNumber } from "./card-number.js";
import { CertificateQuestion } from "./certificate.js";
import { CheckView } from "./check-view.js";
import { isNeeded } from "./checklist.js";
import { deadlineOf, deadlineWords } from "./deadline.js";
import { DraftBox } from "./draft-box.js";
import { answersOn, givenPart, paperLines, stayLines } from "./given.js";
import { showClaimReceipt } from "./receipt.js";
import { LateQuestion } from "./late-question.js";
import { StayRows } from "./stay-rows.js";
import { faultsIn } from "./step-check.js";
import { StepView } from "./step-view.js";
import { CHECK, nextOf, stepNamed, stepOf, STEPS } from "./steps.js";

/** What is agreed to, confirmed or decided at the very end is not kept with a draft. */
const ONLY_NOW = /^(consent|confirm)\.|^leave_files$/;
const BANK = "bank";
const INSURED = "insured";
const UNKNOWN_UPLOAD = "upload.unknown";

/** The report in short steps, from the insured person to the receipt. */
export class Report {
  form = byId("claim-form", HTMLFormElement);
  checkSection = byId("step-check", HTMLElement);
  checkLine = RetryLine.behind(partIn(this.checkSection, "checking"));
  sending = byId("sending", HTMLElement);
  line = RetryLine.behind(this.sending);
  specimen = byId("specimen-date", HTMLInputElement);
  specimenUnknown = byId("specimen-unknown", HTMLInputElement);
  holder = byId("bank-account-holder", HTMLInputElement);
  account = new AccountHolder(this.holder);
  card = new CardNumber(byId("bank-card-number", HTMLInputElement));
  steps = new StepView(this.form);
  summary = new ErrorSummary(byId("claim-errors", HTMLElement), this.form, (control) =>
    this.#bring(control),
  );
  stays = new StayRows(byId("stays", HTMLElement), () => this.draft?.saveSoon());
  papers = new Papers(byId("paper-files", HTMLElement), () => this.#papersChanged());
  check = new CheckView(this.checkSection);
  keys = new SubmissionKeys();
  /** Whether she has come as far as the check, and only goes back to change something. */
  wasChecked = false;
  /** Whether the report is taken, and only its receipt is left to show. */
  isDone = false;
  isTouched = false;
  #checks = 0;

  /**
   * @param {Errand} errand
   * @param {{go: (step: Step | "start") => void, leave: () => void}} page `go` shows a step and
   *   notes it in the browser's history, `leave` puts an empty page in its place.
   */
  constructor(errand, { go, leave }) {
    this.errand = errand;
    this.go = go;
    // Browsers fill in again what stood here before; who comes next is somebody else perhaps.
    this.form.reset();
    this.follow = followAnswers(this.form);
    this.certificate = new CertificateQuestion(this.form, errand.today);
    this.late = new LateQuestion(errand.today);
    this.draft = new DraftBox(
      this.form,
      () => this.#snapshot(),
      () => {
        this.isTouched = false;
        leave();
      },
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.step === CHECK) this.submit();
      else this.forward();
    });
    this.form.addEventListener("input", () => (this.isTouched = true));
    this.form.addEventListener("change", () => this.#follow());
    this.steps.lead(go);
    askBeforeLeaving(() => errand.isReal && this.isTouched && !this.isDone && !this.draft.isKept);
    openLinksBeside(this.form);
    if (errand.isReal) offerMail(this.form);
    this.#follow();
  }

  /** @param {Given} given */
  take({ answers, stays, papers = [] }) {
    if (Object.keys(answers).length > 0) this.isTouched = true;
    restoreAnswers(this.form, answers);
    this.certificate.follow();
    if (stays.length > 0) this.stays.fill(stays);
    this.papers.restore(papers);
    this.#follow();
  }

  /**
   * @param {Draft} draft
   * @param {Map<string, File>} files
   * @returns {Step} Where she was.
   */
  restore(draft, files) {
    this.take({ answers: draft.answers, stays: draft.stays });
    this.keys = new SubmissionKeys(draft.keys);
    const now = Date.now();
    const papers = draft.papers.flatMap((paper) => {
      const file = files.get(paper.id);
      return file ? [comeBack({ ...paper, file }, this.papers.uploadHours, now)] : [];
    });
    this.draft.welcome(draft, files);
    this.papers.restore(papers);
    return stepNamed(draft.step);
  }

  /** @param {Step} step */
  show(step) {
    this.summary.fold();
    this.form.hidden = false;
    this.steps.show(step, this.wasChecked);
    this.#follow();
    reveal(this.steps.section(step));
    if (step === CHECK) this.look();
    this.draft.saveSoon();
  }

  hide() {
    this.form.hidden = true;
  }

  /** @returns {Step} The one that is shown. */
  get step() {
    return this.steps.shown;
  }

  get heading() {
    return this.steps.heading;
  }

  forward() {
    const faults = this.#faultsOn(this.step);
    if (faults.length === 0 && this.step === BANK) faults.push(...this.#doubts);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    this.go(nextOf(this.step));
  }

  /** Shows all that was answered, and has the server look at it. */
  async look() {
    this.wasChecked = true;
    this.papers.renew();
    this.#showGiven();
    this.errand.prepare();
    const faults = this.#openFaults();
    if (faults.length > 0) {
      this.check.clear();
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    await this.#ask();
    if (this.step === CHECK && this.check.errors.length > 0) this.summary.show(this.check.errors);
  }

  async submit() {
    if (this.steps.next.disabled) return;
    const faults = [
      ...this.#openFaults(),
      ...this.check.errors,
      ...this.check.unconfirmed,
      ...this.#unsentFaults(),
      ...missingIn(this.checkSection),
    ];
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.summary.clear();
    await this.#send();
  }

  async #send() {
    const { documents, received } = this.papers;
    const body = {
      ...this.#claim(),
      documents,
      confirmations: this.check.confirmations,
      consent: readConsent(this.checkSection),
    };
    this.#setSending(true);
    try {
      const key = this.keys.for(body);
      // A lost answer can be asked for again, also after the browser was closed.
      await this.draft.save();
      const send = () => this.errand.send(body, key, this.sending);
      await this.#accept(await patiently(send, this.line));
    } catch (error) {
      if (error instanceof ProblemError && !failureIn(error)) {
        this.#renewUnknown(error.problem, received);
        await this.#ask();
      }
      this.summary.show(faultsOf(error));
    } finally {
      this.#setSending(false);
    }
  }

  /** @param {ClaimReceipt} receipt */
  async #accept(receipt) {
    this.isDone = true;
    this.hide();
    showClaimReceipt(byId("receipt", HTMLElement), receipt, this.#claim());
    await this.draft.forget();
  }

  /** Asks the server what it thinks of the report, if nothing newer was asked meanwhile. */
  async #ask() {
    this.#checks += 1;
    const number = this.#checks;
    const words = partIn(this.checkSection, "checking");
    this.checkLine.end();
    words.textContent = "正在核对…";
    try {
      const documents = this.papers.received.map(({ kind }) => ({ kind }));
      const ask = () => this.errand.check({ ...this.#claim(), documents });
      const report = await patiently(ask, this.checkLine, {
        isWanted: () => number === this.#checks,
      });
      if (number !== this.#checks) return;
      const { today } = this.errand;
      const diagnosed = answersIn(this.form)["diagnosis.diagnosis_date"] ?? today;
      this.check.show(report, deadlineWords(deadlineOf(diagnosed, today), today));
    } catch (error) {
      if (number !== this.#checks) return;
      this.check.clear();
      if (failureIn(error)) this.checkLine.offer(error, () => this.#ask());
      else this.summary.show(faultsOf(error));
    } finally {
      if (number === this.#checks) words.textContent = "";
    }
  }

  /**
   * What storage does not know any more is brought again; the file is still here.
   *
   * @param {Problem} problem
   * @param {PaperFile[]} papers As they were sent.
   */
  #renewUnknown({ findings = [] }, papers) {
    const unknown = findings
      .filter(({ code }) => code === UNKNOWN_UPLOAD)
      .map(({ field }) => papers[Number(field?.split(".")[1])]);
    this.papers.renew((paper) => unknown.includes(paper));
  }

  #claim() {
    return claimOf(answersIn(this.form), this.stays.stays);
  }

  /** @returns {boolean} */
  get #wasInHospital() {
    return answersIn(this.form).hospitalised === "yes";
  }

  /** @param {Step} step */
  #faultsOn(step) {
    const faults = faultsIn(this.steps.section(step), this.errand.today);
    return step === BANK ? [...faults, ...this.card.faults] : faults;
  }

  /** What may be a slip on the step of the account, each said once. */
  get #doubts() {
    const answers = answersIn(this.form);
    const isAsked = answers.bank_when === "now";
    return [...this.card.doubts, ...(isAsked ? this.account.doubts(answers) : [])];
  }

  #openFaults() {
    return STEPS.flatMap((step) => this.#faultsOn(step));
  }

  #unsentFaults() {
    const number = this.papers.unsent.length;
    if (number === 0 || answersIn(this.form).leave_files) return [];
    const words = (this.checkSection.dataset.unsent ?? "").replace("{count}", String(number));
    return [fault("leave_files", words)];
  }

  #showGiven() {
    const parts = STEPS.map((step) => {
      const section = this.steps.section(step);
      return givenPart(section, this.#lines(step, section), () => this.go(step));
    });
    this.checkSection.querySelector(".given")?.replaceChildren(...parts);
  }

  /**
   * @param {Step} step
   * @param {HTMLElement} section
   * @returns {[string, string][]}
   */
  #lines(step, section) {
    if (step === "papers") return paperLines(this.papers.kinds, this.papers.files);
    const stays = step === "illness" && this.#wasInHospital ? stayLines(this.stays.stays) : [];
    return [...answersOn(section), ...stays];
  }

  /** What follows from an answer without being asked. */
  #follow() {
    this.follow();
    this.late.follow();
    const answers = answersIn(this.form);
    if (this.#wasInHospital) this.stays.begin();
    const payee = answers["bank.payee"] ?? INSURED;
    this.papers.askFor((kind) => isNeeded(kind, this.#wasInHospital, payee !== INSURED));
    this.specimen.disabled = this.specimenUnknown.checked;
    if (this.specimenUnknown.checked) this.specimen.value = "";
    this.#fillHolder(answers.bank_when === "now" && payee === INSURED, answers["insured.name"]);
    /** @type {HTMLElement | null} */
    const self = this.form.querySelector("[data-self]");
    if (self) self.hidden = !isSelf(answers);
  }

  /**
   * Her own name, until somebody else is to be paid.
   *
   * @param {boolean} isHers
   * @param {string} [name]
   */
  #fillHolder(isHers, name = "") {
    if (isHers && !this.holder.value) this.holder.value = name;
    if (!isHers && this.holder.value === name) this.holder.value = "";
  }

  #papersChanged() {
    this.isTouched = true;
    const number = this.papers.unsent.length;
    partIn(this.checkSection, "unsent").hidden = number === 0;
    fill(this.checkSection, { unsent: String(number) });
    if (this.step === CHECK) this.#showGiven();
    this.draft.saveSoon();
  }

  /** @returns {{draft: Draft, files: Map<string, File>}} */
  #snapshot() {
    const { files } = this.papers;
    const answers = Object.entries(answersIn(this.form)).filter(([name]) => !ONLY_NOW.test(name));
    return {
      draft: {
        savedAt: Date.now(),
        step: this.step,
        answers: Object.fromEntries(answers),
        stays: this.stays.stays,
        papers: files.map(({ file: _file, ...paper }) => paper),
        keys: this.keys.entries,
      },
      files: new Map(files.map(({ id, file }) => [id, file])),
    };
  }

  /**
   * To the step with an input, from the list of what is wrong.
   *
   * @param {Control} control
   */
  #bring(control) {
    const step = stepOf(control.name);
    if (step !== this.step) this.go(step);
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.steps.next.disabled = sending;
    this.sending.textContent = sending ? "正在提交，请不要关闭页面…" : "";
  }
}
