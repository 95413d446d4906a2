/** @import {Me} from "./contract.js" */
/** @import {Period, Span} from "./period.js" */
/** @import {StaffApi} from "./staff-api.js" */
/** @import {MonthlySummaries, Summary} from "../../types/api.js" */
import { readDays } from "../day-input.js";
import { byId, element, fill, partIn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { day, moment } from "../format.js";
import { drawBars } from "./bars.js";
import { CardTable } from "../card-table.js";
import { beside, bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { IndustryBatch } from "./industry-batch.js";
import { hashOfPeriod, periodIn, periodOf, spanOf, SPANS } from "./period.js";
import { tell, unreadableWords } from "./queue-cells.js";
import { claimBars, COLUMNS, paceBars, peopleBars, promiseOf, rowsOf } from "./summary-tables.js";

/** @type {MonthlySummaries} */
const NO_MONTHS = { months: [], unreadable: [] };

/** The summary of 第十三条 for a period, on the screen, on paper and as a file. */
export class SummaryView {
  section = byId("summary", HTMLElement);
  form = byId("period", HTMLFormElement);
  span = byId("period-span", HTMLSelectElement);
  made = partIn(this.section, "made");
  industry = byId("period-industry", HTMLSelectElement);
  tables = Object.fromEntries(
    Object.entries(COLUMNS).map(([id, columns]) => [
      id,
      new CardTable(byId(id, HTMLTableElement), columns),
    ]),
  );
  /** @type {Period} */
  period;

  /**
   * @param {StaffApi} api
   * @param {string} today ISO date.
   * @param {(error: unknown) => void} onError
   */
  constructor(api, today, onError) {
    this.api = api;
    this.today = today;
    this.onError = onError;
    this.period = periodOf("year", today);
    this.batch = new IndustryBatch(api, onError);
    this.line = RetryLine.behind(partIn(this.section, "months"));
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    const spans = Object.entries(SPANS).map(([value, name]) => element("option", { value }, name));
    this.span.replaceChildren(...spans, element("option", { value: "" }, "自己选日期"));
    this.span.addEventListener("change", () => this.#choose());
    this.industry.addEventListener("change", () => this.#ask());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask();
    });
    byId("print-summary", HTMLButtonElement).addEventListener("click", () => print());
    const file = byId("summary-file", HTMLButtonElement);
    this.#fetches(file, partIn(this.section, "actions"), () => api.summaryFile(this.period));
  }

  /**
   * Fetches the summary that the address names.
   *
   * @param {Me} me
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(me) {
    const { roles } = me;
    const period = { ...usual(me), ...periodIn(location.hash, this.today) };
    this.#fillIn(period);
    this.#offerIndustries(me, period);
    this.batch.offer(me);
    const seesMonths = roles.some((role) => role === "federation" || role === "admin");
    const [summary, bringMonths] = await Promise.all([
      this.api.summary(period),
      beside(async () => (seesMonths ? this.api.monthlySummaries() : null)),
    ]);
    return () => {
      this.period = period;
      this.summary.clear();
      this.#show(summary);
      this.#showMonths(seesMonths ? NO_MONTHS : null);
      partIn(this.section, "no-months").hidden = true;
      bringMonths(this.line, {
        show: (months) => this.#showMonths(months),
        onSignedOut: this.onError,
        isWanted: () => this.period === period,
      });
    };
  }

  /** @param {Period} period */
  #fillIn(period) {
    for (const name of /** @type {const} */ (["from", "until"])) {
      byId(`period-${name}`, HTMLInputElement).value = period[name];
    }
    this.span.value = spanOf(period, this.today);
  }

  /**
   * @param {Me} me
   * @param {Period} period
   */
  #offerIndustries({ summary_counties, summary_industries }, { industry = "" }) {
    const counties = summary_counties.length > 0 ? [{ code: "", name: "各县（区）" }] : [];
    const whose = [...counties, ...summary_industries];
    const options = whose.map(({ code, name }) => element("option", { value: code }, name));
    this.industry.replaceChildren(...options);
    this.industry.value = industry;
    partIn(this.section, "whose").hidden = whose.length < 2;
  }

  #choose() {
    if (this.span.value) {
      this.#fillIn(periodOf(/** @type {Span} */ (this.span.value), this.today));
      this.#ask();
    }
  }

  #ask() {
    this.summary.clear();
    const { days, faults } = readDays(this.form, ["from", "until"]);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    const { value: industry } = this.industry;
    const asked = industry ? { ...days, industry } : days;
    const hash = hashOfPeriod(/** @type {Period} */ (asked));
    // Asked again, there may be more in the same period.
    if (location.hash === hash) dispatchEvent(new HashChangeEvent("hashchange"));
    else location.hash = hash;
  }

  /** @param {Summary} summary */
  #show(summary) {
    const { section } = this;
    fill(section, { period: `${day(summary.first_day)}到${day(summary.last_day)}` });
    this.#tell("of-industry", summary.of_industry);
    partIn(section, "waiting").hidden = summary.waiting.length === 0;
    this.#tell("hidden", summary.hidden);
    this.#tell("two-sums", summary.two_sums);
    for (const [id, rows] of Object.entries(rowsOf(summary))) {
      this.tables[id]?.clear();
      this.tables[id]?.append(rows);
    }
    drawBars(this.#picture("city-bars"), "各市人数", peopleBars(summary.cities));
    drawBars(this.#picture("kind-bars"), "各类单位人数", peopleBars(summary.kinds));
    drawBars(this.#picture("disease-bars"), "各种疾病的报案", claimBars(summary.diseases));
    for (const pace of summary.paces) {
      const title = `${pace.label}，期限 ${promiseOf(pace)}`;
      fill(section, { [`${pace.what}_pace`]: `${title}；图里的竖线是期限` });
      drawBars(this.#picture(`${pace.what}-bars`), title, paceBars(pace), pace.promise);
    }
    this.made.hidden = false;
  }

  /**
   * @param {string} name Of the part that says it.
   * @param {{message: string} | null} finding
   */
  #tell(name, finding) {
    tell(partIn(this.section, name), finding?.message ?? "");
  }

  /** @param {MonthlySummaries | null} found Null where they are not hers to see. */
  #showMonths(found) {
    const { months, unreadable } = found ?? NO_MONTHS;
    partIn(this.section, "monthly").hidden = found === null;
    partIn(this.section, "no-months").hidden = found === null || months.length > 0;
    tell(partIn(this.section, "unreadable-months"), unreadableWords(unreadable));
    const items = months.map(({ month, made_at }) => {
      const button = element("button", { type: "button", class: "md-button" }, `${month} 下载`);
      const made = element("span", { class: "hint" }, `${moment(made_at)}生成`);
      const item = element("li", {}, button, made);
      this.#fetches(button, made, () => this.api.monthlySummaryFile(month));
      return item;
    });
    partIn(this.section, "months").replaceChildren(...items);
  }

  /** @param {string} name */
  #picture(name) {
    return /** @type {SVGSVGElement} */ (this.section.querySelector(`[data-part="${name}"]`));
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} place Behind which it is told where the file does not come.
   * @param {() => Promise<{url: string}>} make
   */
  #fetches(button, place, make) {
    const line = RetryLine.behind(place);
    const show = (/** @type {{url: string}} */ { url }) => location.assign(url);
    const part = { show, onSignedOut: this.onError };
    button.addEventListener("click", () => resting(button, () => bringPart(line, make, part)));
  }
}

/**
 * @param {Me} me
 * @returns {{industry?: string}} Whose summary is meant where nobody says so: her first industry
 *   union's, where she reads that of no county.
 */
function usual({ summary_counties, summary_industries: [first] }) {
  return summary_counties.length === 0 && first ? { industry: first.code } : {};
}
