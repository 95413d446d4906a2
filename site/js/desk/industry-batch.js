/** @import {Me} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
/** @import {IndustryTold, UnitFound} from "../../types/api.js" */
import { ProblemError } from "../api.js";
import { readDays } from "../day-input.js";
import { byId, element, fill, partIn } from "../dom.js";
import { fault } from "../fault.js";
import { count } from "../format.js";
import { failureIn, wordsAbout } from "../problem.js";
import { SentForm } from "./sent-form.js";

/** So many lines are looked for in one request. */
const AT_ONCE = 50;
const NOTHING = "没有找到：请核对全称或者统一社会信用代码；交过名单的单位才找得到。";
const SEVERAL = "有几个单位叫这个名字，请勾选是哪一个。";

/**
 * @typedef {object} Row
 * @property {UnitFound} unit
 * @property {boolean} isClear Whether the line means nobody else.
 * @property {HTMLInputElement} tick
 * @property {HTMLElement} became
 */

/**
 * Many units are put to an industry union (产业工会) at once: what a pasted list names is looked for,
 * somebody looks at it, and each is recorded as by its own page, on what it was then.
 */
export class IndustryBatch {
  place = byId("industry-batch", HTMLDetailsElement);
  lines = byId("industry-batch-lines", HTMLTextAreaElement);
  industry = byId("industry-batch-industry", HTMLSelectElement);
  reason = byId("industry-batch-reason", HTMLTextAreaElement);
  units = partIn(this.place, "units");
  /** @type {Row[]} */
  rows = [];

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(api, onSignedOut) {
    this.api = api;
    this.onSignedOut = onSignedOut;
    this.recordPart = /** @type {HTMLFormElement} */ (partIn(this.place, "record"));
    this.seek = new SentForm(/** @type {HTMLFormElement} */ (partIn(this.place, "seek")), {
      status: partIn(this.place, "seeking"),
      words: "正在查找…",
      ask: () => this.#find(),
      done: (found) => this.#show(found),
      onSignedOut,
    });
    this.record = new SentForm(this.recordPart, {
      status: partIn(this.place, "recording"),
      words: "正在登记，请不要关闭页面…",
      ask: () => this.#recordAll(),
      done: () => {},
      onSignedOut,
    });
    this.industry.addEventListener("change", () => this.#tickWhoChanges());
  }

  /** @param {Me} me */
  offer({ places_units }) {
    this.place.hidden = !places_units;
  }

  async #find() {
    this.recordPart.hidden = true;
    const lines = this.lines.value.split("\n").filter((line) => line.trim());
    /** @type {{line: string, units: UnitFound[]}[]} */
    const found = [];
    /** @type {IndustryTold[]} */
    let industries = [];
    for (let begin = 0; begin < lines.length; begin += AT_ONCE) {
      const some = lines.slice(begin, begin + AT_ONCE);
      const told = await this.api.findUnits(some);
      industries = told.industries;
      told.lines.forEach(({ units }, index) => found.push({ line: some[index] ?? "", units }));
    }
    return { found, industries };
  }

  /** @param {{found: {line: string, units: UnitFound[]}[], industries: IndustryTold[]}} told */
  #show({ found, industries }) {
    this.rows = [];
    this.units.replaceChildren(...found.map((each) => this.#item(each)));
    const options = industries.map(({ code, name }) => element("option", { value: code }, name));
    const chosen = this.industry.value;
    this.industry.replaceChildren(element("option", { value: "" }, "请选择"), ...options);
    this.industry.value = chosen;
    this.#tickWhoChanges();
    const lost = found.filter(({ units }) => units.length === 0).length;
    const rest = lost > 0 ? `，${count(lost)} 行没有找到` : "";
    fill(this.recordPart, { found: `${count(found.length)} 行${rest}` });
    this.recordPart.hidden = this.rows.length === 0 && lost === 0;
    this.record.summary.clear();
  }

  /** @param {{line: string, units: UnitFound[]}} found */
  #item({ line, units }) {
    const item = element("li", {}, element("p", {}, line.trim()));
    if (units.length === 0) item.append(element("p", { class: "hint" }, NOTHING));
    if (units.length > 1) item.append(element("p", { class: "hint" }, SEVERAL));
    for (const unit of units) item.append(this.#row(unit, units.length === 1));
    return item;
  }

  /**
   * @param {UnitFound} unit
   * @param {boolean} isClear As of `Row`.
   */
  #row(unit, isClear) {
    const { receipt, name, county, credit_code, industry_name } = unit;
    const tick = element("input", { type: "checkbox", name: "unit", value: receipt });
    const code = credit_code ? `，${credit_code}` : "";
    const now = industry_name ? `，现在属于${industry_name}` : "，还没有登记";
    const became = element("span", { role: "status" });
    this.rows.push({ unit, isClear, tick, became });
    const words = ` ${name}（${county}${code}${now}）`;
    return element("label", { class: "choice" }, tick, words, became);
  }

  /** Whom a line means without doubt, and who is not recorded so yet, is ticked; once each. */
  #tickWhoChanges() {
    const seen = new Set();
    for (const { unit, isClear, tick, became } of this.rows) {
      if (seen.has(unit.receipt)) became.textContent = " 上面已经有了。";
      const isSame = unit.industry !== "" && unit.industry === this.industry.value;
      tick.disabled = isSame || seen.has(unit.receipt);
      tick.checked = !tick.disabled && isClear;
      seen.add(unit.receipt);
    }
  }

  async #recordAll() {
    const { days, faults } = readDays(this.recordPart, ["since"]);
    const wanted = this.rows.filter(({ tick }) => tick.checked && !tick.disabled);
    const none = wanted.length > 0 ? [] : [fault("unit", "请勾选要登记的单位。", "没有勾选单位")];
    if (faults.length + none.length > 0) {
      this.record.summary.show([...faults, ...none]);
      return;
    }
    const what = { change: "industry", industry: this.industry.value };
    const request = { reason: this.reason.value.trim(), since: days["since"], what };
    for (const row of wanted) await this.#recordOne(row, request);
  }

  /**
   * @param {Row} row
   * @param {{reason: string, since: string | undefined, what: {change: string, industry: string}}} request
   */
  async #recordOne({ unit, tick, became }, request) {
    try {
      unit.revision = (await this.api.decide(unit, "events", request)).revision;
      unit.industry = request.what.industry;
      tick.checked = false;
      tick.disabled = true;
      became.textContent = " 已登记。";
    } catch (error) {
      // Where nothing more comes through, the rest stays ticked, to be sent once more.
      if (!(error instanceof ProblemError) || failureIn(error)) throw error;
      became.textContent = ` 没有登记：${wordsAbout(error)}`;
    }
  }
}
