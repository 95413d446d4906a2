/** @import {ImportCase, ImportedPolicy, ImportStep} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { factItems } from "../fact-items.js";
import { answersIn } from "../form-answers.js";
import { count, day, moment } from "../format.js";
import { CardTable } from "../card-table.js";
import { bringPart } from "../patience.js";
import { reasonItem } from "../reasons.js";
import { RetryLine } from "../retry-line.js";
import { moreInWords, SHOWN_AT_MOST } from "./long-list.js";
import { SentForm } from "./sent-form.js";
import { whoInWords } from "./words.js";

const COLUMNS = ["保险单号", "单位", "保险期间", "人数", "编号"];
/** How long after an answer it is asked again how far an import is. */
const ASK_AGAIN_MS = 2000;
const BUSY = ["importing", "reversing"];

/** One import: how far it is, its policies, what happened to it; and its reversal. */
export class ImportView {
  section = byId("import", HTMLElement);
  reversing = byId("reverse", HTMLElement);
  form = /** @type {HTMLFormElement} */ (this.reversing.querySelector("form"));
  opener = /** @type {HTMLElement} */ (this.section.querySelector("[data-open-reverse]"));
  line = RetryLine.behind(partIn(this.section, "progress"));
  /** @type {ImportCase | null} */
  shown = null;

  /**
   * @param {StaffApi} api
   * @param {{onError: (error: unknown) => void, onChange: () => unknown}} surroundings
   */
  constructor(api, { onError, onChange }) {
    this.api = api;
    this.onError = onError;
    this.onChange = onChange;
    const table = /** @type {HTMLTableElement} */ (this.section.querySelector("table"));
    this.table = new CardTable(table, COLUMNS);
    this.opener.addEventListener("click", () => reveal(this.reversing));
    this.section.querySelector("[data-close]")?.addEventListener("click", () => this.#close());
    this.form.querySelector("[data-cancel]")?.addEventListener("click", () => this.#cancel());
    new SentForm(this.form, {
      status: partIn(this.form, "sending"),
      words: "正在撤销…",
      ask: () => this.#reverse(),
      done: (found) => {
        this.form.reset();
        this.show(found);
        this.onChange();
      },
      onSignedOut: onError,
    });
  }

  /** @param {ImportCase} found */
  show(found) {
    this.reversing.hidden = true;
    this.#fill(found);
    reveal(this.section);
  }

  /** @param {ImportCase} found */
  #fill(found) {
    this.line.end();
    const { receipt, state, state_label, policies, done, lines, timeline } = found;
    this.shown = found;
    const isBusy = BUSY.includes(state);
    fill(this.section, {
      import_receipt: receipt,
      import_state: state_label,
      import_done: isBusy ? `${count(done)}/${count(policies)} 份，关掉网页也会继续` : "",
    });
    const progress = /** @type {HTMLProgressElement} */ (partIn(this.section, "progress"));
    progress.hidden = !isBusy;
    progress.max = policies;
    progress.value = done;
    this.opener.hidden = !found.may_reverse;
    partIn(this.section, "import-facts").replaceChildren(...factItems(factsOf(found)));
    partIn(this.section, "import-timeline").replaceChildren(...timeline.map(stepItem));
    const told = found.findings.map((each) => reasonItem(each));
    partIn(this.section, "import-findings").replaceChildren(...told);
    this.table.clear();
    this.table.append(lines.slice(0, SHOWN_AT_MOST).map(lineRow));
    partIn(this.section, "more-lines").textContent = moreInWords(lines.length, "份");
    if (isBusy) setTimeout(() => this.#askAgain(receipt), ASK_AGAIN_MS);
  }

  /** @param {string} receipt */
  #askAgain(receipt) {
    const isWanted = () => this.shown?.receipt === receipt && !this.section.hidden;
    if (!isWanted()) return;
    bringPart(this.line, () => this.api.import(receipt), {
      show: (found) => {
        this.#fill(found);
        if (!BUSY.includes(found.state)) this.onChange();
      },
      onSignedOut: this.onError,
      isWanted,
      most: Infinity,
    });
  }

  #reverse() {
    const shown = /** @type {ImportCase} */ (this.shown);
    return this.api.reverseImport(shown, answersIn(this.form).reason ?? "");
  }

  #cancel() {
    this.reversing.hidden = true;
    this.opener.focus();
  }

  #close() {
    this.shown = null;
    this.section.hidden = true;
  }
}

/**
 * @param {ImportCase} found
 * @returns {import("../fact-items.js").Fact[]}
 */
function factsOf({ filename, policies, people, counties, by, at }) {
  return [
    ["文件", filename],
    ["补录人", `${whoInWords(by)}，${moment(at)}`],
    ["县（区）", counties.join("、")],
    ["份数和人数", `${count(policies)} 份，${count(people)} 人次`],
  ];
}

/** @param {ImportStep} step */
function stepItem({ at, label, by, reason }) {
  const who = by ? `，${whoInWords(by)}` : "";
  return element("li", {}, `${moment(at)}：${label}${who}${reason && `，原因：${reason}`}`);
}

/**
 * @param {ImportedPolicy} line
 * @returns {Cell[]}
 */
function lineRow({ number, unit_name, county, first_day, last_day, people, paid, ...line }) {
  const payments = paid > 0 ? `，其中 ${count(paid)} 人付过` : "";
  return [
    number,
    `${unit_name}（${county}）`,
    `${day(first_day)}到${day(last_day)}`,
    `${count(people)}${payments}`,
    line.is_skipped ? "别处刚刚补录过，没有再录" : line.receipt,
  ];
}
