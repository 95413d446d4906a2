/** @import {Amounts} from "../../types/api.js" */
/** @import {ClaimOutcome} from "../contract.js" */
/** @import {Fact} from "../fact-items.js" */
/** @import {Proposal} from "./contract.js" */
import {
  AMOUNTS,
  AMOUNTS_OF,
  amountsInWords,
  OUTCOMES,
  outcomeFacts,
  sumOf,
} from "../claim-outcome.js";
import { day, yuan } from "../format.js";

/**
 * Whole yuan, as people type them.
 *
 * @param {string} text
 * @returns {number | null} Null where it cannot be read.
 */
export function readYuan(text) {
  const plain = text.normalize("NFKC").replace(/[\s,元]/g, "");
  return /^\d{1,8}$/.test(plain) ? Number(plain) : null;
}

/**
 * Where somebody pays something else than the rules give.
 *
 * @param {ClaimOutcome} outcome
 * @param {Amounts} amounts
 * @param {Amounts} given What the rules give.
 * @returns {string[]} A line for each amount, such as 住院津贴：算出 400 元，改为 300 元
 */
export function changesOf(outcome, amounts, given) {
  return AMOUNTS_OF[outcome]
    .filter((name) => amounts[name] !== given[name])
    .map((name) => `${AMOUNTS[name]}：算出 ${yuan(given[name])}，改为 ${yuan(amounts[name])}`);
}

/**
 * What somebody has proposed, and where that is not what the rules gave: whoever confirms it is to
 * see it.
 *
 * @param {Pick<Proposal, "outcome" | "amounts" | "article_label" | "reason" | "occurrence" |
 *   "suggested" | "prefilled" | "paid_before" | "stated" | "grounds" | "not_needed">} proposal
 * @param {Listed[]} documents Of the claim.
 * @returns {Fact[]}
 */
export function proposalFacts(proposal, documents) {
  const { outcome, amounts, occurrence, suggested, prefilled, paid_before, not_needed } = proposal;
  const isOther = suggested !== null && suggested !== outcome;
  const changes = [
    ...(isOther ? [`算出的结果是${OUTCOMES[suggested]}`] : []),
    ...changesOf(outcome, amounts, prefilled),
  ];
  /** @type {Fact[]} */
  const facts = [...outcomeFacts(proposal), ["发病日", day(occurrence)]];
  if (sumOf(paid_before) > 0) facts.push(["这件以前已付", amountsInWords(paid_before)]);
  facts.push(...notNeededFacts(not_needed, documents));
  if (changes.length > 0) facts.push(["有改动", changes.join("；")]);
  return facts;
}

/** @typedef {Pick<import("./contract.js").ClaimPaper, "document_id" | "kind_name" | "filename">} Listed */

/**
 * @param {string[]} not_needed Ids of papers.
 * @param {Listed[]} documents Of the claim.
 * @returns {Fact[]} Which were not opened; none where each was.
 */
export function notNeededFacts(not_needed, documents) {
  const { length } = not_needed;
  if (length === 0) return [];
  const named = documents.filter(({ document_id }) => not_needed.includes(document_id));
  const which = named.length > 0 ? `：${papersInWords(named)}` : "";
  return [["没有打开看的材料", `${length} 份，核定的人认为用不着${which}`]];
}

/**
 * @param {(Listed & {is_usable: boolean, is_opened: boolean})[]} documents Of the claim.
 * @returns {string} Those that count and that whoever looks at the claim has not opened.
 */
export function unopenedInWords(documents) {
  return papersInWords(documents.filter(({ is_usable, is_opened }) => is_usable && !is_opened));
}

/** @param {Listed[]} papers */
function papersInWords(papers) {
  return papers.map(({ kind_name, filename }) => `${kind_name} ${filename}`).join("；");
}
