/** @import {Case, HandOff, HandOffMade} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { count, moment } from "../format.js";
import { patiently, QUIETLY } from "../patience.js";
import { ArchiveButton } from "./archive.js";
import { ENDED_LISTS, whoInWords } from "./words.js";

const CHANGES = /** @type {const} */ ({
  added: "新增",
  removed: "删除",
  changed: "更正",
  same: "不变",
});

/** A list goes out to the insurer as files: again and again, each time with what has changed. */
export class HandOffs {
  receipt = "";

  /**
   * @param {HTMLElement} section Of the case.
   * @param {{api: StaffApi, onError: (error: unknown) => void}} surroundings
   */
  constructor(section, { api, onError }) {
    this.api = api;
    this.part = partIn(section, "hand-offs");
    this.made = partIn(this.part, "changes");
    this.archive = new ArchiveButton(this.part, {
      make: () => api.handOff(this.receipt),
      onMade: (made) => this.#told(/** @type {HandOffMade} */ (made)),
      onSignedOut: onError,
    });
  }

  /** @param {Case} roster */
  show(roster) {
    if (roster.receipt !== this.receipt) {
      this.archive.forget();
      this.made.textContent = "";
    }
    this.receipt = roster.receipt;
    const isOver = ENDED_LISTS.includes(roster.state);
    this.part.hidden = isOver || (!roster.may_decide && roster.hand_offs.length === 0);
    partIn(this.part, "making-it").hidden = !roster.may_decide;
    this.#list(roster.hand_offs);
  }

  /** @param {HandOffMade} made */
  async #told(made) {
    const { receipt } = this;
    this.made.textContent = changesInWords(made);
    const roster = await patiently(() => this.api.roster(receipt), QUIETLY).catch(() => null);
    if (roster?.receipt === this.receipt) this.#list(roster.hand_offs);
  }

  /** @param {HandOff[]} handOffs */
  #list(handOffs) {
    partIn(this.part, "before").replaceChildren(...handOffs.map(lineOf));
  }
}

/**
 * @param {Pick<HandOffMade, "number" | "since_version" | "changes">} made
 * @returns {string} 第 2 次交接，与上次交出的第 1 版比：新增 2 人，删除 1 人，修改 0 人，不变 9 人。
 */
export function changesInWords({ number, since_version, changes }) {
  if (since_version === null) return `第 ${number} 次交接，${count(changes.added ?? 0)} 人。`;
  const told = Object.entries(CHANGES).map(
    ([change, words]) => `${words} ${count(changes[change] ?? 0)} 人`,
  );
  return `第 ${number} 次交接，与上次交出的第 ${since_version} 版比：${told.join("，")}。`;
}

/** @param {HandOff} handOff */
function lineOf({ number, at, by, version, people, sha256 }) {
  const words = `第 ${number} 次，${moment(at)}，${whoInWords(by)}：第 ${version} 版，${count(people)} 人`;
  const digest = element("span", { class: "digest" }, `SHA-256 ${sha256}`);
  return element("li", {}, words, " ", digest);
}
