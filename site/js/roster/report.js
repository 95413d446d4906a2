/** @import {Finding, Report} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
/** @import {Group, Layout} from "./layout.js" */
import { confirmationTick, confirmedIn, unconfirmedIn } from "../confirmations.js";
import { element, fill, partIn } from "../dom.js";
import { concernsUnit, wordsOf } from "../finding.js";
import { count } from "../format.js";
import { fault } from "../fault.js";
import { differenceParts } from "./difference.js";
import { findingsTable } from "./findings-table.js";
import { layOut, rowsInTheWay } from "./layout.js";
import { inNumbers } from "./report-numbers.js";
import { SAID_ABOVE, showRowsSeen } from "./rows-seen.js";
import { captionOf, TO_DO } from "./severities.js";
import { showSubmittedBefore } from "./submitted-before.js";

const VERDICTS = {
  error: "名单里有必须改的地方",
  warning: "没有错误，有几处请您确认",
  ready: "名单没有问题，可以提交",
};

/** What was found in the list: in words, as tables, with a tick for each thing to confirm. */
export class ReportView {
  /** @type {Report | null} */
  #report = null;

  /** @param {HTMLElement} section The step of the page that holds the report's template. */
  constructor(section) {
    this.section = section;
    this.body = part(section, ".report");
    this.before = part(section, ".before-check");
    this.findings = part(section, ".report-findings");
    this.leaveOut = part(section, ".leave-out");
  }

  /** @param {Report} report */
  show(report) {
    const ticked = new Set(this.confirmations());
    this.#report = report;
    const told = report.findings.filter(({ code }) => !SAID_ABOVE.has(code));
    const layout = layOut(told, report.counts.rows);
    this.#open(true);
    this.body.dataset.outcome = outcome(layout);
    fill(this.body, { verdict: VERDICTS[outcome(layout)], ...summary(report, layout) });
    partIn(this.body, "to-mending").hidden = report.rows.length === 0;
    showRowsSeen(this.body, report);
    showSubmittedBefore(partIn(this.body, "submitted-before"), report);
    this.#showDifference(report);
    this.findings.replaceChildren(...tables(layout, ticked, report.names));
    this.#offerToLeaveOut(report);
  }

  /** Forgets the report; a new list starts with nothing confirmed. */
  clear() {
    this.#report = null;
    this.#open(false);
    this.findings.replaceChildren();
    const tick = this.leaveOut.querySelector("input");
    if (tick) tick.checked = false;
  }

  /**
   * What a correction changes in the list whose place it takes.
   *
   * @param {Report} report
   */
  #showDifference({ difference, version }) {
    const box = partIn(this.body, "difference");
    box.hidden = !difference;
    const heading = `和现在的第 ${version} 版相比`;
    box.replaceChildren(...(difference ? differenceParts(difference, heading) : []));
  }

  /** @returns {Report | null} What is shown. */
  get report() {
    return this.#report;
  }

  /** @param {boolean} open */
  #open(open) {
    this.body.hidden = !open;
    this.before.hidden = open;
  }

  /** @returns {string[]} The codes of the warnings that are ticked. */
  confirmations() {
    return confirmedIn(this.findings);
  }

  /** @returns {number[]} The rows that the person chose to leave out. */
  excludedRows() {
    const tick = this.leaveOut.querySelector("input");
    return this.#report && tick?.checked ? rowsInTheWay(this.#report.findings) : [];
  }

  /** @returns {Fault[]} What keeps the list from being submitted. */
  faults() {
    if (!this.#report) return [fault("upload_id", words(this.section, "unchecked"))];
    const unconfirmed = unconfirmedIn(this.findings, words(this.section, "unconfirmed"));
    return [...this.#errorFaults(this.#report.findings), ...unconfirmed];
  }

  /**
   * @param {Finding[]} findings
   * @returns {Fault[]} One for each error about the unit, and one for the list as a whole.
   */
  #errorFaults(findings) {
    const errors = findings.filter(({ severity }) => severity === "error");
    const ofUnit = errors.filter(concernsUnit);
    const faults = ofUnit.map((each) => fault(each.field, wordsOf(each), each.title));
    const ofList = errors.length - ofUnit.length;
    if (ofList === 0 || this.excludedRows().length > 0) return faults;
    const text = words(this.section, "errorsRemain").replace("{count}", count(ofList));
    return [...faults, fault(this.leaveOut.hidden ? "upload_id" : "leave_out", text)];
  }

  /** @param {Report} report */
  #offerToLeaveOut({ findings, counts }) {
    const rows = rowsInTheWay(findings);
    this.leaveOut.hidden = rows.length === 0 || counts.people === 0;
    fill(this.leaveOut, { rows: count(rows.length), rest: count(counts.people) });
  }
}

/**
 * @param {HTMLElement} section
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(section, selector) {
  const found = section.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`the report has no ${selector}`);
}

/**
 * @param {HTMLElement} section
 * @param {string} name
 */
function words(section, name) {
  return section.dataset[name] ?? "";
}

/** @param {Layout} layout */
function outcome({ error, warning }) {
  if (error.length > 0) return "error";
  return warning.length > 0 ? "warning" : "ready";
}

/**
 * @param {Report} report
 * @param {Layout} layout
 */
function summary(report, layout) {
  const { sheet, columns } = report;
  return {
    ...inNumbers(report, layout),
    sheet: sheet ? `工作表“${sheet}”，` : "",
    // Rows that the service gave have none.
    columns: columns.length > 0 ? `读取了 ${columnsInWords(columns)}。` : "",
  };
}

/** @param {Report["columns"]} columns */
function columnsInWords(columns) {
  return columns.map(({ letters, header }) => `${letters} 列“${header}”`).join("、");
}

/**
 * @param {Layout} layout
 * @param {Set<string>} ticked Codes confirmed before, which stay so.
 * @param {Record<string, string>} names Who stands in each row.
 * @returns {Node[]}
 */
function tables(layout, ticked, names) {
  const { error, warning, info } = layout;
  const made = [];
  if (error.length > 0) made.push(findingsTable(captionOf("error", error), error, names));
  if (warning.length > 0) {
    const caption = captionOf("warning", warning);
    made.push(findingsTable(caption, warning, names, (group) => confirmation(group, ticked)));
  }
  if (info.length > 0) made.push(notes(info, names));
  return made;
}

/**
 * @param {Group} group
 * @param {Set<string>} ticked
 */
function confirmation(group, ticked) {
  const words = `我已核对这 ${count(group.total)} 处，没有问题`;
  return confirmationTick(group, words, ticked);
}

/**
 * @param {Group[]} groups
 * @param {Record<string, string>} names
 */
function notes(groups, names) {
  const summary = element("summary", {}, `另有${captionOf("info", groups)}`);
  return element("details", { class: "notes" }, summary, findingsTable(TO_DO.info, groups, names));
}
