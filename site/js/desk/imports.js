/** @import {Checked, CheckedPolicy, ImportLine, Imports} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Me} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { count, day, moment } from "../format.js";
import { findingsTable } from "../roster/findings-table.js";
import { layOut, totalOf } from "../roster/layout.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { CardTable } from "../card-table.js";
import { showFailure } from "./failure.js";
import { ImportView } from "./import-view.js";
import { moreInWords, SHOWN_AT_MOST } from "./long-list.js";
import { tell, unreadableWords } from "./queue-cells.js";
import { onChosen, readFromFile } from "./sent-file.js";
import { whoInWords } from "./words.js";

const COLUMNS = ["什么时候、谁", "文件", "保险单和人数", "现在", "明细"];
const CHECKED_COLUMNS = ["保险单号", "单位", "保险期间", "人数", "结果"];
/** @type {Record<CheckedPolicy["standing"], string>} */
const STANDINGS = { new: "可以补录", same: "已经补录过", to_mend: "要先改好" };

/** Old policies: a workbook is checked, then brought in; what was brought in is listed. */
export class ImportsView {
  section = byId("imports", HTMLElement);
  bringing = partIn(this.section, "bringing");
  checked = partIn(this.section, "checked");
  said = partIn(this.section, "read");
  line = RetryLine.behind(this.said);
  input = byId("imports-file", HTMLInputElement);
  beginning = /** @type {HTMLButtonElement} */ (this.checked.querySelector("[data-begin]"));
  refused = new ErrorSummary(partIn(this.section, "refused"), this.bringing);
  uploadId = "";

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(api, onError) {
    this.api = api;
    this.onError = onError;
    this.policies = new CardTable(tableIn(this.checked), CHECKED_COLUMNS);
    const list = /** @type {HTMLTableElement} */ (partIn(this.section, "imports"));
    this.table = new CardTable(list, COLUMNS);
    this.listLine = RetryLine.behind(list);
    this.view = new ImportView(api, { onError, onChange: () => this.#list() });
    onChosen(this.input, ([file]) => this.#check(file));
    this.beginning.addEventListener("click", () => this.#begin());
  }

  /**
   * @param {Me} me
   * @returns {Promise<() => void>} Shows what was brought in.
   */
  async prepare({ decides }) {
    const imports = await this.api.imports();
    return () => {
      this.bringing.hidden = !decides;
      this.#show(imports);
    };
  }

  /** @param {File} file */
  async #check(file) {
    this.#forget();
    this.said.textContent = `正在检查：${file.name}`;
    try {
      const ask = (/** @type {string} */ id) => this.api.checkImport(id);
      const { upload_id, found } = await readFromFile(file, ask, this.line);
      this.uploadId = upload_id;
      this.said.textContent = "";
      this.#tell(file.name, found);
    } catch (error) {
      this.said.textContent = `没有读入：${file.name}`;
      this.#fail(error);
    }
  }

  /**
   * @param {string} name
   * @param {Checked} checked
   */
  #tell(name, checked) {
    const { policies, findings, names, new_policies } = checked;
    fill(this.checked, { checked_heading: name, checked_words: checkedInWords(checked) });
    this.beginning.textContent = `补录这 ${count(new_policies)} 份`;
    this.beginning.hidden = new_policies === 0;
    const { error, warning, info } = layOut(findings);
    const said = [error, [...warning, ...info]].filter((groups) => groups.length > 0);
    const tables = said.map((groups) => {
      const words = groups === error ? "要先改的" : "提示";
      return findingsTable(`${words}（${count(totalOf(groups))} 处）`, groups, names);
    });
    partIn(this.checked, "findings").replaceChildren(...tables);
    this.policies.clear();
    this.policies.append(policies.slice(0, SHOWN_AT_MOST).map(checkedRow));
    partIn(this.checked, "more-checked").textContent = moreInWords(policies.length, "份");
    reveal(this.checked);
  }

  async #begin() {
    this.said.textContent = "正在开始…";
    try {
      const begun = await resting(this.beginning, () => this.api.beginImport(this.uploadId));
      this.#forget();
      this.#list();
      this.view.show(begun);
    } catch (error) {
      this.said.textContent = "";
      this.#fail(error);
    }
  }

  #forget() {
    this.uploadId = "";
    this.checked.hidden = true;
    this.said.textContent = "";
    this.refused.clear();
  }

  /** @param {unknown} error */
  #fail(error) {
    showFailure(error, this.refused, this.onError);
  }

  /** What was begun is begun, also where the list does not come. */
  #list() {
    const show = (/** @type {Imports} */ imports) => this.#show(imports);
    return bringPart(this.listLine, () => this.api.imports(), { show, onSignedOut: this.onError });
  }

  /** @param {string} receipt */
  #open(receipt) {
    return bringPart(this.listLine, () => this.api.import(receipt), {
      show: (found) => this.view.show(found),
      onSignedOut: this.onError,
    });
  }

  /** @param {Imports} listed */
  #show({ imports, unreadable }) {
    this.table.clear();
    this.table.append(imports.map((each) => this.#row(each)));
    this.table.table.hidden = imports.length === 0;
    partIn(this.section, "no-imports").hidden = imports.length > 0;
    tell(partIn(this.section, "unreadable-imports"), unreadableWords(unreadable));
  }

  /**
   * @param {ImportLine} line
   * @returns {Cell[]}
   */
  #row(line) {
    const { receipt, at, by, filename, policies, people, state_label } = line;
    const button = element("button", { type: "button", class: "plain" }, "看明细");
    button.setAttribute("aria-label", `看明细 ${receipt}`);
    button.addEventListener("click", () => resting(button, () => this.#open(receipt)));
    const size = `${count(policies)} 份，${count(people)} 人次`;
    return [`${moment(at)}，${whoInWords(by)}`, filename, size, state_label, button];
  }
}

/**
 * @param {Pick<Checked, "policies" | "new_policies" | "new_people">} checked
 * @returns {string} 可以补录 3 份、55 人次；1 份要先改好，改好以前整份不录；2 份已经补录过，不会再录。
 */
export function checkedInWords({ policies, new_policies, new_people }) {
  const number = (/** @type {string} */ standing) =>
    policies.filter((each) => each.standing === standing).length;
  const words = [
    new_policies > 0
      ? `可以补录 ${count(new_policies)} 份、${count(new_people)} 人次`
      : "没有可以补录的保险单",
  ];
  if (number("to_mend") > 0) words.push(`${count(number("to_mend"))} 份要先改好，改好以前整份不录`);
  if (number("same") > 0) words.push(`${count(number("same"))} 份已经补录过，不会再录`);
  return `${words.join("；")}。`;
}

/**
 * @param {CheckedPolicy} policy
 * @returns {Cell[]}
 */
function checkedRow({ number, unit_name, county, first_day, last_day, people, standing, errors }) {
  const days = first_day && last_day ? `${day(first_day)}到${day(last_day)}` : "";
  const result = standing === "to_mend" ? `${STANDINGS.to_mend}（${count(errors)} 处）` : "";
  return [
    number || "没有写",
    [unit_name, county && `（${county}）`].filter(Boolean).join(""),
    days,
    count(people),
    element("b", {}, result || STANDINGS[standing]),
  ];
}

/** @param {HTMLElement} part */
function tableIn(part) {
  return /** @type {HTMLTableElement} */ (part.querySelector("table"));
}
