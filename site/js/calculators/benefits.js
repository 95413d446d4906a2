/** @import {Fault} from "../fault.js" */
/** @import {Line} from "../rules/types.js" */
/** @import {Claim} from "./estimate.js" */
import { faultAt, readDay, readDays } from "../day-input.js";
import { byId, element, fill } from "../dom.js";
import { fault } from "../fault.js";
import { count, day as dayText, yuan } from "../format.js";
import { missingIn } from "../missing.js";
import { reasonItem } from "../reasons.js";
import { RuleError } from "../rules/index.js";
import { estimate } from "./estimate.js";
import { CalculatorForm } from "./form.js";
import { Rows } from "../rows.js";
import { layOut } from "./timeline-layout.js";
import { draw } from "./timeline-picture.js";

/** An estimate of what an illness brings (保险金、住院津贴). */
class Benefits {
  calculator = new CalculatorForm("benefits", () => this.calculate());
  policies = this.#rows("policies");
  stays = this.#rows("stays");

  start() {
    this.calculator.start();
  }

  /** @returns {Fault[]} */
  calculate() {
    const { form } = this.calculator;
    const { days, faults } = readDays(form, ["specimen", "diagnosis"]);
    const policies = readRows(this.policies);
    const stays = readRows(this.stays);
    const all = [...this.#choices(), ...faults, ...policies.faults, ...stays.faults];
    if (policies.rows.length === 0) all.push(fault(null, "请至少填写一份保险单的生效日期。"));
    if (all.length > 0) return all;
    return this.#estimate(
      /** @type {any} */ ({
        ...Object.fromEntries(new FormData(form)),
        ...days,
        paid: this.calculator.input("paid").checked,
        policies: policies.rows.map(({ first_day }) => first_day),
        stays: stays.rows,
      }),
    );
  }

  /** What is missing among the radio buttons; date inputs have their own reader. */
  #choices() {
    const { form } = this.calculator;
    /** @type {NodeListOf<HTMLInputElement>} */
    const dates = form.querySelectorAll("input[type=date]");
    return missingIn(
      form,
      [...dates].map(({ name }) => name),
    );
  }

  /**
   * @param {Claim} claim
   * @returns {Fault[]}
   */
  #estimate(claim) {
    try {
      this.#show(claim, estimate(claim));
      return [];
    } catch (error) {
      return [faultAt(fieldOf(error), error)];
    }
  }

  /**
   * @param {Claim} claim
   * @param {ReturnType<typeof estimate>} estimated
   */
  #show(claim, { cover, lumpSum, allowance, total }) {
    const { calculator } = this;
    fill(calculator.answer, {
      total: yuan(total),
      lump_sum: yuan(lumpSum.amount),
      refund: yuan(lumpSum.refund),
      paid_days: count(allowance.paid_days),
      allowance: yuan(allowance.amount),
    });
    const refund = calculator.answer.querySelector("[data-refund]");
    if (refund instanceof HTMLElement) refund.hidden = lumpSum.refund === 0;
    const findings = [...lumpSum.findings, ...cover.findings, ...allowance.findings];
    calculator.part("findings").replaceChildren(...findings.map((each) => reasonItem(each)));
    calculator.part("lines").replaceChildren(...allowance.lines.map(lineItem));
    calculator.part("arithmetic").hidden = allowance.lines.length === 0;
    const svg = calculator.answer.querySelector("svg");
    if (svg) draw(svg, layOut(cover, claim.stays, claim.specimen));
  }

  /** @param {string} id */
  #rows(id) {
    return new Rows(byId(id, HTMLElement), () => this.calculator.forget());
  }
}

/** @param {Line} line */
function lineItem({ stay, text }) {
  const days = `${dayText(stay.admission)}入院，${dayText(stay.discharge)}出院：`;
  return element("li", {}, days, element("b", {}, text));
}

/**
 * @param {Rows} rows
 * @returns {{rows: any[], faults: Fault[]}} The days of each row by field.
 */
function readRows({ inputs }) {
  /** @type {Fault[]} */
  const faults = [];
  const rows = inputs.map((row) => {
    /** @type {Record<string, string>} */
    const days = {};
    for (const input of row) {
      const read = readDay(input);
      if ("faults" in read) faults.push(...read.faults);
      else days[input.dataset.field ?? ""] = read.day;
    }
    return days;
  });
  return { rows, faults };
}

/**
 * The input that a rule's refusal is about.
 *
 * @param {unknown} error
 */
function fieldOf(error) {
  const isStay = error instanceof RuleError && error.code.startsWith("stay.");
  return isStay ? "stay.1.admission" : "policy.1.first_day";
}

export function startBenefits() {
  new Benefits().start();
}
