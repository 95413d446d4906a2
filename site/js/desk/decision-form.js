/** @import {Fault} from "../fault.js" */
/** @import {AcceptRequest, Case, ReturnRequest} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { element, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { faultsOf } from "../problem.js";
import { keepDraft, recallDraft } from "./draft.js";
import { codeOf } from "./staff-api.js";
import { newsSince } from "./words.js";

/**
 * @typedef {object} Listeners
 * @property {StaffApi} api
 * @property {(roster: Case) => void} onDone Gets the roster as it is then.
 * @property {() => Promise<Case>} onConflict Looks at the roster anew, and gives it.
 * @property {(error: unknown) => void} onSignedOut
 */

/**
 * One decision on a roster: it is filled in, looked at once more, and done.
 *
 * @template {ReturnRequest | AcceptRequest} R
 * @abstract
 */
export class DecisionForm {
  /** @type {Case | null} */
  roster = null;

  /**
   * @param {"return" | "accept"} name
   * @param {HTMLElement} section
   * @param {Listeners} listeners
   */
  constructor(name, section, listeners) {
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
    this.next = /** @type {HTMLButtonElement} */ (section.querySelector("[type=submit]"));
    this.confirm = /** @type {HTMLButtonElement} */ (section.querySelector("[data-confirm]"));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#look();
    });
    this.form.addEventListener("input", () => keepDraft(this.#draft, this.typed));
    this.confirm.addEventListener("click", () => this.#decide());
    section.querySelector("[data-change]")?.addEventListener("click", () => this.#ask(true));
    section.querySelector("[data-cancel]")?.addEventListener("click", () => this.close(true));
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
   * @param {Case} _roster
   * @returns {Node[]}
   */
  says(_request, _roster) {
    throw new Error("not given");
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

  /** @param {Case} roster */
  open(roster) {
    const isOther = this.roster?.receipt !== roster.receipt;
    this.roster = roster;
    if (isOther) this.typed = recallDraft(this.#draft);
    this.conflict.hidden = true;
    this.next.disabled = false;
    this.summary.clear();
    this.#ask(false);
    reveal(this.section);
  }

  /** @param {boolean} [isCancelled] The focus goes back to where it was opened. */
  close(isCancelled = false) {
    this.section.hidden = true;
    const opener = document.querySelector(`[data-open="${this.name}"]`);
    if (isCancelled && opener instanceof HTMLElement) opener.focus();
  }

  get #draft() {
    return `${this.name}:${this.roster?.receipt}`;
  }

  /** @param {boolean} isBack The focus goes back to the button that led to the last look. */
  #ask(isBack) {
    this.questions.hidden = false;
    this.lastLook.hidden = true;
    if (isBack) this.next.focus();
  }

  #look() {
    const { roster } = this;
    if (!roster || this.next.disabled) return;
    this.summary.clear();
    const read = this.read();
    if ("faults" in read) {
      this.summary.show(read.faults);
      return;
    }
    partIn(this.lastLook, "says").replaceChildren(...this.says(read.request, roster));
    this.questions.hidden = true;
    this.lastLook.hidden = false;
    const heading = /** @type {HTMLElement} */ (this.lastLook.querySelector("h4"));
    heading.tabIndex = -1;
    heading.focus();
  }

  async #decide() {
    const read = this.read();
    const { roster } = this;
    if (!roster || "faults" in read || this.confirm.disabled) return;
    this.#setSending(true);
    try {
      const decided = await this.listeners.api.decide(roster, this.name, read.request);
      keepDraft(this.#draft, null);
      this.roster = null;
      this.listeners.onDone(decided);
    } catch (error) {
      await this.#failed(error, roster);
    } finally {
      this.#setSending(false);
    }
  }

  /**
   * @param {unknown} error
   * @param {Case} roster As it was decided on.
   */
  async #failed(error, roster) {
    if (error instanceof SignedOutError) {
      this.listeners.onSignedOut(error);
      return;
    }
    this.#ask(false);
    if (["staff.conflict", "staff.state"].includes(codeOf(error))) {
      await this.#tellConflict(error, roster);
    } else {
      this.summary.show(faultsOf(error instanceof ProblemError ? this.placed(error) : error));
    }
  }

  /**
   * @param {unknown} error
   * @param {Case} before
   */
  async #tellConflict(error, before) {
    const [said] = faultsOf(error);
    const now = await this.listeners.onConflict().catch(() => null);
    if (!now) {
      this.summary.show([said ?? fault(null, "")]);
      return;
    }
    this.roster = now;
    this.next.disabled = now.state !== "submitted";
    const news = newsSince(now.timeline, before.revision);
    const rest = this.next.disabled
      ? `现在是“${now.state_label}”，不用再办。您填写的内容还在下面，可以抄走。`
      : "您填写的内容还在，请看过最新情况再继续。";
    this.conflict.replaceChildren(
      element("h4", {}, "别人刚刚办理过，您这次的决定没有保存"),
      element("ul", {}, ...news.map((each) => element("li", {}, each))),
      element("p", {}, rest),
    );
    this.conflict.hidden = false;
    this.conflict.tabIndex = -1;
    this.conflict.focus();
  }

  /** @param {boolean} isSending */
  #setSending(isSending) {
    this.confirm.disabled = isSending;
    this.sending.textContent = isSending ? "正在保存，请不要关闭页面…" : "";
  }
}
