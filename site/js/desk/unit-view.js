/** @import {ListTold, UnitCase} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Fact} from "../fact-items.js" */
/** @import {Surroundings} from "./roster-case.js" */
import { CardTable } from "../card-table.js";
import { byId, element, fill, link, partIn, reveal } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { count, day, moment } from "../format.js";
import { Decisions } from "./decisions.js";
import { hashOf } from "./place.js";
import { UnitForm } from "./unit-form.js";
import { whoInWords } from "./words.js";
import { unended } from "../sentence.js";

const COLUMNS = ["名单或保险单", "写的单位", "状态", "人数", "保险期间", "经办人"];

/** A unit: its names, its lists and old policies, and what became of it. */
export class UnitView {
  section = byId("unit", HTMLElement);
  alike = partIn(this.section, "alike");
  /** By what it was asked for: its number, or a receipt. */
  asked = "";

  /** @param {Surroundings} surroundings */
  constructor({ api, say, onError }) {
    this.api = api;
    this.say = say;
    const table = /** @type {HTMLTableElement} */ (this.section.querySelector("table"));
    this.table = new CardTable(table, COLUMNS);
    this.form = new UnitForm({
      api,
      onDone: (/** @type {UnitCase} */ unit) => this.#done(unit),
      onConflict: () => this.#lookAgain(),
      onSignedOut: onError,
    });
    this.decisions = new Decisions(this.section, [this.form]);
  }

  /**
   * @param {string} asked The unit's number, or the receipt of a list or old policy of it.
   * @param {string} queue The hash of the part of the queue to go back to.
   * @param {string[]} counties
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(asked, queue, counties) {
    const unit = await this.api.unit(asked);
    return () => {
      this.asked = asked;
      link(this.section, { list: asked.startsWith("AK") ? hashOf({ receipt: asked }) : queue });
      this.form.offerCounties(counties);
      this.decisions.close();
      this.#show(unit);
    };
  }

  /** @param {UnitCase} unit */
  #show(unit) {
    const { section } = this;
    const { lists, lists_elsewhere, alike } = unit;
    fill(section, {
      unit: unit.name,
      unit_elsewhere: lists_elsewhere
        ? `别的县（区）还有 ${count(lists_elsewhere)} 份，不在这里显示。`
        : "",
    });
    partIn(section, "unit-masked").hidden = !unit.is_masked;
    partIn(section, "unit-facts").replaceChildren(...factItems(factsOf(unit)));
    this.table.clear();
    this.table.append(lists.map(cellsOf));
    this.alike.hidden = alike.length === 0;
    this.alike.querySelector("ul")?.replaceChildren(...alike.map(alikeItem));
    partIn(section, "unit-timeline").replaceChildren(...unit.timeline.map(stepItem));
    this.form.offerChanges(unit);
    this.decisions.offer(decidable(unit));
  }

  /** @param {UnitCase} unit */
  #done(unit) {
    this.decisions.close();
    this.#show(unit);
    this.say(`已登记：${unit.name}。`);
    reveal(this.section);
  }

  async #lookAgain() {
    const unit = await this.api.unit(this.asked);
    this.#show(unit);
    return decidable(unit);
  }
}

/**
 * A unit as decisions have it: what happened to those that are part of it has numbers of its own.
 *
 * @param {UnitCase} unit
 */
function decidable(unit) {
  const own = unit.timeline.filter(({ receipt }) => receipt === unit.receipt);
  return { ...unit, state_label: "", timeline: own.map((step) => ({ ...step, version: 1 })) };
}

/** @typedef {ReturnType<typeof decidable>} DecidableUnit */

/**
 * @param {UnitCase} unit
 * @returns {Fact[]}
 */
function factsOf({ receipt, county, credit_code, industry, names, members, unreadable, ...unit }) {
  const others = names.filter(({ name }) => name !== unit.name);
  return given([
    ["编号", receipt],
    ["县（区）", county],
    ["信用代码", credit_code],
    ["产业工会", industry],
    ["也叫过", others.map(({ name, since }) => `${name}（${day(since)}起）`).join("；")],
    ["并进来的", members.map((each) => `${each.name}（${each.receipt}）`).join("；")],
    ["读不出来的", unreadable.join("、")],
  ]);
}

/**
 * @param {ListTold} list
 * @returns {Cell[]}
 */
function cellsOf({ receipt, is_brought_in, unit_name, county, state_label, people, ...list }) {
  const { policy_number, first_day, last_day, clerk } = list;
  const number = is_brought_in ? receipt : element("a", { href: hashOf({ receipt }) }, receipt);
  return [
    [number, is_brought_in ? "" : `，${day(list.day)}提交`],
    `${unit_name}（${county}）`,
    state_label,
    `${count(people)} 人`,
    first_day && last_day ? `${day(first_day)}到${day(last_day)}，${policy_number}` : "",
    clerk,
  ];
}

/** @param {ListTold} list */
function alikeItem({ receipt, unit_name, credit_code, people }) {
  const code = credit_code ? `信用代码 ${credit_code}` : "没有写信用代码";
  const where = element("a", { href: hashOf({ unit: receipt }) }, receipt);
  const words = element("p", {}, where, `：${unit_name}，${code}，${count(people)} 人`);
  return element("li", { "data-severity": "info" }, words);
}

/** @param {UnitCase["timeline"][number]} step */
function stepItem({ at, label, by, reason, since, name, other }) {
  const said = [
    name && `：${name}`,
    other && `：${other}`,
    since && by && `，${day(since)}起`,
    `（${moment(at)}，${whoInWords(by, "单位的名单")}${reason && `，${unended(reason)}`}）`,
  ];
  return element(
    "li",
    {},
    element("p", {}, element("b", {}, label), said.filter(Boolean).join("")),
  );
}
