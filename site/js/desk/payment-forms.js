/** @import {Fault} from "../fault.js" */
/** @import {Case} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {PaymentRequest, StrikePaymentRequest} from "../../types/api.js" */
import { readDays } from "../day-input.js";
import { element } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fault } from "../fault.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { countingIn, paymentFacts, paymentInWords } from "./payment-words.js";
import { ReasonForm } from "./reason-form.js";
import { PAYING_ACCOUNTS } from "./words.js";

const TYPED = ["amount", "day", "account", "payer", "bank_reference"];

/**
 * Premium that arrived, or went back, is recorded.
 *
 * @extends {DecisionForm<PaymentRequest, Case>}
 */
export class PaymentForm extends DecisionForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("payments", listeners);
    const options = Object.entries(PAYING_ACCOUNTS).map(([value, words]) =>
      element("option", { value }, words),
    );
    controlOf(this.form, "account").append(...options);
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide }) {
    return may_decide;
  }

  /** @override */
  get typed() {
    return { ...valuesIn(this.form, TYPED), ...this.#direction };
  }

  /** @override */
  set typed(typed) {
    setValues(this.form, TYPED, typed ?? {});
    const value = typed?.is_for_good ? "good" : typed?.is_back ? "yes" : "";
    for (const choice of this.#directions) choice.checked = choice.value === value;
  }

  /**
   * @override
   * @returns {{request: PaymentRequest} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, ["day"]);
    const missing = missingIn(this.questions, ["day"]);
    const typed = textOf(this.form, "amount");
    const amount = readAmount(typed);
    const all = [...missing, ...faults];
    if (amount === null && typed) {
      all.push(fault("amount", "请写数字，最多到分，例如 3600 或 3600.50。", "金额看不懂"));
    }
    if (all.length > 0 || amount === null) return { faults: all };
    return {
      request: /** @type {PaymentRequest} */ ({
        amount,
        ...days,
        account: textOf(this.form, "account"),
        payer: textOf(this.form, "payer"),
        bank_reference: textOf(this.form, "bank_reference"),
        ...this.#direction,
      }),
    };
  }

  /**
   * @override
   * @param {PaymentRequest} request
   * @param {Case} roster
   */
  says(request, { unit }) {
    const facts = factItems([["单位", unit.name], ...paymentFacts(request)]);
    return [element("dl", { class: "facts" }, ...facts)];
  }

  /** Whether it went back, and for good. */
  get #direction() {
    const value = this.#directions.find(({ checked }) => checked)?.value;
    return { is_back: Boolean(value), is_for_good: value === "good" };
  }

  get #directions() {
    /** @type {NodeListOf<HTMLInputElement>} */
    const choices = this.form.querySelectorAll("[name=is_back]");
    return [...choices];
  }
}

/**
 * A payment that was recorded in error is struck.
 *
 * @extends {ReasonForm<StrikePaymentRequest, Case>}
 */
export class StrikePaymentForm extends ReasonForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("strike", listeners);
  }

  /** @override */
  get path() {
    return "payments/strike";
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen(roster) {
    return roster.may_decide && countingIn(roster).length > 0;
  }

  /**
   * @override
   * @param {Case} roster
   * @param {HTMLElement} opener
   */
  open(roster, opener) {
    const choices = countingIn(roster).map((each) =>
      element("option", { value: String(each.number) }, paymentInWords(each.payment)),
    );
    const nothing = element("option", { value: "" }, "请选择");
    controlOf(this.form, "number").replaceChildren(nothing, ...choices);
    super.open(roster, opener);
  }

  /**
   * @override
   * @returns {{request: StrikePaymentRequest} | {faults: Fault[]}}
   */
  read() {
    const read = super.read();
    if ("faults" in read) return read;
    return { request: { ...read.request, number: Number(controlOf(this.form, "number").value) } };
  }

  /**
   * @override
   * @param {StrikePaymentRequest} request
   * @param {Case} roster
   */
  says({ number, reason }, roster) {
    const struck = countingIn(roster).find((each) => each.number === number);
    const facts = factItems([...(struck ? paymentFacts(struck.payment) : []), ["原因", reason]]);
    return [element("dl", { class: "facts" }, ...facts)];
  }
}

/**
 * Yuan, to the fen, as people type them.
 *
 * @param {string} text
 * @returns {string | null} As the API takes it; null where it cannot be read.
 */
export function readAmount(text) {
  const plain = text.normalize("NFKC").replace(/[\s,，元¥]/g, "");
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) && Number(plain) > 0 ? plain : null;
}
