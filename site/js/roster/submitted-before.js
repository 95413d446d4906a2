/** @import {Report} from "../contract.js" */
import { statusAddress } from "../address.js";
import { element } from "../dom.js";
import { count, moment } from "../format.js";
import { keptOfSameList } from "../kept-receipts.js";

/**
 * Says that the same people were submitted from this device already. Only the device knows it: who
 * could ask the service would learn who is insured.
 *
 * @param {HTMLElement} box
 * @param {Report} report
 */
export function showSubmittedBefore(box, { list_mark, difference }) {
  // A correction is compared with what was submitted anyway.
  const found = difference ? undefined : keptOfSameList(list_mark);
  // Next year's list may well have the same people as the one that it renews.
  const kept = found?.receipt === renewed() ? undefined : found;
  box.hidden = !kept;
  box.replaceChildren(...(kept ? words(kept) : []));
}

function renewed() {
  return new URLSearchParams(location.search).get("renew");
}

/** @param {import("../kept-receipts.js").KeptReceipt} kept */
function words({ receipt, unit_name = "", people = 0, submitted_at }) {
  const href = statusAddress(receipt);
  const link = element("a", { href, target: "_blank", rel: "opener" }, receipt);
  return [
    element("b", {}, "这份名单已经交过："),
    link,
    `（${unit_name}，${count(people)} 人，${moment(submitted_at)}）。`,
    "不用再交一次；要改名单，请打开回执更正。为下一年续保的，可以照常提交。",
  ];
}
