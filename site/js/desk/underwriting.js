/** @import {Case, Underwriting, UnderwrittenRow} from "./contract.js" */
/** @import {Decided, RowDecisions} from "./row-decisions.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { count, day } from "../format.js";
import { CardTable } from "../card-table.js";
import { bringPart } from "../patience.js";
import { RetryLine } from "../retry-line.js";
import { DECIDED } from "./row-decisions.js";

const COLUMNS = ["选", "行", "姓名", "身份证号", "情况", "决定"];

/**
 * Who of a list renews and who does not, and of whom something must be decided before acceptance:
 * rows are picked, and one decision is begun for all of them.
 */
export class UnderwritingView {
  /** @type {Underwriting | null} */
  #found = null;
  #looking = "";
  #withOthers = false;

  /**
   * @param {HTMLElement} section
   * @param {RowDecisions} decisions
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(section, decisions, api, onSignedOut) {
    this.part = partIn(section, "underwriting");
    this.decisions = decisions;
    this.api = api;
    this.onSignedOut = onSignedOut;
    this.standing = partIn(this.part, "standing");
    this.line = RetryLine.behind(this.standing);
    this.picked = partIn(this.part, "picked");
    this.bulk = partIn(this.part, "bulk");
    const table = this.part.querySelector("table");
    this.table = new CardTable(/** @type {HTMLTableElement} */ (table), COLUMNS);
    this.others = /** @type {HTMLButtonElement} */ (this.bulk.querySelector("[data-others]"));
    this.bulk.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#act(target);
    });
    section.addEventListener("input", () => this.#showDecisions());
  }

  /**
   * Looks a list up as if its cover began on a day.
   *
   * @param {Case} roster
   * @param {string} first_day ISO date; empty: the one that would be proposed today.
   */
  async look({ receipt }, first_day) {
    const looking = `${receipt} ${first_day}`;
    this.#looking = looking;
    this.standing.textContent = "正在查每个人以前的保险…";
    this.line.end();
    await bringPart(this.line, () => this.api.underwriting(receipt, first_day), {
      show: (found) => this.#show(found),
      onSignedOut: this.onSignedOut,
      isWanted: () => looking === this.#looking,
    });
    if (looking === this.#looking && !this.line.box.hidden)
      this.standing.textContent = "没有查到。";
  }

  /** @param {Underwriting} found */
  #show(found) {
    this.#found = found;
    const { first_day, continuous, lapsed, first_time } = found;
    this.standing.textContent =
      `按${day(first_day)}零时生效：续保 ${count(continuous)} 人，` +
      `中断后参加 ${count(lapsed)} 人，首次参加 ${count(first_time)} 人。`;
    this.#showRows(pickedIn(this.table));
  }

  /** @param {number[]} picked */
  #showRows(picked) {
    const rows = this.#found?.rows ?? [];
    const pressing = rows.filter(({ to_decide, others }) => to_decide.length + others.length > 0);
    const shown = this.#withOthers ? rows : pressing;
    this.table.clear();
    this.table.append(shown.map((each) => cellsOf(each, picked.includes(each.row))));
    const toDecide = rows.filter(({ to_decide }) => to_decide.length > 0).length;
    const toLookAt = pressing.length - toDecide;
    partIn(this.part, "caption").textContent =
      (toDecide > 0 ? `要决定的 ${count(toDecide)} 人` : "没有一定要决定的人") +
      (toLookAt > 0 ? `，另有 ${count(toLookAt)} 人请看一看` : "");
    this.table.table.hidden = shown.length === 0;
    this.bulk.hidden = rows.length === 0;
    const rest = rows.length - pressing.length;
    this.others.hidden = rest === 0;
    this.others.textContent = this.#withOthers
      ? "收起其他人"
      : `也列出其他不是续保的 ${count(rest)} 人`;
    this.#showDecisions();
  }

  #showDecisions() {
    const decided = this.decisions.byRow;
    for (const row of this.table.body.rows) {
      const tick = row.querySelector("input");
      const place = row.cells[COLUMNS.length - 1]?.firstElementChild;
      if (!tick || !place) continue;
      const names = decided.get(Number(tick.value)) ?? [];
      const open = tick.dataset.undecided === "true" ? "还没有决定" : "—";
      place.textContent = names.length > 0 ? names.map((name) => DECIDED[name]).join("；") : open;
    }
  }

  /** @param {HTMLButtonElement} button */
  #act({ dataset }) {
    const ticks = ticksIn(this.table);
    if ("all" in dataset) {
      const all = ticks.every((tick) => tick.checked);
      for (const tick of ticks) tick.checked = !all;
    } else if ("others" in dataset) {
      const picked = pickedIn(this.table);
      this.#withOthers = !this.#withOthers;
      this.#showRows(picked);
    } else {
      this.#decide(/** @type {Decided} */ (dataset.decide));
    }
  }

  /** @param {Decided} name */
  #decide(name) {
    const rows = pickedIn(this.table);
    this.picked.textContent = rows.length > 0 ? "" : "请先在表里勾选人员。";
    if (rows.length === 0) return;
    for (const tick of ticksIn(this.table)) tick.checked = false;
    this.decisions.begin(name, rows);
  }
}

/** @param {CardTable} table */
function ticksIn({ body }) {
  return [...body.querySelectorAll("input")];
}

/** @param {CardTable} table */
function pickedIn(table) {
  return ticksIn(table)
    .filter((tick) => tick.checked)
    .map((tick) => Number(tick.value));
}

/**
 * @param {UnderwrittenRow} each
 * @param {boolean} isPicked
 * @returns {import("../card-table.js").Cell[]}
 */
function cellsOf(each, isPicked) {
  const { row, name, id_number, to_decide } = each;
  const tick = element("input", {
    type: "checkbox",
    id: `underwriting-${row}`,
    name: `underwriting.${row}`,
    value: String(row),
    "data-undecided": String(to_decide.length > 0),
    "aria-label": `第 ${row} 行 ${name}`,
  });
  tick.checked = isPicked;
  const notes = notesOf(each).map(([severity, words]) =>
    element("li", { "data-severity": severity }, words),
  );
  return [
    element("label", { class: "pick" }, tick),
    String(row),
    name,
    element("span", { class: "id-number" }, id_number),
    element("ul", { class: "notes-of-row" }, ...notes),
    "—",
  ];
}

/**
 * @param {UnderwrittenRow} each
 * @returns {[string, string][]} Severity and words.
 */
function notesOf({ standing, old_last_day, to_decide, others }) {
  /** @type {[string, string][]} */
  const found = [["info", standingInWords(standing, old_last_day)]];
  for (const { severity, title, message } of to_decide) {
    found.push([severity, `${title}：${message}`]);
  }
  for (const { receipt, unit_name, is_accepted, cover_from, cover_until } of others) {
    const which = receipt ? `${unit_name}的名单 ${receipt}` : "别处的名单或旧保险单";
    const state = is_accepted ? "已承保" : "还没有承保";
    found.push(["warning", `也在${which}里（${state}，${day(cover_from)}到${day(cover_until)}）`]);
  }
  return found;
}

/**
 * @param {UnderwrittenRow["standing"]} standing
 * @param {string | null} lastDay
 */
function standingInWords(standing, lastDay) {
  if (!lastDay) return "首次参加：没有查到以前的保险";
  const until = `旧保险到${day(lastDay)}为止`;
  return standing === "continuous" ? `续保：${until}` : `中断后参加：${until}`;
}
