import { moment } from "../format.js";
import { whoInWords } from "./words.js";

/** @typedef {import("../../types/api.js").ArrivalTold} Arrival */

/** What has arrived for a list, as the desk calls it. */
export const ARRIVED = {
  sheets: "盖章的名单已收到",
  premium: "保险费已到",
  premium_part: "保险费到了一部分",
};

/**
 * @param {Arrival[]} arrivals
 * @returns {string} 盖章的名单已收到（11月30日 10:00，单位上传）
 */
export function arrivalsInWords(arrivals) {
  return arrivals
    .map(({ what, at, by }) => `${ARRIVED[what]}（${moment(at)}，${whoInWords(by, "单位上传")}）`)
    .join("；");
}
