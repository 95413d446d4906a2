import { faultAt, readDays } from "../day-input.js";
import { fill } from "../dom.js";
import { day as dayText } from "../format.js";
import { RuleError } from "../rules/index.js";
import { reasonItem } from "../reasons.js";
import { coverDates } from "./cover-dates.js";
import { CalculatorForm } from "./form.js";

const NO_WAITING = "连续续保，没有等待期";

/** Cover and waiting period (保险期限、等待期). */
export function startCover() {
  const calculator = new CalculatorForm("cover", calculate);
  calculator.start();

  function calculate() {
    const needed = ["consent", "premium_received", "policy_issued"];
    const { days, faults } = readDays(calculator.form, needed, ["old_last_day", "agreed"]);
    if (faults.length > 0) return faults;
    try {
      const { old_last_day = null, agreed = null } = days;
      show(coverDates(/** @type {any} */ (days), old_last_day, agreed));
      return [];
    } catch (error) {
      return [faultAt(isAgreed(error) ? "agreed" : "policy_issued", error)];
    }
  }

  /** @param {ReturnType<typeof coverDates>} dates */
  function show({ first_day, last_day, waiting_last_day, renew_by, reason, findings }) {
    fill(calculator.answer, {
      first_day: dayText(first_day),
      why: reason.message,
      last_day: dayText(last_day),
      waiting: waiting_last_day ? `到 ${dayText(waiting_last_day)} 为止` : NO_WAITING,
      renew_by: dayText(renew_by),
    });
    calculator.part("findings").replaceChildren(...findings.map((each) => reasonItem(each)));
  }
}

/** @param {unknown} error */
function isAgreed(error) {
  return error instanceof RuleError && error.code.startsWith("cover.agreed");
}
