/** @import {LinePart, LineRecorded, MatchedLine, MatchedList} from "../../types/api.js" */
import { count, day, yuan } from "../format.js";
import { PAYING_ACCOUNTS, STATES } from "./words.js";

/**
 * @param {MatchedLine[]} lines
 * @returns {string} 12 行：8 行看得准，2 行要您看，1 行没有对上，1 行已经记过。
 */
export function matchedInWords(lines) {
  /** @type {[MatchedLine["standing"], string][]} */
  const said = [
    ["certain", "看得准"],
    ["doubtful", "要您看"],
    ["unmatched", "没有对上"],
    ["known", "已经记过或重复"],
  ];
  const counted = said
    .map(([standing, words]) => ({ words, number: numberOf(lines, standing) }))
    .filter(({ number }) => number > 0)
    .map(({ words, number }) => `${count(number)} 行${words}`);
  return lines.length > 0 ? `${count(lines.length)} 行：${counted.join("，")}。` : "";
}

/**
 * @param {MatchedLine[]} lines
 * @param {MatchedLine["standing"]} standing
 */
function numberOf(lines, standing) {
  return lines.filter((line) => line.standing === standing).length;
}

/**
 * @param {Pick<MatchedLine, "row" | "day" | "amount" | "is_out">} line
 * @returns {string} 第 5 行：2026年3月5日收到 300 元
 */
export function lineInWords({ row, day: on, amount, is_out }) {
  return `第 ${row} 行：${day(on)}${is_out ? "付出" : "收到"} ${yuan(Number(amount))}`;
}

/**
 * @param {Pick<MatchedLine, "payer" | "account" | "note">} line
 * @returns {string} 示例小学工会（工会的账户），附言“安康保”
 */
export function payerInWords({ payer, account, note }) {
  const said = [
    payer ? `${payer}（${PAYING_ACCOUNTS[account]}）` : "没有户名",
    note ? `附言“${note}”` : "没有附言",
  ];
  return said.join("，");
}

/**
 * @param {LinePart[]} parts
 * @param {Map<string, MatchedList>} lists By receipt.
 * @param {boolean} [isOut] Whether it was paid back.
 * @returns {string[]} For each list 示例小学（贺兰县）AK-2026-7F3K9Q，待办理，还差 300 元：记 200 元
 */
export function partsInWords(parts, lists, isOut = false) {
  return parts.map(({ receipt, amount }) => {
    const list = lists.get(receipt);
    const whose = list ? `${list.unit_name}（${list.county}）` : "";
    const stands = list ? `，${STATES[list.state]}，${dueInWords(list)}` : "";
    return `${whose}${receipt}${stands}：记${isOut ? "退回" : ""} ${yuan(Number(amount))}`;
  });
}

/** @param {MatchedList} list */
function dueInWords({ due }) {
  return Number(due) > 0 ? `还差 ${yuan(Number(due))}` : "已经收齐";
}

/**
 * @param {LineRecorded[]} told
 * @returns {string} 记下 8 行；1 行以前记过；1 行没有记：第 5 行，日期还没有到。
 */
export function recordedInWords(told) {
  const number = (/** @type {LineRecorded["outcome"]} */ outcome) =>
    told.filter((each) => each.outcome === outcome).length;
  const words = [`记下 ${count(number("recorded"))} 行`];
  if (number("known") > 0) words.push(`${count(number("known"))} 行以前记过`);
  const refused = told.filter(({ outcome }) => outcome === "refused");
  if (refused.length > 0) {
    const why = refused.map(({ row, finding }) => `第 ${row} 行，${finding?.title ?? ""}`);
    words.push(`${count(refused.length)} 行没有记：${why.join("；")}`);
  }
  return `${words.join("；")}。`;
}
