/** @import {Fault} from "../fault.js" */
/** @import {Claim, ClaimPaper, SendBackRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element, fill } from "../dom.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";
import { labelOf } from "./picked-article.js";
import { offerReadyWords } from "./ready-words.js";
import { OPEN_CLAIMS } from "./words.js";
import { withBasis } from "../sentence.js";

/**
 * A paper goes back: she is to bring another one.
 *
 * @extends {DecisionForm<SendBackRequest, Claim>}
 */
export class SendBackForm extends DecisionForm {
  /** @type {ClaimPaper | null} */
  paper = null;

  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("send-back", listeners);
    offerReadyWords(this.questions);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, state }) {
    return may_decide && OPEN_CLAIMS.includes(state);
  }

  /** @override */
  get path() {
    return `documents/${this.paper?.document_id}/send-back`;
  }

  /** @override */
  get opener() {
    return `${super.opener}[data-document="${CSS.escape(this.paper?.document_id ?? "")}"]`;
  }

  /**
   * @override
   * @param {Claim} claim
   * @param {HTMLElement} opener
   */
  open(claim, opener) {
    const { document: id } = opener.dataset;
    this.paper = claim.documents.find(({ document_id }) => document_id === id) ?? null;
    fill(this.section, { paper: this.#name });
    super.open(claim, opener);
  }

  /** @override */
  get typed() {
    return {
      reason: this.#reason.value,
      article: this.#article.value,
      ready: controlOf(this.form, "ready").value,
    };
  }

  /** @override */
  set typed(typed) {
    this.#reason.value = typed?.reason ?? "";
    this.#article.value = typed?.article ?? "";
    controlOf(this.form, "ready").value = typed?.ready ?? "";
  }

  /**
   * @override
   * @returns {{request: SendBackRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    if (faults.length > 0) return { faults };
    const [reason, article] = [this.#reason.value.trim(), this.#article.value];
    return { request: { reason, ...(article && { article }) } };
  }

  /**
   * @override
   * @param {SendBackRequest} request
   * @param {Claim} claim
   */
  says({ reason, article }, { state }) {
    const undone = state === "assessed" ? ["已经提出的核定也随之取消。"] : [];
    const lines = [
      `退回“${this.#name}”，报案人会看到：${withBasis(reason, article && labelOf(article))}`,
      ...undone,
    ];
    return lines.map((line) => element("p", {}, line));
  }

  get #name() {
    const { kind_name = "", filename = "" } = this.paper ?? {};
    return `${kind_name} ${filename}`;
  }

  get #reason() {
    return controlOf(this.form, "reason");
  }

  get #article() {
    return controlOf(this.form, "article");
  }
}
