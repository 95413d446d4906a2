/** @import {ClaimState, Settlement} from "../contract.js" */
/** @import {Fact} from "../fact-items.js" */
import { outcomeFacts } from "../claim-outcome.js";
import { byId, element, fill, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day, yuan } from "../format.js";
import { lineItem } from "../claim/estimate-view.js";

/** The notices that are printed from where a claim stands: all that is missing; what was decided. */
export class Notices {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    section.addEventListener("click", ({ target }) => {
      const { prints } = target instanceof HTMLElement ? target.dataset : {};
      if (prints) printAlone(byId(prints, HTMLElement));
    });
  }

  /** @param {ClaimState} claim */
  offer({ missing_papers, documents, outcome }) {
    const { section } = this;
    this.#button("missing-notice").hidden = missing_papers.length === 0;
    this.#button("decision-notice").hidden = !outcome;
    fill(section, { printed_on: new Date().toLocaleDateString("zh-CN") });
    partIn(section, "notice-missing").replaceChildren(
      ...missing_papers.map(({ kind, name, hint }) => {
        const back = documents.filter((each) => each.kind === kind && each.state === "rejected");
        const why = back.flatMap(({ findings }) => findings.map(({ message }) => message));
        const words = [...new Set(why)].map((each) => element("p", {}, each));
        return element("li", {}, element("b", {}, name), element("p", {}, hint), ...words);
      }),
    );
    const facts = outcome ? factItems(decisionFacts(outcome)) : [];
    partIn(section, "notice-outcome").replaceChildren(...facts);
    partIn(section, "notice-lines").replaceChildren(...(outcome?.lines ?? []).map(lineItem));
  }

  /** @param {string} notice */
  #button(notice) {
    return /** @type {HTMLElement} */ (this.section.querySelector(`[data-prints="${notice}"]`));
  }
}

/**
 * @param {Settlement} outcome
 * @returns {Fact[]} How a claim was decided, with what was paid before it was reopened.
 */
export function decisionFacts(outcome) {
  return [
    ...outcomeFacts({ ...outcome, amounts: outcome }),
    ...setOff(outcome),
    ["办结日期", day(outcome.settled_on)],
  ];
}

/**
 * @param {Settlement} outcome
 * @returns {Fact[]}
 */
function setOff({ paid_before, total }) {
  if (paid_before === 0) return [];
  return [
    ["以前已付", yuan(paid_before)],
    ["前后一共", yuan(paid_before + total)],
  ];
}

/**
 * Prints one part of the page, and nothing else.
 *
 * @param {HTMLElement} part
 */
function printAlone(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  copy.hidden = false;
  copy.removeAttribute("id");
  const dressed = element("div", { class: "roster claim" }, copy);
  const sheet = element("div", { class: "md-typeset notice-sheet" }, dressed);
  document.body.append(sheet);
  document.body.classList.add("prints-notice");
  addEventListener(
    "afterprint",
    () => {
      document.body.classList.remove("prints-notice");
      sheet.remove();
    },
    { once: true },
  );
  print();
}
