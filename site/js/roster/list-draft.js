/** @import {Kept} from "./mending/draft.js" */
/** @import {Prefilled} from "./prefilled.js" */
import { forgetMending, keepMending, keptMending } from "./mending/draft.js";

/** What stays of a list over a reload of the page; of one that the page came with, no people. */
export class ListDraft {
  /** @param {{draft: string, prefilled?: Prefilled}} errand */
  constructor({ draft, prefilled }) {
    this.name = draft;
    this.prefilled = prefilled;
  }

  /**
   * @param {Kept} kept
   * @param {boolean} withNumbers Whether she said that the device is her own.
   */
  keep(kept, withNumbers) {
    const brought = this.prefilled?.shorten(kept.brought) ?? kept.brought;
    keepMending(this.name, { ...kept, brought }, withNumbers);
  }

  /** @returns {Kept | null} What stood in the page before, or that with which it comes. */
  get kept() {
    const { prefilled } = this;
    const kept = keptMending(this.name);
    const brought = kept && (prefilled ? prefilled.restore(kept.brought) : kept.brought);
    if (kept && brought && !("mark" in brought)) return { ...kept, brought };
    if (!prefilled || prefilled.isEmpty) return null;
    return { name: prefilled.name, brought: prefilled.list(), changes: {} };
  }

  forget() {
    forgetMending(this.name);
  }
}
