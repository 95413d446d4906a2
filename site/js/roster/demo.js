/** @import {List, Report, Submission, Unit} from "../contract.js" */
import { ProblemError } from "../api.js";
import { dayOf } from "../clock.js";
import { byId, element, fill, partIn } from "../dom.js";
import { day } from "../format.js";
import { mends, people, receipt, reports, unit } from "../rules/generated/demo-list.js";
import { headerOf } from "./columns.js";
import { Prefilled } from "./prefilled.js";
import { showRosterReceipt } from "./receipt.js";

/** What the service would say to a change for which no answer was made. */
const ONLY_SUGGESTED = "演示里只会核对上面写的三处改法，别的改动请点“恢复原样”。";

/**
 * @param {List} list
 * @returns {string | null} Of which rows the mistakes are mended; null where anything else is
 *   changed, too.
 */
export function mendedRows({ mends: changed = [], exclude_rows = [] }) {
  const done = mends.filter(({ row, field, value }) =>
    field === null
      ? exclude_rows.includes(row)
      : changed.some((mend) => mend.row === row && mend.field === field && mend.value === value),
  );
  const isAll = done.length === changed.length + exclude_rows.length;
  return isAll ? done.map(({ row }) => row).join() : null;
}

/** An invented list of an invented unit, which goes nowhere. */
export class DemoSubmission {
  draft = "roster-demo";
  storage = () => sessionStorage;
  isReal = false;
  prefilled = new Prefilled({ people, list_mark: "demo", name: "示例名单" });
  /** @type {Unit} */
  unit = unit;

  /** Nothing is sent, so nothing has to be proved. */
  prepare() {}

  /**
   * @param {List} list
   * @returns {Promise<Report>} As the rules have answered it.
   * @throws {ProblemError}
   */
  async check(list) {
    const report = reports[mendedRows(list) ?? "unknown"];
    if (!report) {
      const kind = { type: "about:blank", status: 422, code: "demo", findings: [] };
      throw new ProblemError({ ...kind, title: "演示", detail: ONLY_SUGGESTED });
    }
    return report;
  }

  /**
   * @param {Submission} _submission
   * @returns {Promise<(report: Report) => void>} Shows a receipt like hers, which is none.
   */
  async send(_submission) {
    return (report) => {
      const { counts, premium } = report;
      const shown = { ...receipt, people: counts.people, premium };
      partIn(byId("demo", HTMLElement), "steps").hidden = true;
      byId("receipt-heading", HTMLElement).textContent = "演示：没有提交，回执就是这个样子";
      showRosterReceipt(byId("receipt", HTMLElement), shown, report);
    };
  }
}

/** @returns {DemoSubmission} With the words around it. */
export function startDemo() {
  const box = byId("demo", HTMLElement);
  document.documentElement.classList.add("demo");
  partIn(box, "mends").replaceChildren(...mends.map(lineOf));
  byId("submit-roster", HTMLButtonElement).textContent = "提交名单（演示）";
  fill(box, { day: day(dayOf(receipt.submitted_at)) });
  box.hidden = false;
  return new DemoSubmission();
}

/** @param {typeof mends[number]} mend */
function lineOf({ row, field, value }) {
  const where = `第 ${row} 行：`;
  if (field === null) return element("li", {}, `${where}勾选“这一行这次不报”`);
  const header = headerOf(/** @type {keyof typeof people[number]} */ (field));
  return element("li", {}, `${where}“${header}”填 `, element("b", {}, value ?? ""));
}
