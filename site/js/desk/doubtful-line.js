/** @import {LinePart, LineRecorded, MatchedLine, MatchedList} from "../../types/api.js" */
import { element } from "../dom.js";
import { hashOf } from "./place.js";
import { lineInWords, partsInWords, payerInWords } from "./statement-words.js";

/**
 * A line beside what it may be for, one of which somebody chooses.
 *
 * @param {MatchedLine} line
 * @param {Map<string, MatchedList>} lists By receipt.
 * @param {(parts: LinePart[]) => Promise<LineRecorded>} record Records the line for these lists.
 * @returns {HTMLLIElement}
 */
export function doubtfulLine(line, lists, record) {
  const { title, message, fix } = line.reason;
  return element(
    "li",
    {},
    element(
      "div",
      {},
      element("p", {}, element("b", {}, lineInWords(line))),
      element("p", {}, payerInWords(line)),
      element("p", {}, element("b", {}, title), `：${message}${fix}`),
    ),
    choosingForm(line, lists, record),
  );
}

/**
 * @param {MatchedLine} line
 * @param {Map<string, MatchedList>} lists
 * @param {(parts: LinePart[]) => Promise<LineRecorded>} record
 */
function choosingForm(line, lists, record) {
  const name = `line-${line.row}`;
  const choices = line.proposals.map((parts, at) => choice(name, at, parts, lists));
  const said = element("span", { role: "status" });
  const button = element("button", { type: "submit", class: "md-button" }, "按选的记下");
  button.setAttribute("aria-label", `按选的记下第 ${line.row} 行`);
  const fieldset = element(
    "fieldset",
    { class: "choices" },
    element("legend", {}, `可能是哪份名单（第 ${line.row} 行）`),
    ...choices,
  );
  const form = element("form", { method: "post", novalidate: "" }, fieldset);
  form.append(element("p", { class: "actions" }, button, " ", said));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get(name);
    const parts = line.proposals[Number(chosen)];
    if (chosen === null || !parts) {
      said.textContent = "请先选一份名单；都不是的，不用记。";
      return;
    }
    button.disabled = true;
    said.textContent = "正在记…";
    const told = await record(parts).finally(() => {
      button.disabled = false;
      said.textContent = "";
    });
    said.textContent = toldInWords(told);
    if (told.outcome === "refused") return;
    button.hidden = fieldset.disabled = true;
    // The button is gone on which the keyboard was.
    said.tabIndex = -1;
    said.focus();
  });
  return form;
}

/**
 * @param {string} name Of all choices of the line.
 * @param {number} at
 * @param {LinePart[]} parts
 * @param {Map<string, MatchedList>} lists
 */
function choice(name, at, parts, lists) {
  const id = `${name}-${at}`;
  const input = element("input", { type: "radio", id, name, value: String(at) });
  const words = partsInWords(parts, lists).map((each) => element("span", {}, each));
  const links = parts.map(({ receipt }) =>
    element("a", { href: hashOf({ receipt }), target: "_blank", rel: "opener" }, `看 ${receipt}`),
  );
  return element(
    "div",
    {},
    element("label", { class: "choice", for: id }, input, " ", element("span", {}, ...words)),
    element("p", { class: "hint" }, ...links.flatMap((each) => [each, " "])),
  );
}

/** @param {LineRecorded} told */
function toldInWords({ outcome, finding }) {
  if (outcome === "recorded") return "已记下。";
  return finding ? `${finding.title}：${finding.message}${finding.fix}` : "";
}
