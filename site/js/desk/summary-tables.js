/** @import {Bar} from "./bars.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Disease, Group, Pace, Summary, Waiting} from "../../types/api.js" */
import { element } from "../dom.js";
import { count, yuan } from "../format.js";

export const NOT_SHOWN = "不显示";
const GROUP_COLUMNS = ["单位", "名单", "人数", "首次参加", "连续续保", "到期未续", "保险费"];

/** What each table's columns are called, by its id in the page. */
export const COLUMNS = {
  "places-table": ["市、县（区）", ...GROUP_COLUMNS],
  "kinds-table": ["单位性质", ...GROUP_COLUMNS],
  "diseases-table": ["疾病", "报案", "给付", "不予给付", "退还保险费", "给付金额", "退还金额"],
  "paces-table": ["事项", "办结", "按时办结", "中位数", "九成不超过", "期限"],
  "waiting-table": ["等什么", "现在没有办完", "其中已经超期"],
};

/**
 * The rows of every table.
 *
 * @param {Summary} summary
 * @returns {Record<keyof typeof COLUMNS, Cell[][]>}
 */
export function rowsOf({ cities, kinds, total, diseases, claims, paces, waiting }) {
  const places = cities.flatMap((city) => [
    groupRow(city, true),
    ...city.counties.map((county) => groupRow(county)),
  ]);
  return {
    "places-table": [...places, groupRow(total, true)],
    "kinds-table": [...kinds.map((kind) => groupRow(kind)), groupRow(total, true)],
    "diseases-table": [...diseases.map((each) => diseaseRow(each)), diseaseRow(claims, true)],
    "paces-table": paces.map(paceRow),
    "waiting-table": waiting.map(waitingRow),
  };
}

/**
 * @param {Group[]} groups
 * @returns {Bar[]} How many people each has.
 */
export function peopleBars(groups) {
  return groups.map(({ name, people }) => ({ name, value: people, words: shown(people, "人") }));
}

/**
 * @param {Disease[]} diseases
 * @returns {Bar[]} How many claims were reported of each.
 */
export function claimBars(diseases) {
  return diseases.map(({ name, reported }) => ({
    name,
    value: reported,
    words: `报案 ${shown(reported, "件")}`,
  }));
}

/**
 * @param {Pace} pace
 * @returns {Bar[]}
 */
export function paceBars({ median, ninetieth, unit }) {
  return [
    { name: "中位数", value: median, words: shown(median, unit, "还没有") },
    { name: "九成不超过", value: ninetieth, words: shown(ninetieth, unit, "还没有") },
  ];
}

/**
 * @param {Pace} pace
 * @returns {string} How many days were promised, and who says so: 5 天（本站自己定的）
 */
export function promiseOf({ promise, promised_by, unit }) {
  return `${promise} ${unit}（${promised_by}）`;
}

/**
 * @param {Group} group
 * @param {boolean} [isSum]
 * @returns {Cell[]}
 */
function groupRow(group, isSum = false) {
  const { units, lists, people, first_time, renewed, left, premium } = group;
  const numbers = [units, lists, people, first_time, renewed, left].map((value) => shown(value));
  return [nameOf(group.name, isSum), ...numbers, money(premium)];
}

/**
 * @param {Disease} disease
 * @param {boolean} [isSum]
 * @returns {Cell[]}
 */
function diseaseRow(disease, isSum = false) {
  const { reported, paid, refused, refunded, paid_amount, refunded_amount } = disease;
  const numbers = [reported, paid, refused, refunded].map((value) => shown(value));
  return [nameOf(disease.name, isSum), ...numbers, money(paid_amount), money(refunded_amount)];
}

/**
 * @param {Pace} pace
 * @returns {Cell[]}
 */
function paceRow(pace) {
  const { label, count: number, in_time, median, ninetieth, unit } = pace;
  const none = number === 0 ? "—" : NOT_SHOWN;
  const days = [median, ninetieth].map((value) => shown(value, unit, none));
  return [label, shown(number), shown(in_time), ...days, promiseOf(pace)];
}

/**
 * @param {Waiting} waiting
 * @returns {Cell[]}
 */
function waitingRow({ label, count: number, overdue, is_more }) {
  return [label, `${count(number)}${is_more ? " 以上" : ""}`, count(overdue)];
}

/**
 * @param {string} name
 * @param {boolean} isSum
 */
function nameOf(name, isSum) {
  return isSum ? element("b", {}, name) : name;
}

/**
 * @param {number | null} value
 * @param {string} [unit]
 * @param {string} [none]
 */
function shown(value, unit = "", none = NOT_SHOWN) {
  if (value === null) return none;
  return unit ? `${count(value)} ${unit}` : count(value);
}

/** @param {number | null} amount */
function money(amount) {
  return amount === null ? NOT_SHOWN : yuan(amount);
}
