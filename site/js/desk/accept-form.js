/** @import {Finding} from "../contract.js" */
/** @import {Fact} from "../fact-items.js" */
/** @import {Fault} from "../fault.js" */
/** @import {AcceptRequest, Case} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { ProblemError } from "../api.js";
import { faultAt, readDays } from "../day-input.js";
import { element } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fault } from "../fault.js";
import { count, day, yuan } from "../format.js";
import { missingIn } from "../missing.js";
import { firstDay, inForce, lastDay } from "../rules/index.js";
import { DecisionForm } from "./decision-form.js";
import { EntryList } from "./entry-list.js";
import { labelOf } from "./picked-article.js";
import { entriesOf, refusalField, refusalsOf } from "./refusals.js";
import { UNREADABLE_ROWS } from "./words.js";

const DATES = ["consent_date", "premium_received_date", "policy_issued_date"];

/**
 * The insurer accepts a list (第四条): three dates, the policy, and whom it does not insure.
 *
 * @extends {DecisionForm<AcceptRequest, Case>}
 */
export class AcceptForm extends DecisionForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("accept", listeners);
    this.refusals = new EntryList(
      /** @type {HTMLElement} */ (this.section.querySelector(".entries")),
    );
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "submitted";
  }

  /** @override */
  get typed() {
    const plain = [...DATES, "policy_number"].map((name) => [name, this.#input(name).value]);
    return { ...Object.fromEntries(plain), refusals: this.refusals.values };
  }

  /** @override */
  set typed(typed) {
    for (const name of [...DATES, "policy_number"]) this.#input(name).value = typed?.[name] ?? "";
    this.refusals.values = typed?.refusals ?? [];
  }

  /**
   * Fills in whom the insurer refuses, in place of those who stood there.
   *
   * @param {AcceptRequest["refusals"]} refusals
   */
  refuse(refusals) {
    this.refusals.values = entriesOf(refusals);
    this.form.dispatchEvent(new Event("input"));
  }

  /**
   * @override
   * @returns {{request: AcceptRequest} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, DATES);
    const { refusals, unreadable } = refusalsOf(this.refusals.values);
    const missing = missingIn(this.questions).filter(({ field }) => !DATES.includes(field ?? ""));
    const all = [
      ...faults,
      ...missing,
      ...unreadable.map((field) => fault(field, UNREADABLE_ROWS)),
      ...planFaults(days.policy_issued_date),
    ];
    if (all.length > 0) return { faults: all };
    const policy_number = this.#input("policy_number").value.trim();
    return { request: /** @type {AcceptRequest} */ ({ ...days, policy_number, refusals }) };
  }

  /**
   * @override
   * @param {AcceptRequest} request
   * @param {Case} roster
   */
  says(request, { unit, people }) {
    const { consent_date, premium_received_date, policy_issued_date, refusals } = request;
    const plan = inForce(policy_issued_date);
    const first = firstDay({
      consent: consent_date,
      premium_received: premium_received_date,
      policy_issued: policy_issued_date,
    });
    const insured = people - refusals.length;
    /** @type {Fact[]} */
    const facts = [
      ["单位", unit.name],
      ["保单号", request.policy_number],
      ["保险期间", `${day(first)}零时起，到${day(lastDay(first, plan))}`],
      ["承保", `${count(insured)} 人，保险费 ${yuan(insured * plan.premium.value)}`],
      ["不承保", refusals.length > 0 ? `${count(refusals.length)} 人，见下` : "没有"],
    ];
    const items = refusals.map(({ row, reason, article }) =>
      element("li", {}, `第 ${row} 行：${reason}（${labelOf(article)}）`),
    );
    return [
      element("dl", { class: "facts" }, ...factItems(facts)),
      ...(items.length > 0 ? [element("ul", {}, ...items)] : []),
    ];
  }

  /**
   * @override
   * @param {ProblemError} error
   */
  placed({ problem }) {
    const findings = problem.findings?.map((each) => this.#placed(each));
    return new ProblemError({ ...problem, ...(findings && { findings }) });
  }

  /** @param {Finding} finding */
  #placed(finding) {
    const { field, row } = finding;
    return { ...finding, field: refusalField(this.refusals.values, field, row) };
  }

  /** @param {string} name */
  #input(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }
}

/**
 * @param {string} [issued] The day of the policy, ISO.
 * @returns {Fault[]} That no plan was in force then, if so.
 */
function planFaults(issued) {
  try {
    if (issued) inForce(issued);
    return [];
  } catch (error) {
    return [faultAt("policy_issued_date", error)];
  }
}
