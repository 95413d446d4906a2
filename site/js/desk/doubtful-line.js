/** @import {LinePart, LineRecorded, MatchedLine, MatchedList} from "../../types/api.js" */
import { element, focusOn } from "../dom.js";
import { resting } from "../resting.js";
import { hashOf } from "./place.js";
import { lineInWords, partsInWords, payerInWords } from "./statement-words.js";

/** A line beside what it may be for, one of which somebody chooses. */
export class DoubtfulLine {
  /** What each choice says, in their order. */
  words = /** @type {HTMLElement[]} */ ([]);

  /**
   * @param {MatchedLine} line
   * @param {Map<string, MatchedList>} lists By receipt.
   * @param {(parts: LinePart[]) => Promise<LineRecorded>} record Records the line for these lists.
   */
  constructor(line, lists, record) {
    this.line = line;
    this.lists = lists;
    this.record = record;
    this.item = this.#item();
    this.retell();
  }

  /** Says anew how its lists stand, after another line was recorded for them. */
  retell() {
    this.line.proposals.forEach((parts, at) => {
      const words = partsInWords(parts, this.lists, this.line.is_out).map((each) =>
        element("span", {}, each),
      );
      this.words[at]?.replaceChildren(...words);
    });
  }

  #item() {
    const { title, message, fix } = this.line.reason;
    return element(
      "li",
      {},
      element(
        "div",
        {},
        element("p", {}, element("b", {}, lineInWords(this.line))),
        element("p", {}, payerInWords(this.line)),
        element("p", {}, element("b", {}, title), `：${message}${fix}`),
      ),
      this.#choosingForm(),
    );
  }

  #choosingForm() {
    const { row, proposals } = this.line;
    const name = `line-${row}`;
    const said = element("span", { role: "status" });
    const button = element("button", { type: "submit", class: "md-button" }, "按选的记下");
    button.setAttribute("aria-label", `按选的记下第 ${row} 行`);
    const fieldset = element(
      "fieldset",
      { class: "choices" },
      element("legend", {}, `可能是哪份名单（第 ${row} 行）`),
      ...proposals.map((parts, at) => this.#choice(name, at, parts)),
    );
    const form = element("form", { method: "post", novalidate: "" }, fieldset);
    form.append(element("p", { class: "actions" }, button, " ", said));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get(name);
      const parts = proposals[Number(chosen)];
      if (chosen === null || !parts) {
        said.textContent = "请先选一份名单；都不是的，不用记。";
        return;
      }
      said.textContent = "正在记…";
      const told = await resting(button, () => this.record(parts)).finally(
        () => (said.textContent = ""),
      );
      said.textContent = toldInWords(told);
      if (told.outcome === "refused") return;
      button.hidden = fieldset.disabled = true;
      // The button is gone on which the keyboard was.
      focusOn(said);
    });
    return form;
  }

  /**
   * @param {string} name Of all choices of the line.
   * @param {number} at
   * @param {LinePart[]} parts
   */
  #choice(name, at, parts) {
    const id = `${name}-${at}`;
    const input = element("input", { type: "radio", id, name, value: String(at) });
    this.words[at] = element("span", {});
    const links = parts.map(({ receipt }) =>
      element("a", { href: hashOf({ receipt }), target: "_blank", rel: "opener" }, `看 ${receipt}`),
    );
    return element(
      "div",
      {},
      element("label", { class: "choice", for: id }, input, " ", this.words[at]),
      element("p", { class: "hint" }, ...links.flatMap((each) => [each, " "])),
    );
  }
}

/** @param {LineRecorded} told */
function toldInWords({ outcome, finding }) {
  if (outcome === "recorded") return "已记下。";
  return finding ? `${finding.title}：${finding.message}${finding.fix}` : "";
}
