/** @import {HandOffsMade} from "../../types/api.js" */
/** @import {Chosen} from "./chosen.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { SignedOutError } from "../api.js";
import { element, partIn } from "../dom.js";
import { count } from "../format.js";
import { patiently, QUIETLY } from "../patience.js";
import { wordsAbout } from "../problem.js";
import { ArchiveButton } from "./archive.js";
import { AT_ONCE } from "./batch-decision.js";
import { fewAtOnce } from "./few-at-once.js";

/**
 * Lists go out to the insurer together: each is handed off for itself, as if it were alone, and those
 * that were make one file. What comes back filled in is read as one file, too.
 */
export class BatchHandOff {
  /** @type {Chosen[]} */
  lists = [];

  /**
   * @param {HTMLElement} section
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(section, api, onSignedOut) {
    this.api = api;
    this.part = partIn(section, "hand-off");
    this.making = partIn(this.part, "making");
    this.done = partIn(this.part, "handed-off");
    this.left = partIn(this.part, "left-out");
    this.archive = new ArchiveButton(this.part, {
      make: () => this.#make(),
      onMade: (made) => this.#tell(/** @type {HandOffsMade} */ (made)),
      onSignedOut,
    });
  }

  /** @param {Chosen[]} lists That would go out; what was made of others is not shown with them. */
  show(lists) {
    if (namesOf(lists) !== namesOf(this.lists)) {
      this.archive.forget();
      this.#clear();
    }
    this.lists = lists;
    this.part.hidden = lists.length === 0;
    this.archive.button.textContent = `把这 ${count(lists.length)} 份一起交接（.zip）`;
  }

  #clear() {
    this.done.textContent = "";
    this.left.replaceChildren();
  }

  async #make() {
    const { lists } = this;
    this.#clear();
    /** @type {Map<string, number>} How often each was handed off, by receipt. */
    const numbers = new Map();
    /** @type {unknown} */
    let failed = null;
    let tried = 0;
    await fewAtOnce(lists, AT_ONCE, async (list) => {
      try {
        numbers.set(list.receipt, await this.#handOff(list));
      } catch (error) {
        failed = error;
        this.#tellLeft(list, error);
      }
      const words = `${count(++tried)}/${count(lists.length)} 份`;
      this.making.textContent = `正在交接：${words}，请不要关闭页面…`;
    });
    if (numbers.size === 0) throw failed;
    this.making.textContent = "正在打成一个文件…";
    const made = lists.flatMap(({ receipt }) => {
      const number = numbers.get(receipt);
      return number === undefined ? [] : [{ receipt, number }];
    });
    return patiently(() => this.api.handOffs(made), QUIETLY, { most: 3 });
  }

  /**
   * @param {Chosen} list
   * @returns {Promise<number>} How often it was.
   */
  async #handOff({ receipt }) {
    const work = () => this.api.handOff(receipt);
    return (await patiently(work, QUIETLY, { most: 3 })).number;
  }

  /** @param {HandOffsMade} made Of all lists but those that were left out. */
  #tell({ people }) {
    const left = this.left.childElementCount;
    const rest = left > 0 ? `；${count(left)} 份没有交接，原因在下面，不在文件里` : "";
    this.done.textContent = `交接 ${count(this.lists.length - left)} 份，共 ${count(people)} 人${rest}。`;
  }

  /**
   * @param {Chosen} list
   * @param {unknown} error
   */
  #tellLeft({ unit_name, receipt }, error) {
    if (error instanceof SignedOutError) throw error;
    const words = `${unit_name}（${receipt}）：${wordsAbout(error)}`;
    this.left.append(element("li", { "data-severity": "error" }, words));
  }
}

/** @param {Chosen[]} lists */
function namesOf(lists) {
  return lists.map(({ receipt }) => receipt).join();
}
