/** @import {Fault} from "../fault.js" */
/** @import {ReopenRequest} from "../../types/api.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";

/** @type {Record<ReopenRequest["why"], string>} */
const WHY = {
  mistake: "发现有误，已付的会扣掉",
  stay: "又住院了，接着核这次住院；钱还没有转的，照样转，登记转账以后再核",
  transfer: "钱转不出去或者被银行退回，核对账户以后再付",
};

/**
 * A claim that was decided goes on: a mistake was found, its money cannot be transferred, or she was
 * in hospital again.
 *
 * @extends {DecisionForm<ReopenRequest, Claim>}
 */
export class ReopenForm extends DecisionForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("reopen", listeners);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_reopen }) {
    return may_reopen;
  }

  /** @override */
  get typed() {
    return { why: this.#why, reason: controlOf(this.form, "reason").value };
  }

  /** @override */
  set typed(typed) {
    for (const radio of this.#radios) {
      radio.checked = radio.value === typed?.why;
      radio.disabled = radio.value === "transfer" && !this.record?.may_return;
    }
    controlOf(this.form, "reason").value = typed?.reason ?? "";
  }

  /**
   * @override
   * @returns {{request: ReopenRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    const { why, reason } = this.typed;
    if (faults.length > 0 || !why) return { faults };
    return { request: { why, reason: reason.trim() } };
  }

  /**
   * @override
   * @param {ReopenRequest} request
   */
  says({ why, reason }) {
    return [element("p", {}, `${WHY[why]}。`), element("p", {}, `理由：${reason}`)];
  }

  /** @returns {ReopenRequest["why"] | null} */
  get #why() {
    const chosen = [...this.#radios].find(({ checked }) => checked)?.value;
    return chosen === "mistake" || chosen === "transfer" || chosen === "stay" ? chosen : null;
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  get #radios() {
    return this.form.querySelectorAll("[name=why]");
  }
}
