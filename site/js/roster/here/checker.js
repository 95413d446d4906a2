/** @import {List, RenewalReport, Report} from "../../contract.js" */
import { ProblemError } from "../../api.js";
import { canRun, Engine } from "./engine.js";
import { fileOf, here, isSent, keptIn } from "./files.js";
import { isAllKept, keepForNextTime } from "./kept.js";
import { markUp } from "./mark-up.js";
import { HereWords } from "./words.js";

/** In the place of an upload's id, where Python is given the file. */
const FILE = "here";

/**
 * @template R
 * @typedef {(request: List, file: File | undefined) => Promise<import("./engine.js").Answer<R>>} Ask
 */

/** Checks lists on her own computer where it can, and says where each was checked. */
export class Checker {
  words = new HereWords(() => this.engine.start());
  engine = new Engine((state, part) => this.#say(state, part));
  /** What she lets the service check: ids of files, and pasted or typed rows. @type {Set<string>} */
  #left = new Set();
  /** The files of the list whose report is shown, where that was made here. @type {string[]} */
  #shown = [];
  /** What was found here last. */
  #found = "";

  constructor() {
    const { box } = this.words;
    const most = Number(box.dataset.mostBytes);
    here.takes = ({ size }) => this.engine.state === "ready" && size <= most;
    here.compare = (list, last, day) => this.#compared(list, last, day);
    here.markUp = (list) => this.#markedUp(list);
    here.onSent = (id) => {
      if (this.#shown.includes(id)) this.words.tell("here-sent");
    };
    box.hidden = !canRun();
    if (box.hidden) return;
    this.#begin();
  }

  async #begin() {
    if (!isDear() || (await isAllKept())) this.engine.start();
    else this.words.offer();
  }

  /**
   * @param {import("./engine.js").State} state
   * @param {number} part
   */
  #say(state, part) {
    this.words.say(state, part);
    const { manifest } = this.engine;
    if (state === "ready" && manifest) keepForNextTime(manifest, this.words.kept);
  }

  /**
   * @param {List} list
   * @param {() => Promise<Report>} onService Has the service check it.
   * @returns {Promise<Report>}
   * @throws {ProblemError} As of the service.
   */
  async check(list, onService) {
    this.words.clear();
    this.#shown = [];
    if (!this.#stays(list)) return this.#onService(list, onService);
    /** @type {Ask<Report>} */
    const ask = (request, file) => this.engine.ask("check", request, [file]);
    const report = await madeHere(list, ask);
    if (report) {
      this.#shown = keptIn(list);
      this.#found = JSON.stringify(report.findings);
      this.words.tell(isSent(list) ? "here-sent" : "here");
      this.words.tellDifference(false);
      return report;
    }
    await this.#askToSend(list);
    return this.#onService(list, onService);
  }

  /**
   * @param {List} list
   * @returns {boolean} Whether it is not sent for what can be done here.
   */
  #stays(list) {
    const ids = keptIn(list);
    const isHere = ids.length > 0 || (!("upload_id" in list) && this.engine.state === "ready");
    return isHere && !this.#isLeft(ids);
  }

  /** @param {List} list */
  async #askToSend(list) {
    await this.words.mayBeSent();
    this.leave(list);
  }

  /**
   * From now on the service checks it.
   *
   * @param {List} list
   */
  leave(list) {
    for (const id of keptIn(list)) this.#left.add(id);
    if (!("upload_id" in list)) this.#left.add("");
  }

  /**
   * This year's list beside last year's file.
   *
   * @param {List} list
   * @param {File} last
   * @param {string | undefined} last_day
   * @returns {Promise<RenewalReport | null>} Null where the service must do it.
   */
  async #compared(list, last, last_day) {
    const ids = keptIn(list);
    const isOurs = here.takes(last) && !list.base && !this.#isLeft(ids);
    if (!isOurs || (ids.length === 0 && "upload_id" in list)) return null;
    /** @type {Ask<RenewalReport>} */
    const ask = (own, file) => {
      const request = { this: own, last: { upload_id: FILE }, last_day };
      return this.engine.ask("compare", request, [file, last]);
    };
    return madeHere(list, ask);
  }

  /**
   * @param {List} list
   * @returns {Promise<import("./files.js").MarkedFile | null>} Null where the service must do it.
   */
  async #markedUp(list) {
    if (!this.#stays(list)) return null;
    const made = await madeHere(list, (request, file) => markUp(this.engine, request, file));
    if (!made) await this.#askToSend(list);
    return made;
  }

  /** @param {string[]} ids */
  #isLeft(ids) {
    return ids.length > 0 ? ids.every((id) => this.#left.has(id)) : this.#left.has("");
  }

  /**
   * @param {List} list
   * @param {() => Promise<Report>} check
   */
  async #onService(list, check) {
    const report = await check();
    const differs = this.#found !== "" && this.#found !== JSON.stringify(report.findings);
    this.words.tellDifference(differs && this.#isLeft(keptIn(list)));
    this.words.tell("upload_id" in list ? "service-file" : "service-rows");
    this.#found = "";
    return report;
  }
}

/**
 * What Python makes of a list, to which its file is handed.
 *
 * @template R
 * @param {List} list
 * @param {Ask<R>} ask
 * @returns {Promise<R | null>} Null where the service must do it.
 * @throws {ProblemError | import("./files.js").FileGoneError}
 */
async function madeHere(list, ask) {
  const [id] = keptIn(list);
  const file = id === undefined ? undefined : fileOf(id);
  if (list.base) return null;
  const { report, problem } = await ask(file ? { ...list, upload_id: FILE } : list, file);
  if (problem) throw new ProblemError(problem);
  return report ?? null;
}

/** Whether what is loaded may cost her something, or take long: then she is asked. */
function isDear() {
  const { connection } = /** @type {{connection?: Record<string, unknown>}} */ (navigator);
  const { saveData, effectiveType = "", type } = connection ?? {};
  const isPhone = matchMedia("(pointer: coarse)").matches;
  return isPhone || Boolean(saveData) || type === "cellular" || /2g|3g/.test(String(effectiveType));
}
