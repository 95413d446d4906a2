/** @import {ChosenColumns, List, Report} from "../../contract.js" */
/** @import {State} from "../here/engine.js" */
import { ProblemError } from "../../api.js";
import { today } from "../../clock.js";
import { byId, element, fill, partIn, reveal } from "../../dom.js";
import { download } from "../../download.js";
import { bareName } from "../../file-name.js";
import { notHeld } from "../../finding.js";
import { day } from "../../format.js";
import { faultsOf } from "../../problem.js";
import { resting } from "../../resting.js";
import { ColumnsChoice } from "../columns-choice.js";
import { FilePicker } from "../file-picker.js";
import { findingsTable } from "../findings-table.js";
import { Engine } from "../here/engine.js";
import { markUp } from "../here/mark-up.js";
import { layOut } from "../layout.js";
import { PastedRows } from "../pasted-rows.js";
import { inNumbers } from "../report-numbers.js";
import { SAID_ABOVE, showRowsSeen } from "../rows-seen.js";
import { captionOf } from "../severities.js";
import { findingsFile } from "./findings-file.js";
import { fromThisFile } from "./parts.js";
import { FormPrinting } from "./print.js";

const CSV = "text/csv;charset=utf-8";
const MARKED = "存好了。改好后保存，再选择改好的文件。";
const UNMARKED = "这份名单在这里标注不了，请照下面的结果改，或者把核对结果存成表格。";

/** In what is to be done: of the page where lists are submitted, and not of this one. */
const ON_SITE = /请勾选|请在网页上/;
/** In the order in which they are shown. */
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);

/** @typedef {{report: Report, name: string, list: List, file: File | undefined}} Shown */

/** Lists are checked in a page that is one file, without the site (docs/decisions/0070-…). */
class OfflinePage {
  main = byId("offline", HTMLElement);
  result = byId("result", HTMLElement);
  refused = byId("refused", HTMLElement);
  unable = byId("unable", HTMLElement);
  picker = new FilePicker(this.main, (file) => this.#take(file));
  columns = new ColumnsChoice(byId("columns", HTMLElement));
  engine = new Engine((state) => this.#say(state), fromThisFile);
  printing = new FormPrinting(this.main, this.engine);
  /** @type {Shown | null} */
  #shown = null;

  constructor() {
    new PastedRows({
      onRows: (text) => this.#check("粘贴的名单", { text }),
      onMissing: (faults) => this.#refuse(faults.map(({ text }) => text)),
      onEdit: () => {},
    });
    partIn(this.result, "mark-up").addEventListener("click", () => this.#markUp());
    partIn(this.result, "save").addEventListener("click", () => this.#save());
    partIn(this.result, "print").addEventListener("click", () => this.#print());
    this.#sayDays();
    this.engine.start();
  }

  /** @param {File} file */
  #take(file) {
    if (file.size > Number(this.main.dataset.mostBytes)) this.#tellUnable();
    else this.#check(file.name, { upload_id: "here" }, file);
  }

  /**
   * @param {string} name
   * @param {List} list
   * @param {File} [file]
   */
  async #check(name, list, file) {
    this.#clear();
    const attempt = this.picker.beginWithout(name);
    const { report, problem } = await this.engine.ask("check", list, [file]);
    if (!attempt.isLatest) return;
    if (report) {
      attempt.done();
      this.#show({ report, name, list, file });
      return;
    }
    attempt.failed();
    const again = (/** @type {ChosenColumns} */ columns) =>
      this.#check(name, { ...list, columns }, file);
    if (!problem) this.#tellUnable();
    else if (problem.sheets) this.columns.ask(problem.sheets, problem.findings?.[0], again);
    else this.#refuse(faultsOf(new ProblemError(problem)).map(({ text }) => text));
  }

  /** @param {Shown} shown */
  #show(shown) {
    this.#shown = shown;
    const { report, name } = shown;
    const { counts, findings, names } = report;
    const told = findings.filter(({ code }) => !SAID_ABOVE.has(code));
    const layout = layOut(told, counts.rows);
    partIn(this.result, "ready").hidden = layout.error.length > 0;
    partIn(this.result, "to-mend").hidden = layout.error.length === 0;
    partIn(this.result, "not-printed").hidden = layout.error.length === 0;
    fill(this.result, { name, ...inNumbers(report, layout) });
    showRowsSeen(this.result, report);
    partIn(this.result, "mark-up").hidden = !findings.some(({ row }) => row);
    this.#tellMarked(notHeld(report.marking));
    const isOfSite = told.some(({ fix }) => ON_SITE.test(fix));
    partIn(this.result, "when-submitting").hidden = !isOfSite;
    const tables = SEVERITIES.filter((each) => layout[each].length > 0).map((each) =>
      findingsTable(captionOf(each, layout[each]), layout[each], names),
    );
    partIn(this.result, "findings").replaceChildren(...tables.map(withoutLinks));
    if (layout.error.length === 0) this.printing.offer(shown.list, shown.file);
    reveal(this.result);
  }

  async #markUp() {
    const shown = this.#shown;
    const button = /** @type {HTMLButtonElement} */ (partIn(this.result, "mark-up"));
    if (!shown || button.disabled) return;
    this.#tellMarked("正在标注…");
    const { report } = await resting(button, () => markUp(this.engine, shown.list, shown.file));
    if (shown !== this.#shown) return;
    if (report) download(report.name, report.content, "");
    this.#tellMarked(report ? notHeld(report.findings) || MARKED : UNMARKED);
  }

  /** @param {string} words */
  #tellMarked(words) {
    partIn(this.result, "marked").textContent = words;
  }

  /** What was found, and not the list that was made to be stamped. */
  #print() {
    const { prints } = this.main.dataset;
    this.main.dataset.prints = "result";
    addEventListener("afterprint", () => (this.main.dataset.prints = prints), { once: true });
    window.print();
  }

  #save() {
    if (!this.#shown) return;
    const { report, name } = this.#shown;
    download(`${bareName(name)}-核对结果.csv`, findingsFile(report.findings, report.names), CSV);
  }

  /** @param {string[]} texts */
  #refuse(texts) {
    this.#clear();
    this.refused.replaceChildren(...texts.map((text) => element("p", {}, text)));
    this.refused.hidden = false;
  }

  /** That nothing can be checked is said already where Python did not start. */
  #tellUnable() {
    this.#clear();
    this.unable.hidden = this.engine.state === "failed";
  }

  #clear() {
    this.#shown = null;
    this.result.hidden = true;
    this.refused.hidden = true;
    this.unable.hidden = true;
    this.columns.clear();
    this.printing.clear();
    this.#sayDays();
  }

  /** @param {State} state */
  #say(state) {
    partIn(this.main, "starting").hidden = state === "ready" || state === "failed";
    partIn(this.main, "started").hidden = state !== "ready";
    partIn(this.main, "too-old-browser").hidden = state !== "failed";
  }

  /** By this computer's clock, which says under which plan a list is judged. */
  #sayDays() {
    const now = today();
    const { made = "", until = "" } = this.main.dataset;
    fill(this.main, { today: day(now) });
    partIn(this.main, "too-old").hidden = now < until;
    partIn(this.main, "clock-behind").hidden = now >= made;
  }
}

/**
 * The articles are on the site, which cannot be reached from here.
 *
 * @param {HTMLElement} table
 */
function withoutLinks(table) {
  for (const link of table.querySelectorAll("a")) link.replaceWith(link.textContent ?? "");
  return table;
}

new OfflinePage();
