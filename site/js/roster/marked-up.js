/** @import {List, Report} from "../contract.js" */
import { download, saveFrom } from "../download.js";
import { notHeld } from "../finding.js";
import { patiently } from "../patience.js";
import { callWithProofIfAsked } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";
import { here, uploaded } from "./here/files.js";

/** Buttons that give the chosen list back with what is wrong beside each row. */
export class MarkedUpList {
  /** @type {List | null} */
  #list = null;

  /**
   * @param {HTMLElement} section Holds a button for each kind of file, and a status.
   * @param {(error: unknown) => void} onError
   */
  constructor(section, onError) {
    this.section = section;
    this.onError = onError;
    this.buttons = [...section.querySelectorAll("button")];
    this.words = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
    this.line = RetryLine.behind(this.words);
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.#download(button));
    }
  }

  /**
   * @param {Report} report
   * @param {List} list What was reported on.
   */
  offer({ counts, findings, marking }, list) {
    this.#list = list;
    this.section.hidden = !findings.some(({ row }) => row);
    for (const button of this.buttons) {
      button.hidden = button.dataset.only === "to_mend" && counts.errors === 0;
    }
    this.#say(notHeld(marking));
  }

  clear() {
    this.section.hidden = true;
  }

  /** @param {HTMLButtonElement} button */
  async #download(button) {
    const list = this.#list;
    if (button.disabled || !list) return;
    this.#setMaking(true);
    try {
      const { only } = button.dataset;
      // Rows to mend bear a mark that takes a key of the service.
      const own = only === "all" ? await here.markUp(list) : null;
      const made = own ?? (await this.#onService(list, only));
      if (own) download(own.name, own.content, "");
      const next = "改好后保存，再选择改好的文件。";
      this.#say(`已开始下载。${notHeld(made.findings) || next}`);
    } catch (error) {
      this.#say("");
      this.onError(error);
    } finally {
      this.#setMaking(false);
    }
  }

  /**
   * @param {List} list
   * @param {string | undefined} only
   */
  async #onService(list, only) {
    const make = async () => {
      const body = { ...(await uploaded(list)), only };
      return callWithProofIfAsked("rosters/marked-up", { body });
    };
    const made = await patiently(make, this.line);
    saveFrom(made.url);
    return made;
  }

  /** @param {boolean} making */
  #setMaking(making) {
    for (const button of this.buttons) button.disabled = making;
    if (making) this.#say("正在标注…");
  }

  /** @param {string} words */
  #say(words) {
    this.words.textContent = words;
  }
}
