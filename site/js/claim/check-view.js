/** @import {ClaimCheck, Finding, Paper} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
import { confirmationTick, confirmedIn, unconfirmedIn } from "../confirmations.js";
import { element, fill, partIn } from "../dom.js";
import { fault } from "../fault.js";
import { wordsOf } from "../finding.js";
import { count } from "../format.js";
import { reasonItem } from "../reasons.js";
import { showEstimate } from "./estimate-view.js";
import { showPayeePapers } from "./payee-papers.js";

const CONFIRMED = "核对过了，没有填错";

/** What the server found in a report: what to confirm, what is missing, what it may bring. */
export class CheckView {
  /** @type {ClaimCheck | null} */
  #report = null;

  /** @param {HTMLElement} section The step with the templates. */
  constructor(section) {
    this.section = section;
    this.findings = /** @type {HTMLElement} */ (section.querySelector(".check-findings"));
  }

  /**
   * @param {ClaimCheck} report
   * @param {string} deadline In words.
   */
  show(report, deadline) {
    const ticked = new Set(this.confirmations);
    this.#report = report;
    const ofKind = (/** @type {string} */ severity) =>
      report.findings.filter((finding) => finding.severity === severity);
    const [errors, warnings, infos] = [ofKind("error"), ofKind("warning"), ofKind("info")];
    this.#open(true);
    this.section.dataset.outcome = errors.length ? "error" : warnings.length ? "warning" : "ready";
    fill(this.section, { verdict: verdict(errors.length, warnings.length), deadline });
    this.findings.replaceChildren(
      ...(warnings.length > 0
        ? [list(grouped(warnings).map((each) => warning(each, ticked)))]
        : []),
      ...(infos.length > 0 ? [list(infos.map((each) => reasonItem(each)))] : []),
    );
    showMissing(this.section, report.missing_papers);
    showPayeePapers(this.section, report.payee_papers);
    partIn(this.section, "estimate").hidden = report.estimate === null;
    if (report.estimate) showEstimate(this.section, report.estimate);
  }

  clear() {
    this.#report = null;
    this.#open(false);
    delete this.section.dataset.outcome;
  }

  /** @returns {string[]} The codes of the warnings that are ticked. */
  get confirmations() {
    return confirmedIn(this.findings);
  }

  /** @returns {Fault[]} What was found wrong. */
  get errors() {
    const findings = this.#report?.findings ?? [];
    return findings
      .filter(({ severity }) => severity === "error")
      .map((finding) => fault(finding.field, wordsOf(finding), finding.title));
  }

  /** @returns {Fault[]} What is not ticked yet. */
  get unconfirmed() {
    if (!this.#report) return [];
    return unconfirmedIn(this.findings, this.section.dataset.unconfirmed ?? "");
  }

  /** @param {boolean} open */
  #open(open) {
    for (const part of this.section.querySelectorAll(".check-result")) {
      /** @type {HTMLElement} */ (part).hidden = !open;
    }
    if (!open) this.findings.replaceChildren();
  }
}

/**
 * Says which papers are still missing; the part goes away where none is.
 *
 * @param {HTMLElement} section
 * @param {Paper[]} papers
 */
export function showMissing(section, papers) {
  const missing = partIn(section, "missing");
  missing.hidden = papers.length === 0;
  const lines = papers.map(({ name, hint }) =>
    element("li", {}, element("b", {}, name), element("p", { class: "hint" }, hint)),
  );
  missing.querySelector("ul")?.replaceChildren(...lines);
}

/**
 * @param {number} errors
 * @param {number} warnings
 */
function verdict(errors, warnings) {
  if (errors > 0) return `有 ${errors} 处要改`;
  return warnings > 0 ? "没有错误，有几处请您确认" : "没有问题，可以提交";
}

/** @param {HTMLLIElement[]} items */
function list(items) {
  return element("ul", { class: "reasons" }, ...items);
}

/**
 * @param {Finding[]} warnings
 * @returns {[Finding, ...Finding[]][]} Those of one code are confirmed together.
 */
function grouped(warnings) {
  /** @type {Map<string, [Finding, ...Finding[]]>} */
  const groups = new Map();
  for (const warning of warnings) {
    const group = groups.get(warning.code);
    if (group) group.push(warning);
    else groups.set(warning.code, [warning]);
  }
  return [...groups.values()];
}

/**
 * @param {[Finding, ...Finding[]]} group
 * @param {Set<string>} ticked
 */
function warning(group, ticked) {
  const [first] = group;
  const total = group.length;
  const item = reasonItem(first);
  const words = total > 1 ? `这 ${count(total)} 处${CONFIRMED}` : CONFIRMED;
  item.append(confirmationTick({ code: first.code, title: first.title, total }, words, ticked));
  return item;
}
