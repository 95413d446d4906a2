/** @import {Finding} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
import { confirmationTick, confirmedIn, unconfirmedIn } from "../confirmations.js";
import { partIn } from "../dom.js";

const UNCONFIRMED = "{title}：请核对，在这一项旁边勾选。";

/** What is unusual, and may be right all the same: it is before her eyes, and she says so. */
export class ToConfirm {
  /**
   * @param {HTMLElement} section Of a decision.
   * @param {string} assurance What she says of each.
   */
  constructor(section, assurance) {
    this.part = partIn(section, "confirmations");
    this.assurance = assurance;
  }

  /** @param {Finding[]} [findings] Of a refusal: its warnings are asked, and none from before. */
  ask(findings = []) {
    const ticks = findings
      .filter(isWarning)
      .map(({ code, title, message }) =>
        confirmationTick({ code, title, total: 1 }, `${message}${this.assurance}`, new Set()),
      );
    partIn(this.part, "ticks").replaceChildren(...ticks);
    this.part.hidden = ticks.length === 0;
  }

  /**
   * @param {Finding} finding
   * @returns {Finding | null} A warning at its tick, which says it, with what to do; null for any
   *   other. Nothing was done by what nobody has confirmed: the summary names it.
   */
  placed(finding) {
    if (!isWarning(finding)) return null;
    return { ...finding, severity: "error", message: "", field: `confirm.${finding.code}` };
  }

  /** @returns {string[]} The codes of what she has confirmed. */
  get confirmed() {
    return confirmedIn(this.part);
  }

  /** @returns {Fault[]} */
  get faults() {
    return unconfirmedIn(this.part, UNCONFIRMED);
  }
}

/** @param {Finding} finding */
function isWarning({ severity }) {
  return severity === "warning";
}
