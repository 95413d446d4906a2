/** @import {ProblemError} from "../api.js" */
/** @import {Finding} from "../contract.js" */
/** @import {Fact} from "../fact-items.js" */
/** @import {Fault} from "../fault.js" */
/** @import {AcceptRequest, Case, RowStates} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { dayOf } from "../clock.js";
import { faultAt, readDays } from "../day-input.js";
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fault } from "../fault.js";
import { count, day, yuan } from "../format.js";
import { missingIn } from "../missing.js";
import { errorsAmong } from "../problem.js";
import { agreeFirstDay, daysBetween, firstDayReason, inForce, lastDay } from "../rules/index.js";
import { actsInWords, coverInWords, refusalInWords } from "./acceptance-words.js";
import { ACTS, AgreedDay, DAYS, effects, proposalFor } from "./agreed-day.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { stillMissing } from "./payment-words.js";
import { placedBy } from "./placed.js";
import { PremiumChoice, twoSums } from "./premium-choice.js";
import { RowDecisions } from "./row-decisions.js";
import { ToConfirm } from "./to-confirm.js";
import { UnderwritingView } from "./underwriting.js";
import { rowsInWords } from "../row-numbers.js";
import { UNREADABLE_ROWS } from "./words.js";

const PLAIN = [...ACTS, "policy_number"];

/**
 * The insurer accepts a list (第四条): three dates, the first day, the policy, and what is decided
 * of single people.
 *
 * @extends {DecisionForm<AcceptRequest, Case>}
 */
export class AcceptForm extends DecisionForm {
  /**
   * @param {Listeners<Case>} listeners
   * @param {string} today ISO date.
   */
  constructor(listeners, today) {
    super("accept", listeners);
    this.people = new RowDecisions(this.section);
    this.agreed = new AgreedDay(this.form, partIn(this.section, "proposal"), this.people);
    this.premium = new PremiumChoice(this.form, today);
    const { api, onSignedOut } = listeners;
    this.underwriting = new UnderwritingView(this.section, this.people, api, onSignedOut);
    this.toConfirm = new ToConfirm(this.section, "我核对过，没有写错。");
    for (const name of DAYS) {
      const input = controlOf(this.form, name);
      input.addEventListener("input", () => this.toConfirm.ask());
      input.addEventListener("change", () => this.#underwrite());
    }
  }

  /**
   * @override
   * @param {Case} roster
   * @param {HTMLElement} opener
   */
  open(roster, opener) {
    super.open(roster, opener);
    this.toConfirm.ask();
    this.premium.show(roster);
    this.#underwrite();
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
    const agreed_first_day = this.agreed.own;
    const premium_holds = this.premium.holds;
    const plain = valuesIn(this.form, PLAIN);
    return { ...plain, agreed_first_day, premium_holds, ...this.people.values };
  }

  /** @override */
  set typed(typed) {
    const start = { premium_received_date: this.record?.account.complete_on };
    setValues(this.form, PLAIN, typed ?? start);
    this.premium.holds = typed?.premium_holds;
    this.people.values = typed ?? {};
    this.agreed.show(this.record, typed?.agreed_first_day ?? null);
  }

  /**
   * Fills in whom the insurer refuses, in place of those who stood there.
   *
   * @param {RowStates["refusals"]} refusals
   */
  refuse(refusals) {
    this.people.refuse(refusals);
    this.form.dispatchEvent(new Event("input"));
  }

  /**
   * @override
   * @returns {{request: AcceptRequest} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, DAYS);
    const { decided, unreadable } = this.people.read();
    const missing = missingIn(this.questions, DAYS);
    const all = [
      ...faults,
      ...missing,
      ...unreadable.map((field) => fault(field, UNREADABLE_ROWS)),
      ...(faults.length > 0 ? [] : dayFaults(days)),
      ...this.toConfirm.faults,
    ];
    if (all.length > 0) return { faults: all };
    const policy_number = textOf(this.form, "policy_number");
    const confirmations = this.toConfirm.confirmed;
    const premium_holds = this.premium.holds;
    const request = { ...days, policy_number, premium_holds, ...decided, confirmations };
    return { request: /** @type {AcceptRequest} */ (request) };
  }

  /**
   * What the acceptance itself would refuse or ask is told where it is typed.
   *
   * @override
   * @param {AcceptRequest} request
   * @param {Case} roster
   */
  async judge(request, { receipt }) {
    const { findings } = await this.listeners.api.lookAtAcceptance(receipt, request);
    if (findings.length === 0) return [];
    this.toConfirm.ask(findings);
    const errors = errorsAmong(findings.map((each) => this.#placed(each)));
    return [...errors, ...this.toConfirm.faults];
  }

  /**
   * @override
   * @param {AcceptRequest} request
   * @param {Case} roster
   */
  says(request, roster) {
    const { unit, people } = roster;
    const { policy_issued_date, refusals = [], old_covers_seen = [], accepted_rows = [] } = request;
    const plan = inForce(policy_issued_date);
    const covers = this.agreed.with(roster);
    const { earliest, old_last_day } = proposalFor(actsIn(request), covers);
    const first = request.agreed_first_day ?? earliest;
    const insured = people - refusals.length;
    /** @type {Fact[]} */
    const facts = [
      ["单位", unit.name],
      ["保险单号", request.policy_number],
      ["保险期间", coverInWords({ first_day: first, last_day: lastDay(first, plan) })],
      ["生效日", firstDayReason(first, earliest, old_last_day).message],
      ["三件事", actsInWords(request, earlyPremium(request, roster))],
      ["承保", `${count(insured)} 人，保险费${premiumInWords(request, roster, insured)}`],
      ["不承保", refusals.length > 0 ? `${count(refusals.length)} 人，见下` : "没有"],
      ["还没有到的", stillMissing(roster).join("；") || "没有"],
    ];
    const items = [
      ...effects(first, earliest, covers),
      ...refusals.map(refusalInWords),
      ...old_covers_seen.map(
        ({ rows, last_day, paper }) =>
          `第 ${rowsInWords(rows)} 行算续保：旧保险到${day(last_day)}为止，看过${paper}`,
      ),
      ...accepted_rows.map(({ rows, reason }) => `第 ${rowsInWords(rows)} 行同意承保：${reason}`),
    ].map((words) => element("li", {}, words));
    return [
      element("dl", { class: "facts" }, ...factItems(facts)),
      ...(items.length > 0 ? [element("ul", {}, ...items)] : []),
    ];
  }

  /**
   * @override
   * @param {ProblemError} error
   */
  placed(error) {
    this.toConfirm.ask(error.problem.findings);
    return placedBy(error, (each) => this.toConfirm.placed(each) ?? this.#placed(each));
  }

  /** @param {Finding} finding */
  #placed(finding) {
    const { field, row, message } = finding;
    // The sentence names the rows; it leads to the first of them.
    if (field?.startsWith("underwriting.")) return { ...finding, title: message };
    return { ...finding, field: this.people.controlFor(field, row) };
  }

  #underwrite() {
    if (!this.record) return;
    this.underwriting.look(this.record, controlOf(this.form, "agreed_first_day").value);
  }
}

/**
 * @param {{consent_date?: string, premium_received_date?: string, policy_issued_date?: string}} request
 * @returns {{consent: string, premium_received: string, policy_issued: string}}
 */
function actsIn({ consent_date, premium_received_date, policy_issued_date }) {
  return /** @type {any} */ ({
    consent: consent_date,
    premium_received: premium_received_date,
    policy_issued: policy_issued_date,
  });
}

/**
 * A premium that came long before its list stands out.
 *
 * @param {AcceptRequest} request
 * @param {Case} roster
 */
function earlyPremium({ premium_received_date }, { timeline: [submitted], submitted_at }) {
  const listed = dayOf(submitted?.at ?? submitted_at);
  const early = daysBetween(premium_received_date, listed);
  return early > 0 ? `，比提交名单（${day(listed)}）早 ${count(early)} 天` : "";
}

/**
 * @param {AcceptRequest} request
 * @param {Case} roster
 * @param {number} insured
 * @returns {string} What holds, where there are two sums.
 */
function premiumInWords({ policy_issued_date, premium_holds }, roster, insured) {
  const sums = twoSums(roster, policy_issued_date, insured);
  const { premium } = inForce(policy_issued_date);
  if (!sums || !premium_holds) return ` ${yuan(insured * premium.value)}`;
  return `以${sums[premium_holds]} 为准`;
}

/**
 * @param {Record<string, string | undefined>} days ISO dates, all four.
 * @returns {Fault[]} That no plan was in force then, or that cover cannot begin so early, or late.
 */
function dayFaults(days) {
  /** @type {import("../rules/types.js").Plan} */
  let plan;
  try {
    plan = inForce(/** @type {string} */ (days.policy_issued_date));
  } catch (error) {
    return [faultAt("policy_issued_date", error)];
  }
  try {
    const { earliest } = proposalFor(actsIn(days), { old_covers: [] });
    agreeFirstDay(/** @type {string} */ (days.agreed_first_day), earliest, plan);
    return [];
  } catch (error) {
    return [faultAt("agreed_first_day", error)];
  }
}
