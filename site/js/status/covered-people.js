/** @import {CoveredPeople, CoveredPerson, RosterState} from "../contract.js" */
/** @import {Cell} from "../card-table.js" */
import { CardTable } from "../card-table.js";
import { byId, fill, partIn } from "../dom.js";
import { count, day } from "../format.js";
import { bearing, pathOf } from "../lookup.js";
import { Asking } from "./asking.js";
import { saveMade } from "./made-file.js";

const COLUMNS = ["行", "姓名", "身份证号", "状态", "保险期间", "等待期"];
/** More are read in the file. */
const SHOWN = 300;

/** Who is covered by an accepted list, asked for by whoever opens this part. */
export class CoveredPeopleView {
  section = byId("covered-people", HTMLDetailsElement);
  asking = new Asking(this.section, byId("people-file", HTMLButtonElement));
  table = byId("people-table", HTMLTableElement);
  /** @type {RosterState | null} */
  roster = null;
  accessCode = "";
  isAsked = false;

  constructor() {
    this.rows = new CardTable(this.table, COLUMNS);
    this.section.addEventListener("toggle", () => this.#opened());
    this.asking.button.addEventListener("click", () => this.#download());
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
    this.asking.summary.clear();
    partIn(this.section, "people").hidden = true;
  }

  #opened() {
    const { roster } = this;
    if (!roster || !this.section.open || this.isAsked) return;
    this.isAsked = true;
    const path = `${pathOf(roster.receipt)}/people`;
    this.asking.send(
      { path, words: "正在查找…", headers: bearing(this.accessCode) },
      (found) => {
        if (roster === this.roster) this.#show(found);
      },
      () => {
        if (roster === this.roster) this.isAsked = false;
      },
    );
  }

  #download() {
    const { roster, accessCode } = this;
    if (!roster) return;
    const { receipt } = roster;
    const file = { receipt, accessCode, part: "/people/file", words: "正在做表格…" };
    saveMade(this.asking, file, () => "已开始下载。表格里有完整的身份证号，请妥善保管。");
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
