/** @import {Claim, ConfirmRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { day } from "../format.js";
import { proposalFacts, unopenedInWords } from "./amounts.js";
import { DayForm } from "./day-form.js";
import { whoInWords } from "./words.js";

/**
 * A second person agrees to what was proposed: so it is decided.
 *
 * @extends {DayForm<ConfirmRequest>}
 */
export class ConfirmForm extends DayForm {
  /**
   * @param {Listeners<Claim>} listeners
   * @param {string} today ISO date.
   */
  constructor(listeners, today) {
    super("confirm", "decided_on", listeners);
    this.today = today;
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_confirm }) {
    return may_confirm;
  }

  /** @override */
  prefilled() {
    return this.today;
  }

  /**
   * @override
   * @param {ConfirmRequest} request
   * @param {Claim} claim
   */
  says({ decided_on }, { proposal, insured, documents }) {
    if (!proposal) return [];
    const facts = factItems([
      ["被保险人", insured.name],
      ...proposalFacts(proposal, documents),
      ...given([["您没有打开看的材料", unopenedInWords(documents)]]),
      ["决定日期", day(decided_on)],
    ]);
    return [
      element("p", {}, `${whoInWords(proposal.by)}提出的核定：`),
      element("dl", { class: "facts" }, ...facts),
    ];
  }
}
