/** @import {Fault} from "../fault.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { readDays } from "../day-input.js";
import { DecisionForm } from "./decision-form.js";

/**
 * A decision on a claim that takes nothing but a day.
 *
 * @template {object} R
 * @extends {DecisionForm<R, Claim>}
 * @abstract
 */
export class DayForm extends DecisionForm {
  /**
   * @param {string} name
   * @param {string} field The day's, as the API names it.
   * @param {Listeners<Claim>} listeners
   */
  constructor(name, field, listeners) {
    super(name, listeners);
    this.field = field;
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem(field));
  }

  /**
   * The day that is offered.
   *
   * @abstract
   * @param {Claim} _claim
   * @returns {string} ISO date; empty for none.
   */
  prefilled(_claim) {
    throw new Error("not given");
  }

  /** @override */
  get typed() {
    return { day: this.input.value };
  }

  /** @override */
  set typed(typed) {
    this.input.value = typed?.day ?? (this.record ? this.prefilled(this.record) : "");
  }

  /**
   * @override
   * @returns {{request: R} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, [this.field]);
    return faults.length > 0 ? { faults } : { request: /** @type {R} */ (days) };
  }
}
