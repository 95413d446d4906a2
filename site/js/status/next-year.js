/** @import {NextYearFile, RosterState} from "../contract.js" */
import { calendarOf } from "../calendar-file.js";
import { byId, element, fill, partIn } from "../dom.js";
import { download, saveFrom } from "../download.js";
import { ErrorSummary } from "../error-summary.js";
import { count, day } from "../format.js";
import { bearing, pathOf } from "../lookup.js";
import { faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";
import { addDays } from "../rules/index.js";

/** When the cover of an accepted list ends, and next year's list once it is time. */
export class NextYearView {
  section = byId("next-year", HTMLElement);
  status = byId("asking-next-year", HTMLElement);
  calendar = byId("next-year-calendar", HTMLButtonElement);
  file = byId("next-year-file", HTMLButtonElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  constructor() {
    const box = /** @type {HTMLElement} */ (this.section.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.section);
    this.told = partIn(this.section, "not-renewed");
    this.calendar.addEventListener("click", () => this.#saveDays());
    this.file.addEventListener("click", () => this.#download());
  }

  /**
   * @param {RosterState} roster Only an accepted list has an end.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    const { renewal } = roster;
    this.roster = roster;
    this.accessCode = accessCode;
    this.summary.clear();
    this.told.hidden = true;
    this.section.hidden = !renewal;
    if (!renewal) return;
    const { is_open, last_day, first_day, opens_on } = renewal;
    const days = { last_day: day(last_day), first_day: day(first_day), opens_on: day(opens_on) };
    fill(this.section, days);
    partIn(this.section, "early").hidden = is_open;
    partIn(this.section, "open").hidden = !is_open;
    const isLate = first_day > addDays(last_day, 1);
    partIn(this.section, "in-time").hidden = isLate;
    partIn(this.section, "late").hidden = !isLate;
    this.calendar.hidden = isLate;
  }

  #saveDays() {
    const { roster } = this;
    if (!roster?.renewal) return;
    const { opens_on, last_day } = roster.renewal;
    const { opens = "", ends = "" } = this.calendar.dataset;
    const entries = [
      { name: "opens", day: opens_on, summary: opens },
      { name: "ends", day: last_day, summary: ends },
    ].map(({ name, ...entry }) => ({ ...entry, uid: `${name}-${roster.receipt}@ankangbao` }));
    download("ankangbao-renewal.ics", calendarOf(entries, new Date()), "text/calendar");
  }

  async #download() {
    const { roster } = this;
    if (!roster || this.file.disabled) return;
    this.summary.clear();
    this.file.disabled = true;
    this.status.textContent = "正在做名单…";
    try {
      const request = { body: {}, headers: bearing(this.accessCode) };
      const path = `${pathOf(roster.receipt)}/renewal/file`;
      /** @type {NextYearFile} */
      const made = await callWithProof(path, request, this.status);
      if (roster !== this.roster) return;
      saveFrom(made.url);
      this.status.textContent = `已开始下载：${count(made.people)} 人。有变化的，在表格里改好再提交。`;
      showNotRenewed(this.told, made.not_renewed);
    } catch (error) {
      this.status.textContent = "";
      this.summary.show(faultsOf(error));
    } finally {
      this.file.disabled = false;
    }
  }
}

/**
 * Says who of the old list is not in the new one, and why.
 *
 * @param {HTMLElement} part With a list.
 * @param {NextYearFile["not_renewed"]} people
 */
export function showNotRenewed(part, people) {
  const items = people.map(({ row, name, why_label, findings }) => {
    const words = findings.map(({ message, fix }) => message + fix).join("");
    return element("li", {}, `第 ${row} 行（${name}）：${why_label}。${words}`);
  });
  part.querySelector("ul")?.replaceChildren(...items);
  part.hidden = people.length === 0;
}
