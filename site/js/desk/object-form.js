/** @import {Fault} from "../fault.js" */
/** @import {Claim, ObjectRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element, fill } from "../dom.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";

/**
 * What was proposed is not agreed to, or is taken back by who proposed it.
 *
 * @extends {DecisionForm<ObjectRequest, Claim>}
 */
export class ObjectForm extends DecisionForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("object", listeners);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "assessed";
  }

  /**
   * @override
   * @param {Claim} claim
   * @param {HTMLElement} opener
   */
  open(claim, opener) {
    fill(this.section, { doing: doingOf(claim) });
    super.open(claim, opener);
  }

  /** @override */
  get typed() {
    return { reason: this.#reason.value };
  }

  /** @override */
  set typed(typed) {
    this.#reason.value = typed?.reason ?? "";
  }

  /**
   * @override
   * @returns {{request: ObjectRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    return faults.length > 0 ? { faults } : { request: { reason: this.#reason.value.trim() } };
  }

  /**
   * @override
   * @param {ObjectRequest} request
   */
  says({ reason }) {
    return [element("p", {}, `理由：${reason}`)];
  }

  get #reason() {
    return controlOf(this.form, "reason");
  }
}

/**
 * @param {Pick<Claim, "may_confirm">} claim
 * @returns {string} What objecting is called, by who does it.
 */
export function doingOf({ may_confirm }) {
  return may_confirm ? "不同意核定" : "撤回自己的核定";
}
