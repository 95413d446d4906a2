/** @import {List, RenewalReport, Report} from "../../contract.js" */
import { ProblemError } from "../../api.js";
import { noonToday } from "../../clock.js";
import { canRun, Engine } from "./engine.js";
import { fileOf, here, isSent, keptIn } from "./files.js";
import { isAllKept, keepForNextTime } from "./kept.js";
import { markUp } from "./mark-up.js";
import { HereWords } from "./words.js";

/** In the place of an upload's id, where Python is given the file. */
const FILE = "here";

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
    const ids = keptIn(list);
    if (!this.#stays(list)) return this.#onService(list, onService);
    const { report, problem } = await this.#checked(list, ids);
    if (problem) throw new ProblemError(problem);
    if (report) {
      this.#shown = ids;
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
   * @param {List} list
   * @param {string[]} ids
   * @returns {Promise<import("./engine.js").Answer<Report>>}
   */
  async #checked(list, ids) {
    const { request, file } = handedOver(list, ids);
    if (list.base) return { unable: true };
    return this.engine.ask("check", request, [file], noonToday());
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
    const own = handedOver(list, ids);
    const request = { this: own.request, last: { upload_id: FILE }, last_day };
    const files = [own.file, last];
    const { report, problem } = await this.engine.ask("compare", request, files, noonToday());
    if (problem) throw new ProblemError(problem);
    return report ?? null;
  }

  /**
   * @param {List} list
   * @returns {Promise<import("./files.js").MarkedFile | null>} Null where the service must do it.
   */
  async #markedUp(list) {
    if (!this.#stays(list)) return null;
    const { request, file } = handedOver(list, keptIn(list));
    if (!list.base) {
      const { report, problem } = await markUp(this.engine, request, file);
      if (problem) throw new ProblemError(problem);
      if (report) return report;
    }
    await this.#askToSend(list);
    return null;
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
 * @param {List} list
 * @param {string[]} ids Of files in it that stayed here.
 * @returns {{request: List, file?: File}} The list as Python is asked about it, and its file.
 * @throws {import("./files.js").FileGoneError}
 */
function handedOver(list, [id]) {
  return id === undefined
    ? { request: list }
    : { request: { ...list, upload_id: FILE }, file: fileOf(id) };
}

/** Whether what is loaded may cost her something, or take long: then she is asked. */
function isDear() {
  const { connection } = /** @type {{connection?: Record<string, unknown>}} */ (navigator);
  const { saveData, effectiveType = "", type } = connection ?? {};
  const isPhone = matchMedia("(pointer: coarse)").matches;
  return isPhone || Boolean(saveData) || type === "cellular" || /2g|3g/.test(String(effectiveType));
}
