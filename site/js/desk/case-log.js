/** @import {LogEntry} from "./contract.js" */
/** @import {Wording} from "./event-item.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, fill } from "../dom.js";
import { count, moment } from "../format.js";
import { CardTable } from "../card-table.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { amountsInWords } from "../claim-outcome.js";
import { refusalLine } from "../said-reasons.js";
import { reasonItems } from "./event-item.js";
import { unreadableLines } from "./queue-cells.js";
import { whoInWords } from "./words.js";

const COLUMNS = ["时间", "事项", "谁", "版本", "细节"];

/** Who did or saw what of a case: fetched when it is unfolded, and exported. */
export class CaseLog {
  receipt = "";

  /**
   * @param {HTMLElement} section Of the case.
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   * @param {Wording} wording
   */
  constructor(section, api, onError, wording) {
    this.details = /** @type {HTMLDetailsElement} */ (section.querySelector("details.log"));
    this.api = api;
    this.wording = wording;
    this.onError = onError;
    const table = /** @type {HTMLTableElement} */ (this.details.querySelector("table"));
    this.table = new CardTable(table, COLUMNS);
    this.line = RetryLine.behind(table);
    this.details.addEventListener("toggle", () => {
      if (this.details.open) this.#bring();
    });
    const exporter = /** @type {HTMLButtonElement} */ (this.details.querySelector("button"));
    this.fileLine = RetryLine.behind(/** @type {HTMLElement} */ (exporter.closest("p")));
    exporter.addEventListener("click", () => resting(exporter, () => this.#export()));
  }

  /**
   * Another case, or more may have happened: what was shown is no longer the log.
   *
   * @param {string} receipt
   */
  forget(receipt) {
    this.receipt = receipt;
    this.line.end();
    this.fileLine.end();
    this.details.open = false;
    this.table.clear();
  }

  #bring() {
    const { receipt } = this;
    return bringPart(this.line, () => this.api.log(receipt), {
      show: (log) => this.#show(log),
      onSignedOut: this.onError,
      isWanted: () => receipt === this.receipt && this.details.open,
    });
  }

  /** @param {import("./contract.js").Log} log */
  #show({ entries, is_complete, unreadable }) {
    this.table.clear();
    this.table.append(entries.map((each) => cellsOf(each, this.wording)));
    const rest = is_complete ? "" : "，更早的在导出的表格里";
    const caption = `${count(entries.length)} 条，最新的在前${rest}。`;
    fill(this.details, { log_caption: `${caption}${unreadableLines(unreadable)}` });
  }

  #export() {
    const { receipt } = this;
    return bringPart(this.fileLine, () => this.api.logFile(receipt), {
      show: ({ url }) => location.assign(url),
      onSignedOut: this.onError,
      isWanted: () => receipt === this.receipt,
    });
  }
}

/**
 * @param {LogEntry} entry
 * @param {Wording} wording
 * @returns {import("../card-table.js").Cell[]}
 */
function cellsOf(entry, { outsider, labelOf }) {
  const { at, by, version, what, acceptance, amounts, stated, rows, is_masked } = entry;
  const items = [
    ...reasonItems(entry),
    ...(acceptance?.refusals ?? []).map((each) =>
      refusalLine(each, {}, acceptance?.policy_issued_date),
    ),
    ...(acceptance ? [element("li", {}, `保险单号 ${acceptance.policy_number}`)] : []),
    ...(amounts ? [element("li", {}, amountsInWords(amounts))] : []),
    ...(stated ? [element("li", {}, stated)] : []),
    ...(rows ? [element("li", {}, `第 ${rows[0]} 到 ${rows[1]} 行`)] : []),
    ...(is_masked ? [element("li", {}, "个人信息已遮住")] : []),
  ];
  const details = items.length > 0 ? element("ul", { class: "notes-of-row" }, ...items) : "";
  const who = what === "mailed" && !by ? "本站" : whoInWords(by, outsider);
  return [moment(at), labelOf(entry), who, `第 ${version} 版`, details];
}
