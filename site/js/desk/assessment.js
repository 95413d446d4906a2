/** @import {Fact} from "../fact-items.js" */
/** @import {Assessment, Claim, ClaimCover} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { count, day, moment, yuan } from "../format.js";
import { lineItem } from "../claim/estimate-view.js";
import { beside } from "../patience.js";
import { wordsAbout } from "../problem.js";
import { reasonItem } from "../reasons.js";
import { RetryLine } from "../retry-line.js";
import { amountsInWords, OUTCOMES, sumOf } from "../claim-outcome.js";
import { hashOf } from "./place.js";
import { OPEN_CLAIMS, whoInWords } from "./words.js";

/** What the rules make of a claim before anybody has decided, with its arithmetic. */
export class AssessmentView {
  /** @type {Assessment | null} */
  assessment = null;
  #turn = 0;

  /**
   * @param {HTMLElement} section Of the case.
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(section, api, onSignedOut) {
    this.api = api;
    this.onSignedOut = onSignedOut;
    this.part = partIn(section, "assessment");
    this.line = RetryLine.behind(partIn(this.part, "no-assessment"));
  }

  /**
   * @param {Claim} claim
   * @param {Record<string, string>} [stated] Of the illness; otherwise by a proposal that waits, or
   *   by the report.
   * @returns {Promise<() => void>} Shows it; where it cannot be had, why.
   */
  async prepare(claim, stated = proposed(claim)) {
    const { receipt, state, is_masked } = claim;
    if (is_masked || !OPEN_CLAIMS.includes(state)) return () => this.hide();
    try {
      const bring = await beside(() => this.api.assessment(receipt, stated));
      return () => {
        const turn = this.#say("");
        bring(this.line, {
          show: (found) => this.#show(found),
          isWanted: () => turn === this.#turn,
          onSignedOut: this.onSignedOut,
        });
      };
    } catch (error) {
      return () => void this.#say(wordsAbout(error));
    }
  }

  /** Whoever decides no more does not need it. */
  hide() {
    this.#turn += 1;
    this.assessment = null;
    this.part.hidden = true;
  }

  /**
   * @param {string} words Why there is none.
   * @returns {number} The turn that begins with it.
   */
  #say(words) {
    this.line.end();
    this.assessment = null;
    this.part.hidden = false;
    partIn(this.part, "others").hidden = true;
    for (const name of ["reckoned", "cover", "lines", "verdict"])
      partIn(this.part, name).replaceChildren();
    partIn(this.part, "no-assessment").textContent = words;
    return (this.#turn += 1);
  }

  /** @param {Assessment} assessment */
  #show(assessment) {
    const { cover, cases, allowance, verdict } = assessment;
    this.assessment = assessment;
    this.part.hidden = false;
    partIn(this.part, "no-assessment").textContent = "";
    partIn(this.part, "reckoned").replaceChildren(...factItems(reckonedFacts(assessment)));
    partIn(this.part, "cover").replaceChildren(...coverItems(cover));
    partIn(this.part, "others").hidden = cases.length === 0;
    partIn(this.part, "cases").replaceChildren(...cases.map(caseItem));
    partIn(this.part, "lines").replaceChildren(...allowance.days.map(lineItem));
    partIn(this.part, "verdict").replaceChildren(
      ...verdict.findings.map((each) => reasonItem(each)),
    );
  }
}

/**
 * @param {Claim} claim
 * @returns {Record<string, string>} What a proposal has stated of the illness; of the day of the
 *   specimen only where it is not the report's.
 */
function proposed({ proposal, specimen_date, diagnosis_date }) {
  const { occurrence = "", primary = null, first = null } = proposal ?? {};
  const isReported = occurrence === (specimen_date ?? diagnosis_date);
  return {
    specimen_date: isReported ? "" : occurrence,
    ...(primary !== null && first !== null && { primary: `${primary}`, first: `${first}` }),
  };
}

/**
 * @param {Assessment} assessment
 * @returns {Fact[]}
 */
export function reckonedFacts({ suggested, occurrence, verdict, paid_items, ...assessment }) {
  const { lump_sum, allowance, entitled, paid_before, prefilled } = assessment;
  const { item_label } = lump_sum;
  /** @type {Fact[]} */
  const facts = [
    ["建议", suggested ? OUTCOMES[suggested] : "要由人来定"],
    ["发病日", day(occurrence)],
    ["保险期间", coveredInWords(verdict)],
    ["保险金", `${item_label}，${yuan(entitled.lump_sum)}`],
    ["住院津贴", `${count(allowance.paid_days)} 天，${yuan(entitled.allowance)}`],
  ];
  if (entitled.refund > 0) facts.push(["退还保险费", yuan(entitled.refund)]);
  const before = sumOf(paid_before);
  if (before > 0) {
    facts.push(["这件以前已付", `${yuan(before)}（${amountsInWords(paid_before)}）`]);
    facts.push(["还要付", `${yuan(sumOf(prefilled))}（${amountsInWords(prefilled)}）`]);
  }
  if (paid_items.length > 0) {
    const paid = paid_items.map((each) => [each.item_label, day(each.paid_on), each.receipt]);
    facts.push(["已经付过", paid.map((each) => each.join("，")).join("；")]);
  }
  return facts;
}

/** @param {Assessment["verdict"]} verdict */
function coveredInWords({ is_covered, in_waiting }) {
  if (in_waiting) return "发病在等待期里";
  return is_covered ? "发病在保险期间里" : "不在保险期间里，见下";
}

/** @param {Assessment["cases"][number]} other */
function caseItem({ receipt, item_label, state_label, reported_on }) {
  const words = `${day(reported_on)}报案，${item_label}，${state_label}，`;
  return element("li", {}, words, element("a", { href: hashOf({ receipt }) }, receipt));
}

/** @param {ClaimCover[]} cover */
function coverItems(cover) {
  return cover.length > 0 ? cover.map(coverItem) : [element("li", {}, "已承保的名单里没有她。")];
}

/** @param {ClaimCover} cover */
function coverItem({ unit_name, first_day, last_day, waiting_last_day, ...cover }) {
  const kind = cover.is_continuous ? "连续续保" : "首次或中断后参加";
  const waiting = waiting_last_day ? `，等待期到${day(waiting_last_day)}` : "";
  const words = `${unit_name}：${day(first_day)}到${day(last_day)}，${kind}${waiting}，`;
  return element("li", {}, words, sourceOf(cover));
}

/**
 * @param {Pick<ClaimCover, "receipt" | "brought_in">} cover
 * @returns {Node | string} The list that was accepted here, or who has brought the old policy in.
 */
function sourceOf({ receipt, brought_in }) {
  if (!brought_in) return element("a", { href: hashOf({ receipt }) }, receipt);
  const { number, at, by } = brought_in;
  return `保险单 ${number}，补录：${whoInWords(by)}，${moment(at)}`;
}
