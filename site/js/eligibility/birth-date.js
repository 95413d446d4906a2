/** Reading what people type as a birth date (出生日期), in three boxes. */
import { checkDay, exists, RuleError } from "../rules/index.js";
import { bare } from "../rules/writing.js";

/**
 * @typedef {"year" | "month" | "day"} Part
 * @typedef {{part: Part, text: string}} BirthFault
 */

const NAMES = { year: "年份", month: "月份", day: "日子" };
const NO_YEAR = "这里要填出生的年份，4 位数字，不是年龄。";
/** @type {Part[]} */
const PARTS = ["year", "month", "day"];

/**
 * @param {Record<Part, string>} typed
 * @param {string} today ISO date.
 * @returns {{day: string} | {faults: BirthFault[]}}
 */
export function readBirthDate(typed, today) {
  const plain = {
    year: withoutUnit(typed.year, "年"),
    month: withoutUnit(typed.month, "月"),
    day: withoutUnit(typed.day, "[日号]"),
  };
  const faults = PARTS.flatMap((part) => judgePart(part, plain[part]));
  if (faults.length > 0) return { faults };
  const year = plain.year;
  const [month, day] = [plain.month, plain.day].map((number) => number.padStart(2, "0"));
  return judgeWhole(`${year}-${month}-${day}`, plain, today);
}

/**
 * @param {string} text
 * @param {string} unit
 */
function withoutUnit(text, unit) {
  return bare(text).replace(new RegExp(`${unit}$`), "");
}

/**
 * @param {Part} part
 * @param {string} text
 * @returns {BirthFault[]}
 */
function judgePart(part, text) {
  const name = NAMES[part];
  if (!text) return [{ part, text: `请填写出生的${name}。` }];
  if (part === "year") return /^\d{4}$/.test(text) ? [] : [{ part, text: NO_YEAR }];
  if (!/^\d+$/.test(text)) return [{ part, text: `出生的${name}请用数字填写。` }];
  return /^\d{1,2}$/.test(text) ? [] : [{ part, text: `出生的${name}最多两位数字。` }];
}

/**
 * @param {string} born
 * @param {Record<Part, string>} plain
 * @param {string} today
 * @returns {{day: string} | {faults: BirthFault[]}}
 */
function judgeWhole(born, { year, month, day }, today) {
  const isMonth = exists(`${year}-${born.slice(5, 7)}-01`);
  if (!isMonth) return { faults: [{ part: "month", text: `没有 ${month} 月，请核对。` }] };
  if (!exists(born)) {
    return { faults: [{ part: "day", text: `${year} 年 ${month} 月没有 ${day} 日，请核对。` }] };
  }
  if (born > today) return { faults: [{ part: "year", text: "这一天还没有到，请核对出生日期。" }] };
  try {
    return { day: checkDay(born) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { message, fix } = error.finding();
    return { faults: [{ part: "year", text: message + fix }] };
  }
}
