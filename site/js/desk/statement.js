/** @import {LinePart, LineRecorded, MatchedLine, MatchedList, MatchedStatement} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { CardTable } from "../card-table.js";
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { wordsOf } from "../finding.js";
import { count } from "../format.js";
import { reasonItem } from "../reasons.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { DoubtfulLine } from "./doubtful-line.js";
import { showFailure } from "./failure.js";
import { moreInWords, SHOWN_AT_MOST } from "./long-list.js";
import { onChosen, readFromFile } from "./sent-file.js";
import {
  lineInWords,
  matchedInWords,
  partsInWords,
  payerInWords,
  recordedInWords,
} from "./statement-words.js";

const CERTAIN_COLUMNS = ["流水", "付款方", "记到", "凭什么"];
const OTHER_COLUMNS = ["流水", "付款方", "为什么不记"];
/** As many as the service records in one request. */
const AT_ONCE = 50;

/** A bank statement: its lines beside the lists of her counties, and recorded. */
export class StatementView {
  section = byId("statement", HTMLElement);
  matched = partIn(this.section, "matched");
  said = partIn(this.section, "read");
  line = RetryLine.behind(this.said);
  input = byId("statement-file", HTMLInputElement);
  recorder = /** @type {HTMLButtonElement} */ (this.section.querySelector("[data-record]"));
  refused = new ErrorSummary(partIn(this.section, "refused"), this.section);
  uploadId = "";
  fileName = "";
  /** @type {MatchedLine[]} */
  certain = [];
  doubtful = {
    lists: /** @type {Map<string, MatchedList>} */ (new Map()),
    asked: /** @type {DoubtfulLine[]} */ ([]),
  };

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(api, onError) {
    this.api = api;
    this.onError = onError;
    this.certainTable = this.#table("certain", CERTAIN_COLUMNS);
    this.othersTable = this.#table("others", OTHER_COLUMNS);
    onChosen(this.input, ([file]) => this.#bring(file));
    this.recorder.addEventListener("click", () => this.#recordCertain());
  }

  /** @returns {Promise<() => void>} Nothing has to be asked before the page is shown. */
  async prepare() {
    return () => {};
  }

  /** @param {File} file */
  async #bring(file) {
    this.matched.hidden = true;
    this.refused.clear();
    this.said.textContent = `正在核对：${file.name}`;
    try {
      const ask = (/** @type {string} */ id) => this.api.checkStatement(id);
      const { upload_id, found } = await readFromFile(file, ask, this.line);
      this.uploadId = upload_id;
      this.fileName = file.name;
      this.said.textContent = "";
      this.#show(found);
      reveal(this.matched);
    } catch (error) {
      this.said.textContent = `没有读入：${file.name}`;
      showFailure(error, this.refused, this.onError);
    }
  }

  /** @param {MatchedStatement} found */
  #show({ lines, lists, findings }) {
    const by = new Map(lists.map((list) => [list.receipt, list]));
    fill(this.matched, {
      statement_heading: this.fileName,
      statement_words: matchedInWords(lines),
    });
    const unreadable = findings.map((each) => reasonItem(each, [wordsOf(each)]));
    partIn(this.matched, "unreadable").replaceChildren(...unreadable);
    this.certain = lines.filter(({ standing }) => standing === "certain");
    const doubtful = lines.filter(({ standing }) => standing === "doubtful");
    const others = lines.filter(({ standing }) => ["unmatched", "known"].includes(standing));
    this.recorder.textContent = `记下这 ${count(this.certain.length)} 行`;
    this.#fillTable("certain", this.certainTable, this.certain, (line) => certainRow(line, by));
    this.#fillTable("others", this.othersTable, others, otherRow);
    this.#showDoubtful(doubtful, by);
  }

  /**
   * @param {string} part
   * @param {string[]} columns
   */
  #table(part, columns) {
    const table = partIn(this.section, part).querySelector("table");
    return new CardTable(/** @type {HTMLTableElement} */ (table), columns);
  }

  /**
   * @param {string} part
   * @param {CardTable} table
   * @param {MatchedLine[]} lines
   * @param {(line: MatchedLine) => Cell[]} row
   */
  #fillTable(part, table, lines, row) {
    partIn(this.section, part).hidden = lines.length === 0;
    table.clear();
    table.append(lines.slice(0, SHOWN_AT_MOST).map(row));
    partIn(this.section, `more-${part}`).textContent = moreInWords(lines.length, "行");
  }

  /**
   * @param {MatchedLine[]} lines
   * @param {Map<string, MatchedList>} lists
   */
  #showDoubtful(lines, lists) {
    const part = partIn(this.section, "doubtful");
    part.hidden = lines.length === 0;
    const asked = lines
      .slice(0, SHOWN_AT_MOST)
      .map((line) => new DoubtfulLine(line, lists, (parts) => this.#recordOne(line, parts)));
    this.doubtful = { lists, asked };
    part.querySelector("ol")?.replaceChildren(...asked.map(({ item }) => item));
    partIn(part, "more-doubtful").textContent = moreInWords(lines.length, "行");
  }

  async #recordCertain() {
    const recording = partIn(this.section, "recording");
    this.refused.clear();
    /** @type {LineRecorded[]} */
    const told = [];
    const record = async () => {
      for (let from = 0; from < this.certain.length; from += AT_ONCE) {
        recording.textContent = `正在记：${count(from)}/${count(this.certain.length)} 行`;
        const lines = this.certain.slice(from, from + AT_ONCE).map(({ row, proposals }) => ({
          row,
          parts: proposals[0] ?? [],
        }));
        told.push(...(await this.api.recordLines(this.uploadId, lines, false)));
      }
    };
    try {
      await resting(this.recorder, record);
    } catch (error) {
      showFailure(error, this.refused, this.onError);
    } finally {
      recording.textContent = "";
    }
    await this.#look(told);
  }

  /**
   * Shows the statement as it stands after lines were recorded.
   *
   * @param {LineRecorded[]} told
   */
  async #look(told) {
    if (told.length === 0) return;
    this.said.textContent = recordedInWords(told);
    await bringPart(this.line, () => this.api.checkStatement(this.uploadId), {
      show: (found) => {
        this.#show(found);
        reveal(this.matched);
      },
      onSignedOut: this.onError,
    });
  }

  /**
   * @param {MatchedLine} line
   * @param {LinePart[]} parts
   * @returns {Promise<LineRecorded>}
   */
  async #recordOne({ row, is_out }, parts) {
    this.refused.clear();
    try {
      const [told] = await this.api.recordLines(this.uploadId, [{ row, parts }], true);
      if (told?.outcome === "recorded") this.#settle(parts, is_out);
      if (told) return told;
    } catch (error) {
      showFailure(error, this.refused, this.onError);
    }
    return { row, outcome: "refused", finding: null };
  }

  /**
   * Lets all lines say what is still missing of the lists, so that none is paid twice.
   *
   * @param {LinePart[]} parts What was recorded.
   * @param {boolean} is_out
   */
  #settle(parts, is_out) {
    const { lists, asked } = this.doubtful;
    for (const { receipt, amount } of parts) {
      const list = lists.get(receipt);
      const came = is_out ? -Number(amount) : Number(amount);
      if (list) list.due = (Number(list.due) - came).toFixed(2);
    }
    for (const other of asked) other.retell();
  }
}

/**
 * @param {MatchedLine} line
 * @param {Map<string, MatchedList>} lists
 * @returns {Cell[]}
 */
function certainRow(line, lists) {
  const words = partsInWords(line.proposals[0] ?? [], lists, line.is_out);
  const parts = words.map((each) => element("div", {}, each));
  return [lineInWords(line), payerInWords(line), parts, line.reason.title];
}

/**
 * @param {MatchedLine} line
 * @returns {Cell[]}
 */
function otherRow(line) {
  const { title, message, fix } = line.reason;
  return [lineInWords(line), payerInWords(line), `${title}。${message}${fix}`];
}
