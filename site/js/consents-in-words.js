/** @import {RosterState} from "./contract.js" */
import { count, moment } from "./format.js";
import { rowsInWords } from "./row-numbers.js";

/**
 * Of whom there is no signed consent yet.
 *
 * @param {RosterState["consents"]["missing"]} missing
 */
export function missingInWords({ people, rows }) {
  if (people === 0) return "每一位的都有了。";
  const whose = rows.length > 0 ? `（第 ${rowsInWords(rows)} 行）` : "";
  return `还没有签好的同意书：${count(people)} 人${whose}。`;
}

/**
 * Whose signed consents are kept or shown.
 *
 * @param {{rows: number[], version: number}} consents
 * @param {number} current The list's version.
 */
export function whoseInWords({ rows, version }, current) {
  const whose = rows.length > 0 ? `第 ${rowsInWords(rows)} 行` : "每一位";
  return version === current ? whose : `第 ${version} 版的${whose}`;
}

/**
 * @param {RosterState["consents"]["attested"][number]} attested
 * @param {number} current
 */
export function attestedInWords(attested, current) {
  const { at, clerk, wording } = attested;
  const whose = whoseInWords(attested, current);
  return `${whose}：由单位留存，${clerk} ${moment(at)} 声明（版本 ${wording}）`;
}
