/** @import {Changes, List} from "../contract.js" */
/** @import {Kept} from "./mending/draft.js" */
/** @import {Prefilled} from "./prefilled.js" */
import { ProblemError } from "../api.js";
import { holdsSameFile, keptIn } from "./here/files.js";
import { forgetMending, keepMending, keptMending } from "./mending/draft.js";

const RESTORED = "已恢复刷新前的名单和改动。";
const RESTORED_WITHOUT_NUMBERS =
  "已恢复刷新前的名单和改动；改过的身份证号没有记在这台电脑上，请再填一次。";

/** What stays of a list over a reload of the page; of one that the page came with, no people. */
export class ListDraft {
  /** Which list must be chosen again. @type {Kept | null} */
  #awaited = null;

  /** @param {{draft: string, prefilled?: Prefilled | undefined}} errand Its list may come later. */
  constructor(errand) {
    this.errand = errand;
    this.name = errand.draft;
  }

  get prefilled() {
    return this.errand.prefilled;
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

  /**
   * The list that stood in the page before a reload cannot be had any more.
   *
   * @param {Kept} kept
   * @param {unknown} error
   * @returns {string} What she is to do.
   */
  gone(kept, error) {
    const isHere = keptIn(kept.brought).length > 0;
    if (isHere) this.#awaited = kept;
    else if (error instanceof ProblemError) this.forget();
    const why = isHere ? "没有上传，刷新以后要再选一次；改动还记着。" : "已经过期删除。";
    return `请重新选择名单：“${kept.name}”${why}`;
  }

  /**
   * @param {List} brought
   * @returns {Changes} What was changed in it before the reload, where it was chosen again.
   */
  changesOf(brought) {
    const kept = this.#awaited;
    this.#awaited = null;
    return kept && holdsSameFile(kept.brought, brought) ? kept.changes : {};
  }

  forget() {
    forgetMending(this.name);
  }
}

/** @param {Kept} kept What stood in the page before it was loaded again. */
export function restoredInWords({ isWhole }) {
  return isWhole ? RESTORED : RESTORED_WITHOUT_NUMBERS;
}
