/** @import {Fault} from "../fault.js" */
/** @import {JoinRequest, PartRequest} from "../../types/api.js" */
/** @import {AssessmentView} from "./assessment.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { day } from "../format.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { ReasonForm } from "./reason-form.js";

const TYPED = ["into", "reason"];

/**
 * A second report of one illness is joined to the first.
 *
 * @extends {DecisionForm<JoinRequest, Claim>}
 */
export class JoinForm extends DecisionForm {
  /**
   * @param {Listeners<Claim>} listeners
   * @param {AssessmentView} rules Knows her other claims.
   */
  constructor(listeners, rules) {
    super("join", listeners);
    this.rules = rules;
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_join }) {
    return may_join && this.#others.length > 0;
  }

  /**
   * @override
   * @param {Claim} claim
   * @param {HTMLElement} opener
   */
  open(claim, opener) {
    const options = this.#others.map(({ receipt, reported_on, item_label }) =>
      element("option", { value: receipt }, `${receipt}，${day(reported_on)}报案，${item_label}`),
    );
    const into = controlOf(this.form, "into");
    const { value } = into;
    into.replaceChildren(element("option", { value: "" }, "请选择"), ...options);
    into.value = value;
    super.open(claim, opener);
  }

  /** @override */
  get typed() {
    return valuesIn(this.form, TYPED);
  }

  /** @override */
  set typed(typed) {
    setValues(this.form, TYPED, typed ?? {});
  }

  /**
   * @override
   * @returns {{request: JoinRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = missingIn(this.questions);
    const [into, reason] = [textOf(this.form, "into"), textOf(this.form, "reason")];
    return faults.length > 0 ? { faults } : { request: { into, reason } };
  }

  /**
   * @override
   * @param {JoinRequest} request
   * @param {Claim} claim
   */
  says({ into, reason }, { receipt, insured }) {
    return [
      element("p", {}, `${insured.name} 的报案 ${receipt} 并入 ${into}。`),
      element("p", {}, `依据：${reason}`),
    ];
  }

  get #others() {
    return (this.rules.assessment?.cases ?? []).filter(({ may_take_in }) => may_take_in);
  }
}

/**
 * A joining is taken back: it was another illness.
 *
 * @extends {ReasonForm<PartRequest, Claim>}
 */
export class PartForm extends ReasonForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("part", listeners);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_part }) {
    return may_part;
  }

  /**
   * @override
   * @param {PartRequest} request
   * @param {Claim} claim
   */
  says({ reason }, { joined_to }) {
    return [
      element("p", {}, `不再并入 ${joined_to ?? ""}，各办各的。`),
      element("p", {}, `原因：${reason}`),
    ];
  }
}
