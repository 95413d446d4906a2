/** @import {LogEntry} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill } from "../dom.js";
import { count, moment } from "../format.js";
import { CardTable } from "./card-table.js";
import { reasonLine, refusalLine } from "../said-reasons.js";
import { whoInWords } from "./words.js";

const COLUMNS = ["时间", "事项", "谁", "版本", "细节"];

/** Who did or saw what of a roster: fetched when it is unfolded, and exported. */
export class CaseLog {
  details = byId("log", HTMLDetailsElement);
  receipt = "";

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(api, onError) {
    this.api = api;
    this.onError = onError;
    const table = /** @type {HTMLTableElement} */ (this.details.querySelector("table"));
    this.table = new CardTable(table, COLUMNS);
    this.details.addEventListener("toggle", () => {
      if (this.details.open) this.#tried(() => this.#show());
    });
    byId("export-log", HTMLButtonElement).addEventListener("click", () =>
      this.#tried(async () => location.assign((await api.logFile(this.receipt)).url)),
    );
  }

  /**
   * Another roster, or more may have happened: what was shown is no longer the log.
   *
   * @param {string} receipt
   */
  forget(receipt) {
    this.receipt = receipt;
    this.details.open = false;
    this.table.clear();
  }

  async #show() {
    const { receipt } = this;
    const { entries, is_complete } = await this.api.log(receipt);
    if (receipt !== this.receipt) return;
    this.table.clear();
    this.table.append(entries.map(cellsOf));
    const rest = is_complete ? "" : "，更早的在导出的表格里";
    fill(this.details, { log_caption: `${count(entries.length)} 条，最新的在前${rest}` });
  }

  /** @param {() => Promise<void>} work */
  async #tried(work) {
    try {
      await work();
    } catch (error) {
      this.onError(error);
    }
  }
}

/**
 * @param {LogEntry} entry
 * @returns {import("./card-table.js").Cell[]}
 */
function cellsOf({ at, label, by, version, reasons, acceptance, rows, is_masked }) {
  const items = [
    ...reasons.map(reasonLine),
    ...(acceptance?.refusals ?? []).map(refusalLine),
    ...(acceptance ? [element("li", {}, `保单号 ${acceptance.policy_number}`)] : []),
    ...(rows ? [element("li", {}, `第 ${rows[0]} 到 ${rows[1]} 行`)] : []),
    ...(is_masked ? [element("li", {}, "个人信息已遮住")] : []),
  ];
  const details = items.length > 0 ? element("ul", { class: "notes-of-row" }, ...items) : "";
  return [moment(at), label, whoInWords(by), `第 ${version} 版`, details];
}
