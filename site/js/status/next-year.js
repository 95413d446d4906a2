/** @import {NextYearFile, RosterState} from "../contract.js" */
import { siteAddress } from "../address.js";
import { calendarOf } from "../calendar-file.js";
import { byId, fill, link, partIn } from "../dom.js";
import { download } from "../download.js";
import { count, day } from "../format.js";
import { Asking } from "./asking.js";
import { saveMade } from "./made-file.js";
import { isLate, isSent, showNotRenewed, showSent } from "./renewals.js";

/** When the cover of an accepted list ends, and next year's list once it is time. */
export class NextYearView {
  section = byId("next-year", HTMLElement);
  calendar = byId("next-year-calendar", HTMLButtonElement);
  asking = new Asking(this.section, byId("next-year-file", HTMLButtonElement));
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";

  constructor() {
    this.told = partIn(this.section, "not-renewed");
    this.calendar.addEventListener("click", () => this.#saveDays());
    this.asking.button.addEventListener("click", () => this.#download());
  }

  /**
   * @param {RosterState} roster Only an accepted list has an end.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    const { renewal } = roster;
    this.roster = roster;
    this.accessCode = accessCode;
    this.asking.summary.clear();
    this.told.hidden = true;
    this.section.hidden = !renewal;
    if (!renewal) return;
    const { is_open, last_day, first_day, opens_on } = renewal;
    const days = { last_day: day(last_day), first_day: day(first_day), opens_on: day(opens_on) };
    fill(this.section, days);
    partIn(this.section, "early").hidden = is_open;
    partIn(this.section, "open").hidden = !is_open;
    const late = isLate(renewal);
    partIn(this.section, "in-time").hidden = late;
    partIn(this.section, "late").hidden = !late;
    this.calendar.hidden = late;
    link(this.section, {
      renew: siteAddress(`/roster/?renew=${encodeURIComponent(roster.receipt)}`),
    });
    for (const part of ["renew", "renew-button"]) {
      partIn(this.section, part).hidden = isSent(renewal);
    }
    showSent(partIn(this.section, "sent"), renewal.sent);
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

  #download() {
    const { roster, accessCode } = this;
    if (!roster) return;
    const { receipt } = roster;
    const isWanted = () => roster === this.roster;
    const file = { receipt, accessCode, part: "/renewal/file", words: "正在做名单…", isWanted };
    saveMade(this.asking, file, (/** @type {NextYearFile} */ { people, not_renewed }) => {
      showNotRenewed(this.told, not_renewed);
      return `已开始下载：${count(people)} 人。有变化的，在表格里改好再提交。`;
    });
  }
}
