/** @import {ClaimStay} from "../contract.js" */
/** @import {PaperFile} from "../papers/paper-file.js" */
import { element } from "../dom.js";
import { day } from "../format.js";

const OPEN = "没有填";

/**
 * What was answered on one step, with a button to change it.
 *
 * @param {HTMLElement} section
 * @param {[string, string][]} lines As `answersOn` and the like give them.
 * @param {() => void} change
 * @returns {HTMLElement}
 */
export function givenPart(section, lines, change) {
  const name = section.dataset.short ?? "";
  const button = element("button", { type: "button", class: "plain" }, "改");
  button.setAttribute("aria-label", `改：${name}`);
  button.addEventListener("click", change);
  const list = lines.map(([label, value]) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, value)),
  );
  return element(
    "section",
    { class: "given-part" },
    element("h4", {}, name, " ", button),
    element("dl", { class: "facts" }, ...list),
  );
}

/**
 * The questions of a step that are asked, and their answers in words.
 *
 * @param {HTMLElement} section Its questions have a short name in `data-short`.
 * @returns {[string, string][]}
 */
export function answersOn(section) {
  /** @type {NodeListOf<HTMLElement>} */
  const questions = section.querySelectorAll(".question[data-short]");
  return [...questions]
    .filter((question) => !question.closest("fieldset:disabled, [data-mail][hidden]"))
    .map((question) => [question.dataset.short ?? "", answerTo(question) || OPEN]);
}

/** @param {HTMLElement} question */
function answerTo(question) {
  const chosen = question.querySelector("input:checked");
  if (chosen) return chosen.closest("label")?.textContent?.trim() ?? "";
  const control = question.querySelector(
    "input:not([type=radio]):not([type=checkbox]), select, textarea",
  );
  if (control instanceof HTMLSelectElement) {
    return control.value && (control.selectedOptions[0]?.textContent ?? "");
  }
  if (control instanceof HTMLTextAreaElement) return control.value.trim();
  if (!(control instanceof HTMLInputElement)) return "";
  return control.type === "date" && control.value ? day(control.value) : control.value.trim();
}

/**
 * @param {ClaimStay[]} stays
 * @returns {[string, string][]}
 */
export function stayLines(stays) {
  return stays.map(({ admission, discharge }, place) => [
    `第 ${place + 1} 次住院`,
    `${day(admission)}入院，${discharge ? `${day(discharge)}出院` : "还在住院"}`,
  ]);
}

/**
 * @param {{kind: string, name: string}[]} kinds The kinds that are asked for.
 * @param {PaperFile[]} papers
 * @returns {[string, string][]}
 */
export function paperLines(kinds, papers) {
  return kinds.map(({ kind, name }) => {
    const ofKind = papers.filter((paper) => paper.kind === kind);
    const received = ofKind.filter(({ state }) => state === "received").length;
    const unsent = ofKind.length - received;
    if (ofKind.length === 0) return [name, "以后再补"];
    return [name, `已收到 ${received} 个${unsent > 0 ? `，没传上 ${unsent} 个` : ""}`];
  });
}
