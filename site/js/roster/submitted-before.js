/** @import {Report} from "../contract.js" */
import { statusAddress } from "../address.js";
import { element } from "../dom.js";
import { count, moment } from "../format.js";
import { keptOfSameList, keptOfUnit } from "../kept-receipts.js";

/**
 * Says that the same people, or others of the same unit, were submitted from this device already.
 * Only the device knows it: who could ask the service would learn who is insured.
 *
 * @param {HTMLElement} box
 * @param {Report} report
 */
export function showSubmittedBefore(box, { list_mark, difference, counts }) {
  // A correction is compared with what was submitted anyway.
  const same = difference ? undefined : notRenewed(keptOfSameList(list_mark));
  const other = difference || same ? undefined : notRenewed(keptOfUnit(unitName()));
  box.hidden = !same && !other;
  box.replaceChildren(
    ...(same ? ofSameList(same) : []),
    ...(other ? ofSameUnit(other, counts.people) : []),
  );
}

/** What the page's form says of the unit, where it has one. */
function unitName() {
  const input = document.querySelector("input[name='unit.name']");
  return input instanceof HTMLInputElement ? input.value.trim() : "";
}

/**
 * Next year's list may well have the same people as the one that it renews.
 *
 * @param {import("../kept-receipts.js").KeptReceipt} [kept]
 */
function notRenewed(kept) {
  return kept?.receipt === renewed() ? undefined : kept;
}

function renewed() {
  return new URLSearchParams(location.search).get("renew");
}

/** @param {import("../kept-receipts.js").KeptReceipt} kept */
function ofSameList(kept) {
  return [
    element("b", {}, "这份名单已经交过："),
    ...which(kept),
    "不用再交一次；要改名单，请打开回执更正。为下一年续保的，可以照常提交。",
  ];
}

/**
 * @param {import("../kept-receipts.js").KeptReceipt} kept
 * @param {number} people In the list that is here now.
 */
function ofSameUnit(kept, people) {
  const fewer = (kept.people ?? 0) - people;
  return [
    element("b", {}, "这个单位的名单在这台设备上交过："),
    ...which(kept),
    `现在这一份 ${count(people)} 人${fewer > 0 ? `，少 ${count(fewer)} 人` : ""}。`,
    "要用它代替上一份的，请打开回执更正，提交前会写明少了谁、多了谁；补充、续保的，可以照常提交。",
  ];
}

/** @param {import("../kept-receipts.js").KeptReceipt} kept */
function which({ receipt, unit_name = "", people = 0, submitted_at }) {
  const href = statusAddress(receipt);
  const link = element("a", { href, target: "_blank", rel: "opener" }, receipt);
  return [link, `（${unit_name}，${count(people)} 人，${moment(submitted_at)}）。`];
}
