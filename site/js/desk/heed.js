/** @import {Case} from "./contract.js" */
import { element } from "../dom.js";
import { count, moment } from "../format.js";
import { reasonItem } from "../reasons.js";
import { differenceParts } from "../roster/difference.js";
import { rowsInWords } from "../row-numbers.js";
import { twoSums } from "./premium-choice.js";
import { ENDED_LISTS } from "./words.js";

/**
 * What whoever decides should know before: what the rules say of the unit, what the unit has
 * confirmed, who stands in other lists, whose cover needs a look.
 *
 * @param {Case} roster
 * @param {string} today ISO date.
 * @returns {HTMLElement[]} List items; at least one.
 */
export function heedItems(roster, today) {
  if (ENDED_LISTS.includes(roster.state)) return [item("info", "这份名单已经结束，不用再办。")];
  const { unit_findings, confirmations, duplicates, same_unit, acceptance, cover } = roster;
  return [
    ...unit_findings.map((finding) => reasonItem(finding)),
    ...confirmations.map(({ title }) => item("warning", `单位确认过：${title}`)),
    ...premiumItems(roster, today),
    duplicatesItem(duplicates),
    ...same_unit.map(sameUnitItem),
    ...(acceptance ? [coverItem(cover)] : []),
  ];
}

/**
 * @param {Case} roster
 * @param {string} today
 */
function premiumItems(roster, today) {
  const sums = roster.acceptance ? null : twoSums(roster, today, roster.people);
  if (!sums) return [];
  return [item("warning", `保险费有调整，承保时要选以哪个为准。${sums.quoted}；${sums.issued}。`)];
}

/** @param {Case["duplicates"]} duplicates */
function duplicatesItem(duplicates) {
  if (!duplicates) return item("info", "是不是也在别的名单里：还没有查完，过一会儿再打开看。");
  if (duplicates.rows.length === 0) return item("good", "没有人同时在别的名单里。");
  const { length } = duplicates.rows;
  const rows = rowsInWords(duplicates.rows);
  return item("warning", `有 ${length} 人同时在别的名单里：第 ${rows} 行。`);
}

/** @param {Case["same_unit"][number]} list An earlier one of the same unit. */
function sameUnitItem({ receipt, is_renewed, is_added_to, submitted_at, state_label, difference }) {
  const { gone, added, changed } = difference;
  const isSame = gone.length + added.length + changed.length === 0;
  const which = `${moment(submitted_at)} 提交的 ${receipt}（${state_label}）`;
  if (is_added_to) return addedToItem(which, difference);
  if (is_renewed) {
    const parts = differenceParts(difference, `和续保的上一年名单 ${which} 相比`);
    return element("li", { "data-severity": "info" }, ...parts);
  }
  const heading = isSame ? `和同一单位 ${which} 是同一份名单` : `和同一单位 ${which} 相比`;
  return element("li", { "data-severity": "warning" }, ...differenceParts(difference, heading));
}

/**
 * @param {string} which
 * @param {Case["same_unit"][number]["difference"]} difference
 */
function addedToItem(which, { unchanged, changed, added }) {
  const both = `另有 ${count(unchanged + changed.length)} 人那份里也有`;
  return item(
    "warning",
    `这是补充名单。和 ${which} 相比：新增 ${count(added.length)} 人，${both}。没有写在这份里的人不受影响，仍在那份里。`,
  );
}

/** @param {Case["cover"]} cover */
function coverItem(cover) {
  if (!cover) return item("info", "每个人的保险期间还在计算，过一会儿再打开看。");
  const { continuous, first_time, attention_rows } = cover;
  const counted = `连续续保 ${continuous} 人，首次或中断后参加 ${first_time} 人。`;
  if (attention_rows.length === 0) return item("good", counted);
  const rows = rowsInWords(attention_rows);
  return item("warning", `${counted}第 ${rows} 行要再看一看，原因在名单的“情况”里。`);
}

/**
 * @param {"warning" | "info" | "good"} severity
 * @param {string} words
 */
function item(severity, words) {
  return element("li", { "data-severity": severity }, element("p", {}, words));
}
