/** @import {KeptReceipt} from "./kept-receipts.js" */
import { statusAddress } from "./address.js";
import { byId, element } from "./dom.js";
import { count, moment } from "./format.js";
import { clearReceipts, keptReceipts } from "./kept-receipts.js";

const SAME_ILLNESS = "同一个病又住院、要补材料的，点报案的回执号，在那里补，不用重新报案。";

/** Shows what was submitted from this device, and offers to take it off again. */
function show() {
  const box = byId("submitted-here", HTMLElement);
  const receipts = keptReceipts();
  box.hidden = receipts.length === 0;
  const button = element("button", { type: "button", class: "md-button" }, "清除本机记录");
  button.addEventListener("click", () => {
    clearReceipts();
    show();
  });
  box.replaceChildren(
    element("p", {}, element("b", {}, "这台设备上刚提交过")),
    element("ul", {}, ...receipts.map(line)),
    ...(receipts.some(isClaim) ? [element("p", {}, SAME_ILLNESS)] : []),
    element(
      "p",
      { class: "hint" },
      "回执号和查询码只记在这台设备上。大家共用的电脑，请抄下后清除。",
    ),
    element("p", {}, button),
  );
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
