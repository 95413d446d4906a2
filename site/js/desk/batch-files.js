/** @import {Chosen} from "./chosen.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { SignedOutError } from "../api.js";
import { element, partIn } from "../dom.js";
import { wordsOf } from "../finding.js";
import { count } from "../format.js";
import { faultsOf } from "../problem.js";
import { RetryLine } from "../retry-line.js";
import { MOST_CHOSEN } from "./chosen.js";
import { onChosen, readFromFile } from "./sent-file.js";

/** The insurer's files, as she has filled them in: each may be about one list, or about many. */
export class BatchFiles {
  /**
   * @param {HTMLElement} section
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   * @param {(lists: Chosen[]) => Chosen[]} onBrought Takes the lists of a file; gives back those
   *   for which there is no room.
   */
  constructor(section, api, onSignedOut, onBrought) {
    const part = partIn(section, "bringing");
    this.api = api;
    this.onSignedOut = onSignedOut;
    this.onBrought = onBrought;
    this.said = partIn(part, "read");
    this.line = RetryLine.behind(this.said);
    this.notes = partIn(part, "notes");
    const input = /** @type {HTMLInputElement} */ (part.querySelector("input"));
    onChosen(input, (files) => this.#read(files));
  }

  /** What was told of files before is not of what is looked at now. */
  forget() {
    this.said.textContent = "";
    this.notes.replaceChildren();
  }

  /** @param {File[]} files */
  async #read(files) {
    this.forget();
    let lists = 0;
    try {
      for (const file of files) {
        this.said.textContent = `正在读：${file.name}`;
        lists += await this.#readOne(file);
      }
    } catch (error) {
      this.onSignedOut(error);
    } finally {
      this.said.textContent = `读入 ${count(lists)} 份名单。`;
    }
  }

  /**
   * @param {File} file
   * @returns {Promise<number>} Of how many lists it was.
   */
  async #readOne(file) {
    try {
      const ask = (/** @type {string} */ id) => this.api.broughtLists(id);
      const { found } = await readFromFile(file, ask, this.line);
      const { lists, findings } = found;
      const left = this.onBrought(lists.map((brought) => ({ ...brought, brought })));
      this.#note(
        file,
        findings.map((each) => wordsOf(each)),
      );
      this.#note(
        file,
        left.map(({ unit_name }) => `一批最多 ${MOST_CHOSEN} 份，${unit_name}没有读入。`),
      );
      return lists.length - left.length;
    } catch (error) {
      if (error instanceof SignedOutError) throw error;
      this.#note(
        file,
        faultsOf(error).map(({ text }) => text),
      );
      return 0;
    }
  }

  /**
   * @param {File} file
   * @param {string[]} words
   */
  #note({ name }, words) {
    const items = words.map((each) =>
      element("li", { "data-severity": "error" }, `${name}：${each}`),
    );
    this.notes.append(...items);
  }
}
