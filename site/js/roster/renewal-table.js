/** @import {Change, Renewal, RenewalReport} from "../contract.js" */
import { element } from "../dom.js";
import { count, day } from "../format.js";

const COLUMNS = ["姓名", "今年", "去年", "等待期", "年龄上限", "说明"];

/** What asks for something first. @type {Change[]} */
const ORDER = ["too_old", "lapsed", "added", "left", "renewed"];

/**
 * Two lists compared, in words and as a table.
 *
 * @param {RenewalReport} report
 * @param {() => void} print
 * @returns {HTMLElement[]}
 */
export function comparison(report, print) {
  const renamed = report.people.filter(({ name_before }) => name_before);
  const groups = ORDER.map((change) => withRenamedFirst(report.people, change));
  const changes = groups.filter((people) => people.length > 0);
  const button = element("button", { type: "button", class: "md-button" }, "打印比对结果");
  button.addEventListener("click", print);
  return [
    element("h3", {}, "和去年比对的结果"),
    element(
      "p",
      { class: "counts" },
      `${changes.map(counted).join("，")}。${saidOfRenamed(renamed)}`,
    ),
    element("p", { class: "hint" }, basis(report)),
    element("p", {}, button),
    table(changes),
  ];
}

/**
 * @param {Renewal[]} people
 * @param {Change} change
 */
function withRenamedFirst(people, change) {
  const found = people.filter((each) => each.change === change);
  return [
    ...found.filter(({ name_before }) => name_before),
    ...found.filter(({ name_before }) => !name_before),
  ];
}

/** @param {Renewal[]} people Whose number has another name than last year. */
function saidOfRenamed(people) {
  return people.length > 0 ? `其中姓名变了的 ${count(people.length)} 人。` : "";
}

/** @param {Renewal[]} people */
function counted(people) {
  return `${people[0]?.change_label} ${count(people.length)} 人`;
}

/** @param {RenewalReport} report */
function basis({ last_day, cover_from, counts }) {
  const reckoned = `去年保险到 ${day(last_day)}，今年按最早从 ${day(cover_from)} 开始计算。`;
  const wrong = [
    ["今年", counts.this_not_compared],
    ["去年", counts.last_not_compared],
  ].flatMap(([year, rows]) => (rows ? [`${year}的名单有 ${rows} 行`] : []));
  return wrong.length > 0 ? `${reckoned}${wrong.join("、")}因为有错误没有比对。` : reckoned;
}

/** @param {Renewal[][]} changes */
function table(changes) {
  const heads = COLUMNS.map((name) => element("th", { scope: "col", role: "columnheader" }, name));
  return element(
    "table",
    { class: "findings renewals", role: "table" },
    element("caption", {}, "每个人的变化"),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)),
    ...changes.map(body),
  );
}

/** @param {Renewal[]} people All of one change. */
function body(people) {
  const title = element("strong", {}, `${people[0]?.change_label}（${count(people.length)} 人）`);
  const said = saidOfAll(people);
  const head = element(
    "th",
    { scope: "rowgroup", role: "rowheader", colspan: String(COLUMNS.length), class: "group" },
    title,
    ...(said ? [element("p", {}, said)] : []),
  );
  const header = element("tr", { role: "row" }, head);
  return element("tbody", { role: "rowgroup" }, header, ...people.map((each) => row(each, said)));
}

/**
 * @param {Renewal[]} people
 * @returns {string} What the first finding says, where it says the same of everybody.
 */
function saidOfAll(people) {
  const said = new Set(people.map(({ findings: [first] }) => first && first.message + first.fix));
  const [only = ""] = said;
  return said.size === 1 ? only : "";
}

/**
 * @param {Renewal} person
 * @param {string} said What the group's header says of her already.
 */
function row(person, said) {
  const { name, waiting_last_day, maximum_age, findings } = person;
  const words = findings.map(({ message, fix }) => message + fix).filter((each) => each !== said);
  const texts = [
    name,
    rowOf(person.row),
    rowOf(person.last_row),
    waiting(person, waiting_last_day),
    maximum_age ? `${maximum_age} 周岁` : "",
    words.join(""),
  ];
  const cells = texts.map((text, index) => cell(text, COLUMNS[index] ?? ""));
  return element("tr", { role: "row" }, ...cells);
}

/**
 * @param {string} text Phones leave the cell out where there is none.
 * @param {string} label
 */
function cell(text, label) {
  const attributes = { role: "cell", "data-label": label, class: text ? "" : "none" };
  return element("td", attributes, text || "—");
}

/** @param {number | null} row */
function rowOf(row) {
  return row ? `第 ${row} 行` : "";
}

/**
 * @param {Renewal} person
 * @param {string | null} lastDay
 */
function waiting({ change }, lastDay) {
  if (lastDay) return `到 ${day(lastDay)}`;
  return change === "renewed" ? "没有" : "";
}
