/** @import {Fault} from "../fault.js" */
/** @import {Case, EndorseRequest} from "./contract.js" */
/** @import {EndorsementLook} from "../../types/api.js" */
/** @import {ProblemError} from "../api.js" */
/** @import {Listeners} from "./decision-form.js" */
import { readDays } from "../day-input.js";
import { element, fill, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { fault } from "../fault.js";
import { followAnswers } from "../follow-answers.js";
import { missingIn } from "../missing.js";
import { FIELDS, inWords, valuesBy } from "../roster/columns.js";
import { readRows, rowsInWords } from "../row-numbers.js";
import { ACTS, DAYS } from "./agreed-day.js";
import { waitingIn } from "./decline-request-form.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { atLastName, placedBy } from "./placed.js";
import { policyNumberFaults, ruleFault } from "./rule-faults.js";
import { PremiumChoice, twoSums } from "./premium-choice.js";
import { ToConfirm } from "./to-confirm.js";
import { goneInWords, leaversInWords, policyInWords, restingFacts } from "./endorsement-words.js";
import { UNREADABLE_ROWS } from "./words.js";
import { namesInShort } from "../said-reasons.js";
import { joined } from "../sentence.js";

/** @type {Case["state"][]} */
const OPEN = ["submitted", "accepted"];
/** All that may be asked for before acceptance. */
const BEFORE = ["", "gap_granted"];
const AFTER_A_SECOND = "等另一位办理人员复核，复核以后才生效";
const AT_ONCE = "不动保险和钱，马上生效，不用另一个人复核";
/** So many people are named before it is confirmed who leaves. */
const NAMED = 10;
const PLAIN = ["change", "rows", "last_day", "row", ...FIELDS];
const TYPED = [...PLAIN, ...DAYS, "policy_number", "reason"];

/**
 * Somebody proposes to put something right in an accepted list (批改), or that a gap in the cover of
 * people of a list that waits is let pass.
 *
 * @extends {DecisionForm<EndorseRequest, Case>}
 */
export class EndorseForm extends DecisionForm {
  /** What proposing it would come to. @type {EndorsementLook | null} */
  looked = null;

  /**
   * @param {Listeners<Case>} listeners
   * @param {string} today ISO date.
   * @param {import("./people.js").PeopleView} people Of the list.
   */
  constructor(listeners, today, people) {
    super("endorse", listeners);
    this.today = today;
    this.people = people;
    this.premium = new PremiumChoice(this.form, today);
    this.follow = followAnswers(this.form);
    this.toConfirm = new ToConfirm(this.section, "已经核对过。");
    this.form.addEventListener("input", ({ target }) => {
      const isTick = target instanceof Node && this.toConfirm.part.contains(target);
      if (!isTick) this.toConfirm.ask();
    });
  }

  /** @override */
  get path() {
    return "endorsements";
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state, endorsement }) {
    return may_decide && OPEN.includes(state) && !endorsement;
  }

  /** @override */
  get typed() {
    return { ...valuesIn(this.form, TYPED), premium_holds: this.premium.holds };
  }

  /** @override */
  set typed(typed) {
    const said = typed ?? this.#accepted();
    setValues(this.form, TYPED, said);
    this.premium.holds = said["premium_holds"];
    this.premium.show(this.record);
    this.#offerChanges();
    const asked = this.record && waitingIn(this.record);
    partIn(this.section, "answers").hidden = !asked;
    fill(this.section, { asked: joined(asked?.reasons.map(({ text }) => text) ?? []) });
    this.#answersIt.checked = Boolean(asked);
    this.toConfirm.ask();
    this.follow();
  }

  /**
   * @override
   * @returns {{request: EndorseRequest} | {faults: Fault[]}}
   */
  read() {
    const faults = [...missingIn(this.questions, DAYS), ...this.toConfirm.faults];
    const { what, wrong } = this.#what(textOf(this.form, "change"));
    const all = [...faults, ...wrong.filter(({ field }) => !faults.some((f) => f.field === field))];
    if (all.length > 0) return { faults: all };
    return {
      request: /** @type {EndorseRequest} */ ({
        reason: textOf(this.form, "reason"),
        answers: this.#answers,
        confirmations: this.toConfirm.confirmed,
        what,
      }),
    };
  }

  /**
   * @override
   * @param {EndorseRequest} request
   * @param {Case} roster
   */
  async judge(request, roster) {
    const faults = await this.#faultsOf(request, roster);
    if (faults.length === 0)
      this.looked = await this.listeners.api.lookAtEndorsement(roster, request);
    return faults;
  }

  /**
   * @param {EndorseRequest} request
   * @param {Case} roster
   * @returns {Promise<Fault[]>} What is known to be wrong without the service.
   */
  async #faultsOf({ what }, { version, acceptance }) {
    const named = "rows" in what ? what.rows : "row" in what ? [what.row] : [];
    const nobodys = await this.people.nobodys(named, version);
    const field = "row" in what ? "row" : "rows";
    return [
      ...nobodys.map((row) => ruleFault("endorsement.not_insured", field, { row })),
      ...wrongIn(what, acceptance, this.today),
    ];
  }

  /**
   * @override
   * @param {EndorseRequest} request
   */
  says({ what, reason }) {
    const { looked } = this;
    const facts = [...this.#inWords(what), ...(looked ? restingFacts(looked) : [])];
    const next = looked?.needs_second ? AFTER_A_SECOND : AT_ONCE;
    const all = factItems([...facts, ["原因", reason], ["提出以后", next]]);
    return [element("dl", { class: "facts" }, ...all)];
  }

  /**
   * @override
   * @param {ProblemError} error
   */
  placed(error) {
    this.toConfirm.ask(error.problem.findings);
    return placedBy(error, (each) => this.toConfirm.placed(each) ?? atLastName(each));
  }

  /**
   * @param {EndorseRequest["what"]} what
   * @returns {import("../fact-items.js").Fact[]}
   */
  #inWords(what) {
    switch (what.change) {
      case "people_out":
      case "died": {
        const last_day = what.last_day ?? null;
        const has_died = what.change === "died";
        const leavers = what.rows.map((row) => ({ row, last_day, has_died }));
        return [[goneInWords(leavers), leaversInWords(leavers)], ...this.#whose(what.rows)];
      }
      case "gap_granted":
        return [
          ["算续保", `第 ${rowsInWords(what.rows)} 行，保险中断过`],
          ...this.#whose(what.rows),
        ];
      case "person": {
        const [before] = this.people.standingIn([what.row]);
        /** @type {import("../fact-items.js").Fact[]} */
        const was = before ? [["原来", `第 ${what.row} 行：${inWords(before)}`]] : [];
        return [...was, ["改正", `第 ${what.row} 行改为：${inWords(what)}`]];
      }
      case "policy":
        return [
          ["保险单", policyInWords(what.policy_number, what.agreed_first_day ?? "")],
          ...this.#premiumOf(what),
        ];
      default:
        return [["撤销", "这份名单不再是承保，回到待办理"]];
    }
  }

  /**
   * @param {number[]} rows
   * @returns {import("../fact-items.js").Fact[]} Who they are, a row number being mistyped easily.
   */
  #whose(rows) {
    const names = this.people.standingIn(rows).map(({ name }) => name);
    return names.length > 0 ? [["姓名", namesInShort(names, NAMED)]] : [];
  }

  /**
   * @param {{policy_issued_date: string, premium_holds?: "quoted" | "issued" | null}} policy
   * @returns {import("../fact-items.js").Fact[]}
   */
  #premiumOf({ policy_issued_date, premium_holds }) {
    const { acceptance, ...roster } = /** @type {Case} */ (this.record);
    const sums = twoSums(roster, policy_issued_date, acceptance?.people ?? roster.people);
    return sums && premium_holds ? [["保险费", `以${sums[premium_holds]} 为准`]] : [];
  }

  /**
   * @param {string} change
   * @returns {{what: object, wrong: Fault[]}}
   */
  #what(change) {
    const rows = readRows(textOf(this.form, "rows"));
    const unreadable = rows ? [] : [fault("rows", UNREADABLE_ROWS)];
    switch (change) {
      case "gap_granted":
        return { what: { change, rows }, wrong: unreadable };
      case "people_out":
      case "died": {
        const { days, faults } = readDays(this.form, [], ["last_day"]);
        const last_day = days["last_day"] ?? null;
        return { what: { change, rows, last_day }, wrong: [...unreadable, ...faults] };
      }
      case "person": {
        const [row, ...more] = readRows(textOf(this.form, "row")) ?? [];
        const wrong = row && more.length === 0 ? [] : [fault("row", "请只写一行的行号，例如 3。")];
        return { what: { change, row, ...valuesBy((field) => textOf(this.form, field)) }, wrong };
      }
      case "policy": {
        const { days, faults } = readDays(this.form, DAYS);
        const policy_number = textOf(this.form, "policy_number");
        const premium_holds = this.premium.holds;
        return { what: { change, ...days, policy_number, premium_holds }, wrong: faults };
      }
      default:
        return { what: { change }, wrong: [] };
    }
  }

  /** Before acceptance there is nothing to put right but how a gap counts. */
  #offerChanges() {
    const { options } = /** @type {HTMLSelectElement} */ (controlOf(this.form, "change"));
    for (const option of options) {
      option.disabled = this.record?.state !== "accepted" && !BEFORE.includes(option.value);
    }
  }

  /** @returns {Record<string, string>} The policy as it is now, to be put right. */
  #accepted() {
    const { acceptance } = this.record ?? {};
    if (!acceptance) return {};
    const { first_day, two_sums, ...accepted } = acceptance;
    const premium_holds = two_sums?.holds;
    return /** @type {any} */ ({ ...accepted, agreed_first_day: first_day, premium_holds });
  }

  /** @returns {number | null} The number of the unit's request that it answers. */
  get #answers() {
    const asked = this.record && waitingIn(this.record);
    return asked && this.#answersIt.checked ? asked.number : null;
  }

  get #answersIt() {
    return /** @type {HTMLInputElement} */ (controlOf(this.form, "answers"));
  }
}

/**
 * @param {EndorseRequest["what"]} what
 * @param {Case["acceptance"]} accepted
 * @param {string} today ISO date.
 * @returns {Fault[]} What cannot be right; days in ISO are in the order of their letters.
 */
function wrongIn(what, accepted, today) {
  if (what.change === "policy") {
    const acts = Object.entries(what).filter(([name]) => ACTS.includes(name));
    return [
      ...acts
        .filter(([, day]) => String(day) > today)
        .map(([name]) => ruleFault("acceptance.in_future", name)),
      ...policyNumberFaults("policy_number", what.policy_number),
    ];
  }
  if (what.change !== "people_out" && what.change !== "died") return [];
  const { change, last_day } = what;
  if (change === "died" && (!last_day || last_day > today))
    return [ruleFault("endorsement.day_of_death", "last_day")];
  if (!accepted || !last_day) return [];
  const { first_day, last_day: end } = accepted;
  const isInside = first_day <= last_day && last_day < end;
  return isInside
    ? []
    : [ruleFault("endorsement.day_outside", "last_day", { first_day, last_day: end })];
}
