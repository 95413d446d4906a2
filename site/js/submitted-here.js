/** @import {KeptReceipt} from "./kept-receipts.js" */
import { forget } from "./access-codes.js";
import { statusAddress } from "./address.js";
import { byId, element } from "./dom.js";
import { count, moment } from "./format.js";
import { clearReceipts, keptReceipts } from "./kept-receipts.js";

const SAME_ILLNESS = "同一个病又住院、要补材料的，点报案的回执号，在那里补，不用重新报案。";

const box = byId("submitted-here", HTMLElement);
// Who comes to a shared computer sees neither codes nor that somebody reported a claim.
const unfolded = element("div", {});
box.replaceChildren(
  element("p", {}, element("b", {}, "这台设备上有提交过的材料。")),
  element(
    "details",
    { class: "unfold" },
    element("summary", {}, "查看，或者从这台设备上清除"),
    unfolded,
  ),
);

/** Has what was submitted from this device to be looked at, and to be taken off again. */
function show() {
  const receipts = keptReceipts();
  box.hidden = receipts.length === 0;
  const button = element("button", { type: "button", class: "md-button" }, "从这台设备上清除");
  button.addEventListener("click", clear);
  unfolded.replaceChildren(
    element("ul", {}, ...receipts.map(line)),
    ...(receipts.some(isClaim) ? [element("p", {}, SAME_ILLNESS)] : []),
    element(
      "p",
      { class: "hint" },
      "回执号和查询码只记在这台设备上，用这台设备的人都能打开这里。大家共用的电脑，请抄下后清除。",
    ),
    element("p", {}, button),
  );
}

function clear() {
  for (const { receipt } of keptReceipts()) forget(receipt);
  clearReceipts();
  show();
}

/** @param {KeptReceipt} kept */
function isClaim({ unit_name }) {
  return !unit_name;
}

/** @param {KeptReceipt} kept */
function line({ receipt, access_code, unit_name, people = 0, submitted_at }) {
  return element(
    "li",
    {},
    element("a", { href: statusAddress(receipt) }, receipt),
    `，查询码 ${access_code}：${unit_name ? `${unit_name}，${count(people)} 人` : "报案"}，${moment(submitted_at)}`,
  );
}

show();
// Another tab may submit or clear meanwhile.
addEventListener("storage", show);
