/** @import {Fault} from "../fault.js" */
/** @import {Finding} from "../rules/types.js" */
import { calendarOf } from "../calendar-file.js";
import { faultAt, readDays } from "../day-input.js";
import { byId, fill } from "../dom.js";
import { download } from "../download.js";
import { fault } from "../fault.js";
import { day as dayText } from "../format.js";
import { reasonItem } from "../reasons.js";
import {
  daysBetween,
  inForce,
  judgeLastDay,
  judgeReport,
  payBy,
  reportBy,
  RuleError,
} from "../rules/index.js";
import { CalculatorForm } from "./form.js";

/** @typedef {{name: "report_by" | "pay_by", day: string, provisional: boolean}} Deadline */

/**
 * The days to report a claim and the workdays to pay it (报案和到账期限).
 *
 * @param {string} today ISO date.
 */
export function startDeadlines(today) {
  const calculator = new CalculatorForm("deadlines", calculate);
  const button = byId("calendar", HTMLButtonElement);
  /** @type {Deadline[]} */
  let deadlines = [];
  button.addEventListener("click", () => saveCalendar(deadlines, button));
  calculator.start();

  function calculate() {
    const { days, faults } = readDays(calculator.form, [], ["reported", "papers_complete"]);
    // Without one of the two there is nothing to reckon.
    const diagnosed = readDays(
      calculator.form,
      days.papers_complete ? [] : ["diagnosed"],
      days.papers_complete ? ["diagnosed"] : [],
    );
    const all = [...diagnosed.faults, ...faults];
    return all.length > 0 ? all : reckon({ ...days, ...diagnosed.days });
  }

  /**
   * @param {Partial<Record<string, string>>} days
   * @returns {Fault[]}
   */
  function reckon({ diagnosed, reported, papers_complete }) {
    /** @type {ReturnType<typeof toReport>[]} */
    const found = [];
    try {
      if (diagnosed) found.push(toReport(diagnosed, reported ?? later(today, diagnosed)));
      if (papers_complete) found.push(toPay(papers_complete));
    } catch (error) {
      return [refusal(diagnosed ? "diagnosed" : "papers_complete", error)];
    }
    deadlines = found.map(({ deadline }) => deadline);
    const findings = found.flatMap((each) => each.findings);
    const wrong = findings.find(({ severity }) => severity === "error");
    if (wrong) return [fault("reported", wrong.message + wrong.fix, wrong.title)];
    show(findings, reported === undefined);
    return [];
  }

  /**
   * @param {Finding[]} findings
   * @param {boolean} isOpen Whether the claim has still to be reported.
   */
  function show(findings, isOpen) {
    const lastDay = showDays(calculator.answer, deadlines);
    const left = lastDay && isOpen ? daysBetween(today, lastDay) : -1;
    fill(calculator.answer, { left: left < 0 ? "" : leftText(left) });
    calculator.part("findings").replaceChildren(...findings.map((each) => reasonItem(each)));
  }
}

/**
 * @param {string} diagnosed
 * @param {string} reported
 * @returns {{deadline: Deadline, findings: Finding[]}}
 */
function toReport(diagnosed, reported) {
  const plan = inForce(diagnosed);
  const late = judgeReport(diagnosed, reported, plan);
  const unsure = late.length > 0 ? [] : judgeLastDay(diagnosed, plan);
  return {
    deadline: {
      name: "report_by",
      day: reportBy(diagnosed, plan),
      provisional: unsure.length > 0,
    },
    findings: [...late, ...unsure],
  };
}

/**
 * @param {string} complete When the papers were.
 * @returns {{deadline: Deadline, findings: Finding[]}}
 */
function toPay(complete) {
  const { findings, ...paid } = payBy(complete, inForce(complete));
  return { deadline: { name: "pay_by", ...paid }, findings };
}

/**
 * @param {HTMLElement} answer
 * @param {Deadline[]} deadlines
 * @returns {string | undefined} Until when to report.
 */
function showDays(answer, deadlines) {
  const known = Object.fromEntries(deadlines.map((each) => [each.name, each]));
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (
    answer.querySelectorAll("[data-line]")
  )) {
    const name = line.dataset.line ?? "";
    const deadline = known[name];
    line.hidden = !deadline;
    if (!deadline) continue;
    fill(line, { [name]: dayText(deadline.day) });
    const provisional = line.querySelector("[data-provisional]");
    if (provisional instanceof HTMLElement) provisional.hidden = !deadline.provisional;
  }
  return known.report_by?.day;
}

/**
 * The catalogue explains a day without a plan as a policy's; here it is another one.
 *
 * @param {string} field
 * @param {unknown} error
 */
function refusal(field, error) {
  const refused = faultAt(field, error);
  const isTooEarly = error instanceof RuleError && error.code === "plan.none_in_force";
  return isTooEarly ? fault(field, `${refused.title}，请核对年份。`) : refused;
}

/**
 * @param {string} one
 * @param {string} other
 */
function later(one, other) {
  return one > other ? one : other;
}

/** @param {number} left In days. */
function leftText(left) {
  return left === 0 ? "今天就是报案的最后一天。" : `离报案的最后一天还有 ${left} 天。`;
}

/**
 * @param {Deadline[]} deadlines
 * @param {HTMLElement} words What the days are called in a calendar.
 */
function saveCalendar(deadlines, { dataset }) {
  const days = deadlines.map(({ name, day, provisional }) => ({
    uid: `${name}-${day}@ankangbao`,
    day,
    summary: (dataset[name] ?? "") + (provisional ? (dataset.provisional ?? "") : ""),
  }));
  download("ankangbao.ics", calendarOf(days, new Date()), "text/calendar");
}
