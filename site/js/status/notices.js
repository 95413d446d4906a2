/** @import {ClaimState, Settlement} from "../contract.js" */
/** @import {Fact} from "../fact-items.js" */
import { dayFacts, outcomeFacts, TOGETHER } from "../claim-outcome.js";
import { today } from "../clock.js";
import { startCopyButtons } from "../copy-button.js";
import { element, fill, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day, yuan } from "../format.js";
import { lineItem } from "../claim/estimate-view.js";
import { startPrinting } from "../print-alone.js";
import { reasonItem } from "../reasons.js";

/** The notices that are printed from where a claim stands: all that is missing; what was decided. */
export class Notices {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    startPrinting(section);
    startCopyButtons(section);
  }

  /** @param {ClaimState} claim */
  offer({ missing_papers, documents, outcome, objection }) {
    const { section } = this;
    this.#button("missing-notice").hidden = missing_papers.length === 0;
    this.#button("decision-notice").hidden = !outcome;
    fill(section, { printed_on: day(today()) });
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
    for (const part of ["notice-objection", "objection-until"]) {
      partIn(section, part).replaceChildren(...(objection ? [reasonItem(objection)] : []));
    }
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
  const facts = outcomeFacts({ ...outcome, amounts: outcome });
  return [
    ...(outcome.paid_before > 0 ? facts.flatMap(ofThisTime) : facts),
    ...setOff(outcome),
    ...dayFacts(outcome),
  ];
}

/**
 * @param {Fact} fact Of a decision after an earlier one.
 * @returns {Fact[]} What was paid before is not paid as nothing now, but not again.
 */
function ofThisTime([name, value]) {
  if (value === yuan(0) && name !== TOGETHER) return [];
  return [[name === TOGETHER ? "这次一共" : name, value]];
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
