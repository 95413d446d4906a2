/** @import {Fault} from "../fault.js" */
/** @import {Decidable} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { byId, focusOn, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { failureIn, faultsOf } from "../problem.js";
import { resting } from "../resting.js";
import { isConflict, isOutdated, tellConflict } from "./conflict.js";
import { keepDraft, keepOpenForm, recallDraft } from "./draft.js";
import { wholeNumbersIn } from "./rule-faults.js";

/** What went wrong so nobody can put right by changing what was filled in. */
const NOT_HERS = new Set(/** @type {unknown[]} */ (["busy", "slow", "network", "fault"]));

/**
 * @template {Decidable} C
 * @typedef {object} Listeners
 * @property {StaffApi} api
 * @property {(record: C) => void | Promise<void>} onDone Gets the case as it is then.
 * @property {() => Promise<C>} onConflict Looks at the case anew, and gives it.
 * @property {(error: unknown) => void} onSignedOut
 */

/**
 * One decision on a case: it is filled in, looked at once more, and done.
 *
 * @template {object} R What the API takes.
 * @template {Decidable} C
 * @abstract
 */
export class DecisionForm {
  /** @type {C | null} */
  record = null;
  /** The draft that stands in the form. */
  opened = "";
  /** What is judged of what was typed, or open, before is not wanted any more. */
  #turn = 0;

  /**
   * @param {string} name Of the decision; the id of its section.
   * @param {Listeners<C>} listeners
   */
  constructor(name, listeners) {
    const section = byId(name, HTMLElement);
    this.name = name;
    this.section = section;
    this.listeners = listeners;
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    const box = /** @type {HTMLElement} */ (section.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    this.questions = partIn(section, "questions");
    this.lastLook = partIn(section, "last-look");
    this.conflict = partIn(section, "conflict");
    this.sending = partIn(section, "sending");
    this.judging = partIn(section, "judging");
    this.next = /** @type {HTMLButtonElement} */ (section.querySelector("[type=submit]"));
    this.confirm = /** @type {HTMLButtonElement} */ (section.querySelector("[data-confirm]"));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#look();
    });
    this.form.addEventListener("input", () => {
      this.#turn += 1;
      keepDraft(this.draft, this.typed);
    });
    this.confirm.addEventListener("click", () => this.#decide());
    section.querySelector("[data-change]")?.addEventListener("click", () => this.#ask(true));
    section.querySelector("[data-cancel]")?.addEventListener("click", () => this.close(true));
  }

  /**
   * @abstract
   * @param {C} _record
   * @returns {boolean} Whether she may decide this now.
   */
  isOpen(_record) {
    throw new Error("not given");
  }

  /**
   * Everything that was typed.
   *
   * @abstract
   * @returns {any}
   */
  get typed() {
    throw new Error("not given");
  }

  /** @param {any} _typed Null: nothing. */
  set typed(_typed) {
    throw new Error("not given");
  }

  /**
   * What was typed, as the API takes it.
   *
   * @abstract
   * @returns {{request: R} | {faults: Fault[]}}
   */
  read() {
    throw new Error("not given");
  }

  /**
   * What the decision will do, in words.
   *
   * @abstract
   * @param {R} _request
   * @param {C} _record
   * @returns {Node[]}
   */
  says(_request, _record) {
    throw new Error("not given");
  }

  /**
   * What is known to stand in the way before she is asked to confirm.
   *
   * @param {R} _request
   * @param {C} _record
   * @returns {Promise<Fault[]>}
   */
  async judge(_request, _record) {
    return [];
  }

  /**
   * Names the controls that a refusal is about.
   *
   * @param {ProblemError} error
   * @returns {ProblemError}
   */
  placed(error) {
    return error;
  }

  /**
   * @param {R} _request
   * @param {C} _record
   * @returns {Record<string, string>} What is sent with it besides the revision.
   */
  headersOf(_request, _record) {
    return {};
  }

  /**
   * @param {any} answer The case as it is then, or what was made with it.
   * @returns {void | Promise<void>}
   */
  finish(answer) {
    return this.listeners.onDone(answer);
  }

  /** What the decision is called in addresses, below the case. */
  get path() {
    return this.name;
  }

  /** Selects the button that opens the form. */
  get opener() {
    return `[data-open="${this.name}"]`;
  }

  get draft() {
    return `${this.path}:${this.record?.receipt}`;
  }

  /**
   * @param {C} record
   * @param {HTMLElement} _opener
   */
  open(record, _opener) {
    this.#turn += 1;
    this.record = record;
    if (this.opened !== this.draft) this.typed = recallDraft(this.draft);
    this.opened = this.draft;
    keepOpenForm({ receipt: record.receipt, opener: this.opener });
    this.conflict.hidden = true;
    this.next.disabled = false;
    this.summary.clear();
    this.#ask(false);
    reveal(this.section);
  }

  /** @param {boolean} [isCancelled] The focus goes back to where it was opened. */
  close(isCancelled = false) {
    this.#turn += 1;
    this.section.hidden = true;
    if (isCancelled) keepOpenForm(null);
    const opener = document.querySelector(this.opener);
    if (isCancelled && opener instanceof HTMLElement) opener.focus();
  }

  /** @param {boolean} isBack The focus goes back to the button that led to the last look. */
  #ask(isBack) {
    this.questions.hidden = false;
    this.lastLook.hidden = true;
    if (isBack) this.next.focus();
  }

  async #look() {
    const { record } = this;
    if (!record || this.next.disabled) return;
    this.summary.clear();
    const read = this.#read();
    if ("faults" in read) {
      this.summary.show(read.faults);
      return;
    }
    const turn = (this.#turn += 1);
    this.judging.textContent = "正在核对…";
    try {
      const faults = await resting(this.next, () => this.judge(read.request, record));
      if (turn !== this.#turn) return;
      if (faults.length > 0) this.summary.show(faults);
      else this.#showLastLook(read.request, record);
    } catch (error) {
      if (turn === this.#turn) await this.#failed(error, record);
    } finally {
      this.judging.textContent = "";
    }
  }

  /** @returns {{request: R} | {faults: Fault[]}} */
  #read() {
    const read = this.read();
    const faults = [...("faults" in read ? read.faults : []), ...wholeNumbersIn(this.questions)];
    return faults.length > 0 ? { faults } : read;
  }

  /**
   * @param {R} request
   * @param {C} record
   */
  #showLastLook(request, record) {
    partIn(this.lastLook, "says").replaceChildren(...this.says(request, record));
    this.questions.hidden = true;
    this.lastLook.hidden = false;
    const heading = /** @type {HTMLElement} */ (this.lastLook.querySelector("h4"));
    focusOn(heading);
  }

  async #decide() {
    const read = this.read();
    const { record } = this;
    if (!record || "faults" in read || this.confirm.disabled) return;
    this.summary.clear();
    this.#setSending(true);
    try {
      const { path } = this;
      const headers = this.headersOf(read.request, record);
      const decided = await this.listeners.api.decide(record, path, read.request, headers);
      keepDraft(this.draft, null);
      keepOpenForm(null);
      this.opened = "";
      await this.finish(decided);
    } catch (error) {
      await this.#failed(error, record);
    } finally {
      this.#setSending(false);
    }
  }

  /**
   * @param {unknown} error
   * @param {C} record As it was decided on.
   */
  async #failed(error, record) {
    if (error instanceof SignedOutError) {
      this.listeners.onSignedOut(error);
      return;
    }
    if (NOT_HERS.has(failureIn(error))) {
      // She confirms once more where she is; what was done before its answer was lost is done once.
      this.summary.show(faultsOf(error));
      return;
    }
    this.#ask(false);
    if (isConflict(error)) {
      await this.#tellConflict(error, record);
    } else {
      // Where the case cannot be had either, what was refused is told all the same.
      if (isOutdated(error)) await this.listeners.onConflict().catch(() => null);
      this.summary.show(faultsOf(error instanceof ProblemError ? this.placed(error) : error));
    }
  }

  /**
   * @param {unknown} error
   * @param {C} before
   */
  async #tellConflict(error, { revision }) {
    const [said] = faultsOf(error);
    const now = await this.listeners.onConflict().catch(() => null);
    if (!now) {
      this.summary.show([said ?? fault(null, "")]);
      return;
    }
    this.record = now;
    this.next.disabled = !this.isOpen(now);
    const rest = this.next.disabled
      ? `现在是“${now.state_label}”，不用再办。您填写的内容还在下面，可以抄走。`
      : "您填写的内容还在，请看过最新情况再继续。";
    tellConflict(this.conflict, { error, revision, now, rest });
  }

  /** @param {boolean} isSending */
  #setSending(isSending) {
    this.confirm.disabled = isSending;
    this.sending.textContent = isSending ? "正在保存，请不要关闭页面…" : "";
  }
}
