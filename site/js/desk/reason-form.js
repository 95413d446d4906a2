/** @import {Fault} from "../fault.js" */
/** @import {Decidable} from "./contract.js" */
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";

/**
 * A decision that takes nothing but a reason.
 *
 * @template {{reason: string}} R
 * @template {Decidable} C
 * @extends {DecisionForm<R, C>}
 * @abstract
 */
export class ReasonForm extends DecisionForm {
  /** @override */
  get typed() {
    return { reason: this.reason.value };
  }

  /** @override */
  set typed(typed) {
    this.reason.value = typed?.reason ?? "";
  }

  /**
   * @override
   * @returns {{request: R} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    if (faults.length > 0) return { faults };
    return { request: /** @type {R} */ ({ reason: this.reason.value.trim() }) };
  }

  get reason() {
    return controlOf(this.form, "reason");
  }
}
