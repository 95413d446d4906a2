/** @import {Finding} from "../contract.js" */
/** @import {Case, CaseRow, PersonCover, RowsPage} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { basisLink } from "../basis.js";
import { byId, element, fill, partIn } from "../dom.js";
import { count, day } from "../format.js";
import { FIELDS, headerOf } from "../roster/columns.js";
import { differenceParts } from "../roster/difference.js";
import { CardTable } from "../card-table.js";
import { beside, bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { untilInWords } from "../said-reasons.js";
import { goneInWords } from "./endorsement-words.js";

const COLUMNS = ["行", ...FIELDS.map(headerOf), "情况"];
const SEVERITIES = { error: "不符合", warning: "要确认", info: "提示" };

/** The people of one version of a roster, page by page. */
export class PeopleView {
  more = byId("more-people", HTMLButtonElement);
  receipt = "";
  version = 0;
  /** @type {number | null} */
  next = null;
  /** @type {CaseRow[]} Those that have come. */
  rows = [];

  /**
   * @param {HTMLElement} section
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(section, api, onError) {
    this.section = section;
    this.api = api;
    this.onError = onError;
    const table = /** @type {HTMLTableElement} */ (section.querySelector("table.people"));
    this.table = new CardTable(table, COLUMNS);
    this.line = RetryLine.behind(table);
    this.more.addEventListener("click", () => resting(this.more, () => this.#showMore()));
  }

  /**
   * @param {string} receipt
   * @param {number} version
   * @returns {Promise<() => void>} Shows the first of them; those that have not come, once they do.
   */
  async prepare(receipt, version) {
    const bring = await beside(() => this.api.rows(receipt, version, null));
    return () => {
      this.receipt = receipt;
      this.version = version;
      this.#clear();
      bring(this.line, {
        show: (/** @type {RowsPage} */ page) => {
          this.#append(page);
          this.#showDifference(page);
          this.#showOfflineText(page);
        },
        onSignedOut: this.onError,
        isWanted: () => receipt === this.receipt && version === this.version,
      });
    };
  }

  #clear() {
    this.table.clear();
    this.rows = [];
    this.next = null;
    this.more.hidden = true;
    fill(this.section, { people_caption: `第 ${this.version} 版名单` });
    partIn(this.section, "difference").hidden = true;
    partIn(this.section, "printed-offline").hidden = true;
  }

  /** @param {RowsPage} page */
  #showOfflineText({ offline_text }) {
    partIn(this.section, "printed-offline").hidden = !offline_text;
    fill(this.section, { offline_text });
  }

  /** @param {RowsPage} page */
  #showDifference({ difference, version }) {
    const box = partIn(this.section, "difference");
    box.hidden = !difference;
    const heading = `和第 ${version - 1} 版比`;
    box.replaceChildren(...(difference ? differenceParts(difference, heading) : []));
  }

  /**
   * Offers the roster's versions, where there are several.
   *
   * @param {Case} roster
   */
  offerVersions({ receipt, versions, version: current }) {
    const box = partIn(this.section, "versions");
    const buttons = versions.map(({ version, people }) => {
      const isShown = String(version === this.version);
      const words = `第 ${version} 版${version === current ? "（现在的）" : ""} ${count(people)} 人`;
      const button = element("button", { type: "button", "aria-pressed": isShown }, words);
      button.addEventListener("click", async () => {
        try {
          (await this.prepare(receipt, version))();
          for (const each of box.children)
            each.setAttribute("aria-pressed", String(each === button));
        } catch (error) {
          this.onError(error);
        }
      });
      return button;
    });
    box.replaceChildren(...(versions.length > 1 ? buttons : []));
  }

  /**
   * @param {number[]} named
   * @param {number} version Of the list that they are rows of.
   * @returns {Promise<number[]>} Those of the rows that are nobody's; none while another version is shown.
   */
  async nobodys(named, version) {
    const without = () => {
      const known = new Set(this.rows.map(({ row }) => row));
      return named.filter((row) => !known.has(row));
    };
    const isKnown = () => version === this.version && this.rows.length > 0;
    if (!isKnown() || without().length === 0) return [];
    await this.complete();
    return isKnown() ? without() : [];
  }

  /**
   * @param {number[]} named
   * @returns {CaseRow[]} Who stands in these rows, of those that have come.
   */
  standingIn(named) {
    return this.rows.filter(({ row }) => named.includes(row));
  }

  /** Brings all that are not there yet. */
  async complete() {
    while (this.next !== null) await this.#bring();
  }

  #showMore() {
    const part = { show: () => {}, onSignedOut: this.onError };
    return bringPart(this.line, () => this.#bring(), part);
  }

  async #bring() {
    const { receipt, version } = this;
    const page = await this.api.rows(receipt, version, this.next);
    if (receipt === this.receipt && version === this.version) this.#append(page);
  }

  /** @param {RowsPage} page */
  #append({ rows, next, total }) {
    this.table.append(rows.map(cellsOf));
    this.rows.push(...rows);
    this.next = next;
    this.more.hidden = next === null;
    const shown = this.table.body.rows.length;
    const part = shown < total ? `，先列出 ${count(shown)} 人` : "";
    const caption = `第 ${this.version} 版名单，${count(total)} 人${part}`;
    fill(this.section, { people_caption: caption });
  }
}

/**
 * @param {CaseRow} row
 * @returns {import("../card-table.js").Cell[]}
 */
function cellsOf(row) {
  const notes = notesOf(row);
  const list = notes.length > 0 ? element("ul", { class: "notes-of-row" }, ...notes) : "";
  const said = FIELDS.map((field) =>
    field === "id_number" ? element("span", { class: "id-number" }, row[field]) : row[field],
  );
  return [String(row.row), ...said, list];
}

/** @param {CaseRow} row */
function notesOf({ findings, is_elsewhere, refusal, leaver, ...about }) {
  const { old_last_day, is_gap_granted, accepted_reason, cover } = about;
  const notes = findings.map((each) => findingNote(each));
  if (is_elsewhere) notes.push(note("warning", "重复", "也在别的名单里"));
  if (refusal) {
    notes.push(note("error", "不予承保", refusal.reason, refusal.article, refusal.article_label));
  }
  if (leaver) notes.push(note("warning", goneInWords([leaver]), untilInWords(leaver.last_day)));
  if (old_last_day) notes.push(note("info", "看过旧保险凭证", `到${day(old_last_day)}为止`));
  if (is_gap_granted) notes.push(note("info", "宽限", "保险中断过，同意算续保"));
  if (accepted_reason) notes.push(note("info", "同意承保", accepted_reason));
  if (cover)
    notes.push(note("info", "保险期间", coverInWords(cover)), ...cover.findings.map(findingNote));
  return notes;
}

/** @param {Finding} finding */
function findingNote({ severity, title, article, article_label }) {
  return note(severity, SEVERITIES[severity], title, article, article_label);
}

/**
 * @param {Finding["severity"]} severity
 * @param {string} kind
 * @param {string} words
 * @param {string | null} [article]
 * @param {string | null} [label]
 */
function note(severity, kind, words, article, label) {
  const item = element("li", { "data-severity": severity }, element("b", {}, kind), `：${words}`);
  if (article && label) {
    item.append("（", basisLink(article, label), "）");
  }
  return item;
}

/** @param {PersonCover} cover */
function coverInWords({ first_day, last_day, is_continuous, waiting_last_day }) {
  if (!first_day || !last_day) return "这份保险单没有增加保险的日子";
  const kind = is_continuous ? "连续续保" : "首次或中断后参加";
  const waiting = waiting_last_day ? `，等待期到${day(waiting_last_day)}` : "";
  return `${kind}，${day(first_day)}到${day(last_day)}${waiting}`;
}
