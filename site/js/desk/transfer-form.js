/** @import {Fault} from "../fault.js" */
/** @import {TransferRequest} from "../../types/api.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { sumOf } from "../claim-outcome.js";
import { readDays } from "../day-input.js";
import { element } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fault } from "../fault.js";
import { day, yuan } from "../format.js";
import { missingIn } from "../missing.js";
import { readYuan } from "./amounts.js";
import { DecisionForm } from "./decision-form.js";
import { setValues, textOf, valuesIn } from "./form-control.js";

const TYPED = ["paid_on", "amount", "account"];

/**
 * What was decided was paid: on which day, how much, and where it went, as the bank's slip says.
 *
 * @extends {DecisionForm<TransferRequest, Claim>}
 */
export class TransferForm extends DecisionForm {
  /**
   * @param {Listeners<Claim>} listeners
   * @param {string} today ISO date.
   */
  constructor(listeners, today) {
    super("transfer", listeners);
    this.today = today;
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_transfer }) {
    return may_transfer;
  }

  /** @override */
  get typed() {
    return valuesIn(this.form, TYPED);
  }

  /** @override */
  set typed(typed) {
    setValues(this.form, TYPED, { paid_on: this.today, ...typed });
  }

  /**
   * @override
   * @returns {{request: TransferRequest} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, ["paid_on"]);
    faults.push(...missingIn(this.questions, ["paid_on"]));
    const [typed, account] = [textOf(this.form, "amount"), textOf(this.form, "account")];
    const [amount, digits] = [readYuan(typed), account.normalize("NFKC")];
    if (typed && amount === null) faults.push(fault("amount", "请写整数，例如 3600。"));
    if (account && !/^\d{4}$/.test(digits)) faults.push(fault("account", "请写 4 位数字。"));
    if (faults.length > 0 || amount === null) return { faults };
    const request = { ...days, amount, account: digits };
    return { request: /** @type {TransferRequest} */ (request) };
  }

  /**
   * @override
   * @param {TransferRequest} request
   * @param {Claim} claim
   */
  says({ paid_on, amount, account }, { insured, bank, outcome }) {
    const facts = factItems([
      ["被保险人", insured.name],
      ["决定要转", yuan(outcome ? sumOf(outcome.amounts) : 0)],
      ["转了", yuan(amount)],
      ["转账日期", day(paid_on)],
      ["收款账户", bank ? `${bank.bank} ${bank.card}，${bank.holder}` : "没有登记"],
      ["转入账户末四位", account],
    ]);
    return [element("dl", { class: "facts" }, ...facts)];
  }
}
