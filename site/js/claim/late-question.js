import { byId, fill } from "../dom.js";
import { day } from "../format.js";
import { typedDay } from "../typed-day.js";
import { deadlineOf } from "./deadline.js";

/** Asks why, where the days to report are over (第十四条); nothing is made of it but for the desk. */
export class LateQuestion {
  part = byId("late", HTMLFieldSetElement);
  diagnosed = byId("diagnosis-date", HTMLInputElement);

  /** @param {string} today ISO date. */
  constructor(today) {
    this.today = today;
  }

  follow() {
    const reportBy = this.#over();
    this.part.hidden = !reportBy;
    this.part.disabled = !reportBy;
    if (reportBy) fill(this.part, { over: day(reportBy) });
  }

  /** @returns {string} The last day to report, once it is over. */
  #over() {
    const typed = typedDay(this.diagnosed);
    if ("faults" in typed) return "";
    try {
      const { report_by, left } = deadlineOf(typed.day, this.today);
      return left < 0 ? report_by : "";
    } catch {
      // A day that no rule can be applied to is said at its input.
      return "";
    }
  }
}
