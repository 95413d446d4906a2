/** @import {Claim, ObjectRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element, fill } from "../dom.js";
import { ReasonForm } from "./reason-form.js";

/**
 * What was proposed is not agreed to, or is taken back by who proposed it.
 *
 * @extends {ReasonForm<ObjectRequest, Claim>}
 */
export class ObjectForm extends ReasonForm {
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

  /**
   * @override
   * @param {ObjectRequest} request
   */
  says({ reason }) {
    return [element("p", {}, `理由：${reason}`)];
  }
}

/**
 * @param {Pick<Claim, "may_confirm">} claim
 * @returns {string} What objecting is called, by who does it.
 */
export function doingOf({ may_confirm }) {
  return may_confirm ? "不同意核定" : "撤回自己的核定";
}
