/** @import {UnitCase, UnitRequest} from "../../types/api.js" */
/** @import {ProblemError} from "../api.js" */
/** @import {Fault} from "../fault.js" */
/** @import {Fact} from "../fact-items.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {DecidableUnit} from "./unit-view.js" */
import { readDays } from "../day-input.js";
import { element } from "../dom.js";
import { factItems } from "../fact-items.js";
import { followAnswers } from "../follow-answers.js";
import { day } from "../format.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { atLastName, placedBy } from "./placed.js";

const NAMED = ["name", "county", "credit_code"];
const TYPED = ["change", ...NAMED, "other", "industry", "since", "reason"];
/** What is asked for a change of this kind, where it is not the other unit. */
const ASKED = new Map([
  ["renamed", NAMED],
  ["split", NAMED],
  ["industry", ["industry"]],
]);
const NO_INDUSTRY = "-";

/**
 * The desk says what became of a unit: renamed, merged, separated again, split.
 *
 * @extends {DecisionForm<UnitRequest, DecidableUnit>}
 */
export class UnitForm extends DecisionForm {
  /** @param {Listeners<any>} listeners */
  constructor(listeners) {
    super("unit-change", listeners);
    this.change = /** @type {HTMLSelectElement} */ (controlOf(this.form, "change"));
    this.changes = [...this.change.options];
    this.industry = /** @type {HTMLSelectElement} */ (controlOf(this.form, "industry"));
    this.noIndustry = [...this.industry.options];
    this.follow = followAnswers(this.form);
  }

  /** @param {UnitCase} unit Of which somebody says what she may. */
  offerChanges({ may_decide, industries }) {
    const isHers = (/** @type {string} */ change) =>
      change === "industry" ? industries.length > 0 : may_decide || change === "";
    this.change.replaceChildren(...this.changes.filter(({ value }) => isHers(value)));
    const options = industries.map(({ code, name }) => element("option", { value: code }, name));
    this.industry.replaceChildren(...this.noIndustry, ...options);
  }

  /** @param {string[]} counties */
  offerCounties(counties) {
    const options = counties.map((name) => element("option", {}, name));
    controlOf(this.form, "county").replaceChildren(...options);
  }

  /** @override */
  get path() {
    return "events";
  }

  /**
   * @override
   * @param {DecidableUnit} unit
   */
  isOpen({ may_decide, industries }) {
    return may_decide || industries.length > 0;
  }

  /** @override */
  get typed() {
    return valuesIn(this.form, TYPED);
  }

  /** @override */
  set typed(typed) {
    setValues(this.form, TYPED, typed ?? { county: this.record?.county });
    this.follow();
  }

  /**
   * @override
   * @returns {{request: UnitRequest} | {faults: Fault[]}}
   */
  read() {
    const { days, faults } = readDays(this.form, ["since"]);
    const missing = missingIn(this.questions, ["since"]);
    if (missing.length + faults.length > 0) return { faults: [...missing, ...faults] };
    const change = this.change.value;
    const asked = ASKED.get(change) ?? ["other"];
    const said = asked.map((name) => [name, textOf(this.form, name)]);
    const what = { change, ...Object.fromEntries(said) };
    if (what.industry === NO_INDUSTRY) what.industry = "";
    const reason = textOf(this.form, "reason");
    return { request: /** @type {UnitRequest} */ ({ reason, since: days["since"], what }) };
  }

  /**
   * @override
   * @param {UnitRequest} request
   * @param {DecidableUnit} unit
   */
  says({ what, since, reason }, { name }) {
    const told = this.change.selectedOptions[0]?.textContent ?? "";
    const other = this.#other(what);
    const code = "name" in what ? (what.credit_code ?? "") : "";
    /** @type {Fact[]} */
    const facts = [
      ["单位", name],
      ["变化", `${told}：${other}${code && `，信用代码 ${code}`}`],
      ["变化的日期", day(since)],
      ["凭什么", reason],
    ];
    return [element("dl", { class: "facts" }, ...factItems(facts))];
  }

  /** @param {UnitRequest["what"]} what */
  #other(what) {
    if (what.change === "industry") return this.industry.selectedOptions[0]?.textContent ?? "";
    return "other" in what ? what.other : `${what.name}（${what.county}）`;
  }

  /**
   * @override
   * @param {ProblemError} error
   */
  placed(error) {
    return placedBy(error, atLastName);
  }
}
