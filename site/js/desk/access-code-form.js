/** @import {Fault} from "../fault.js" */
/** @import {Decidable} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {AccessCodeRequest} from "../../types/api.js" */
import { startCopyButtons } from "../copy-button.js";
import { byId, element, fill, reveal } from "../dom.js";
import { SubmissionKeys } from "../submission-keys.js";
import { controlOf } from "./form-control.js";
import { ReasonForm } from "./reason-form.js";

/**
 * Another access code for who has lost hers and has asked in writing; it is shown once.
 *
 * @template {Decidable & {may_decide: boolean}} C
 * @extends {ReasonForm<AccessCodeRequest, C>}
 */
export class AccessCodeForm extends ReasonForm {
  keys = new SubmissionKeys();

  /**
   * @param {string} name
   * @param {Listeners<C>} listeners
   */
  constructor(name, listeners) {
    super(name, listeners);
    this.issued = byId(`${name}-issued`, HTMLElement);
    startCopyButtons(this.issued);
    this.issued.querySelector("[data-put-away]")?.addEventListener("click", () => this.forget());
  }

  /**
   * @override
   * @param {C} record
   */
  isOpen({ may_decide }) {
    return may_decide;
  }

  /** @override */
  get path() {
    return "access-code";
  }

  /** @override */
  get typed() {
    return { reason: this.reason.value, has_request: this.#request.checked };
  }

  /** @override */
  set typed(typed) {
    this.reason.value = typed?.reason ?? "";
    this.#request.checked = Boolean(typed?.has_request);
  }

  /**
   * @override
   * @returns {{request: AccessCodeRequest} | {faults: Fault[]}}
   */
  read() {
    const read = super.read();
    return "faults" in read ? read : { request: { ...read.request, has_request: true } };
  }

  /**
   * @override
   * @param {AccessCodeRequest} request
   * @param {C} record
   */
  says({ reason }, { receipt }) {
    const lines = [
      `${receipt} 会有新的查询码，只显示这一次；原来的马上不能再用。`,
      `原因：${reason}`,
    ];
    return lines.map((line) => element("p", {}, line));
  }

  /**
   * The same for the same request sent again, whose answer was lost.
   *
   * @override
   * @param {AccessCodeRequest} request
   * @param {C} record
   */
  headersOf(request, { receipt, revision }) {
    return { "Idempotency-Key": this.keys.for([receipt, revision, request]) };
  }

  /**
   * @override
   * @param {{access_code: string, case: C}} issued
   */
  async finish(issued) {
    await super.finish(issued.case);
    fill(this.issued, { receipt: issued.case.receipt, access_code: issued.access_code });
    reveal(this.issued);
  }

  /** Takes the code off the page again. */
  forget() {
    this.issued.hidden = true;
    fill(this.issued, { receipt: "", access_code: "" });
  }

  get #request() {
    return /** @type {HTMLInputElement} */ (controlOf(this.form, "has_request"));
  }
}
