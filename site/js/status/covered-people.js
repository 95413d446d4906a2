/** @import {CoveredPeople, CoveredPerson, RosterState} from "../contract.js" */
/** @import {Cell} from "../card-table.js" */
import { CardTable } from "../card-table.js";
import { byId, fill, partIn } from "../dom.js";
import { saveFrom } from "../download.js";
import { ErrorSummary } from "../error-summary.js";
import { count, day } from "../format.js";
import { bearing, pathOf } from "../lookup.js";
import { faultsOf } from "../problem.js";
import { callWithProof } from "../proof-of-work.js";

const COLUMNS = ["行", "姓名", "身份证号", "状态", "保险期间", "等待期"];
/** More are read in the file. */
const SHOWN = 300;

/** Who is covered by an accepted list, asked for by whoever opens this part. */
export class CoveredPeopleView {
  section = byId("covered-people", HTMLDetailsElement);
  status = byId("asking-people", HTMLElement);
  file = byId("people-file", HTMLButtonElement);
  table = byId("people-table", HTMLTableElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";
  isAsked = false;

  constructor() {
    const box = /** @type {HTMLElement} */ (this.section.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.section);
    this.rows = new CardTable(this.table, COLUMNS);
    this.section.addEventListener("toggle", () => this.#opened());
    this.file.addEventListener("click", () => this.#download());
  }

  /**
   * @param {RosterState} roster Only an accepted list covers anybody.
   * @param {string} accessCode
   */
  offer(roster, accessCode) {
    this.roster = roster;
    this.accessCode = accessCode;
    this.isAsked = false;
    this.section.open = false;
    this.section.hidden = roster.state !== "accepted";
    this.summary.clear();
    partIn(this.section, "people").hidden = true;
  }

  async #opened() {
    if (!this.section.open || this.isAsked) return;
    this.isAsked = true;
    const { roster } = this;
    /** @type {CoveredPeople | undefined} */
    const found = await this.#ask("/people", {}, "正在查找…");
    if (roster !== this.roster) return;
    if (found) this.#show(found);
    else this.isAsked = false;
  }

  async #download() {
    if (this.file.disabled) return;
    this.file.disabled = true;
    const made = await this.#ask("/people/file", { body: {} }, "正在做表格…");
    if (made) {
      saveFrom(made.url);
      this.status.textContent = "已开始下载。表格里有完整的身份证号，请妥善保管。";
    }
    this.file.disabled = false;
  }

  /**
   * @param {string} part
   * @param {{body?: object}} request
   * @param {string} words What is said meanwhile.
   * @returns {Promise<any>} Nothing where it was refused: that is said.
   */
  async #ask(part, request, words) {
    if (!this.roster) return undefined;
    this.summary.clear();
    this.status.textContent = words;
    try {
      const path = pathOf(this.roster.receipt) + part;
      const headers = bearing(this.accessCode);
      return await callWithProof(path, { ...request, headers }, this.status);
    } catch (error) {
      this.summary.show(faultsOf(error));
      return undefined;
    } finally {
      this.status.textContent = "";
    }
  }

  /** @param {CoveredPeople} found */
  #show({ on, is_complete, people }) {
    const shown = people.slice(0, SHOWN);
    this.rows.clear();
    this.rows.append(shown.map(cellsOf));
    const rest = people.length > SHOWN ? `，先列出前 ${SHOWN} 人，全部的请下载` : "";
    const part = partIn(this.section, "people");
    fill(part, {
      people_caption: `${day(on)}，${count(people.length)} 人${rest}`,
      people_counts: `${counted(people)}。`,
    });
    partIn(part, "reckoning").hidden = is_complete;
    part.hidden = false;
  }
}

/** @param {CoveredPerson[]} people */
function counted(people) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { state_label } of people) counts.set(state_label, (counts.get(state_label) ?? 0) + 1);
  return [...counts].map(([label, number]) => `${label} ${count(number)} 人`).join("，");
}

/**
 * @param {CoveredPerson} person
 * @returns {Cell[]}
 */
function cellsOf({ row, name, id_number, state_label, is_leaving, ...days }) {
  const { first_day, last_day, waiting_last_day } = days;
  const leaving = is_leaving && state_label !== "已退出" ? "（到期前退出）" : "";
  return [
    String(row),
    name,
    id_number,
    state_label + leaving,
    first_day && last_day ? `${day(first_day)}到${day(last_day)}` : "",
    waiting_last_day ? `到${day(waiting_last_day)}` : "",
  ];
}
