/** @import {Fault} from "../fault.js" */
/** @import {BatchList} from "./batch-list.js" */
import { confirmationTick, confirmedIn, unconfirmedIn } from "../confirmations.js";
import { partIn } from "../dom.js";
import { count } from "../format.js";

const UNCONFIRMED = "{title}：请核对，在这一项旁边勾选。";

/** What is unusual about some of the lists, and may be right all the same: one tick for each question. */
export class BatchTicks {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.part = partIn(section, "confirmations");
  }

  /** @param {BatchList[]} lists What they ask; what was confirmed stays so as long as they do. */
  ask(lists) {
    const ticked = new Set(this.confirmed);
    /** @type {Map<string, {title: string, units: string[]}>} */
    const asked = new Map();
    for (const { chosen, asked: of } of lists) {
      for (const [code, title] of of) {
        const { units } = asked.get(code) ?? { units: [] };
        asked.set(code, { title, units: [...units, chosen.unit_name] });
      }
    }
    const ticks = [...asked].map(([code, { title, units }]) => {
      const words = `${title}（${count(units.length)} 份：${units.join("、")}）。我逐份核对过，没有写错。`;
      return confirmationTick({ code, title, total: units.length }, words, ticked);
    });
    partIn(this.part, "ticks").replaceChildren(...ticks);
    this.part.hidden = ticks.length === 0;
  }

  /** @returns {string[]} The codes of what she has confirmed. */
  get confirmed() {
    return confirmedIn(this.part);
  }

  /** @returns {Fault[]} What is left to confirm. */
  get faults() {
    return unconfirmedIn(this.part, UNCONFIRMED);
  }
}
