/** @import {Acceptance, AcceptLook} from "../../types/api.js" */
/** @import {Fact} from "../fact-items.js" */
import { count, day, yuan } from "../format.js";
import { DAY_WORDS } from "./acceptance-words.js";

/**
 * @param {AcceptLook} look
 * @returns {string} What has come of a premium, as far as payments were recorded.
 */
export function receivedInWords({ received, complete_on }) {
  if (complete_on) return `已记下的款${day(complete_on)}收齐`;
  return Number(received) > 0 ? `已记下 ${yuan(Number(received))}` : "没有记过到账";
}

/**
 * What the last look says of all lists together.
 *
 * @param {Acceptance[]} acceptances At least one.
 * @returns {Fact[]}
 */
export function sumFacts(acceptances) {
  const sum = (/** @type {(each: Acceptance) => number} */ of) =>
    acceptances.reduce((before, each) => before + of(each), 0);
  const refused = sum(({ refusals }) => refusals.length);
  const spans = /** @type {const} */ ([
    [DAY_WORDS.consent_date, "consent_date"],
    [DAY_WORDS.premium_received_date, "premium_received_date"],
    [DAY_WORDS.policy_issued_date, "policy_issued_date"],
    ["生效日", "first_day"],
  ]);
  return [
    ["名单", `${count(acceptances.length)} 份`],
    ["承保", `${count(sum(({ people }) => people))} 人`],
    ["不承保", refused > 0 ? `${count(refused)} 人` : "没有"],
    ["保险费", `共 ${yuan(sum(({ premium }) => premium.amount))}`],
    ...spans.map(([words, name]) => /** @type {Fact} */ ([words, span(acceptances, name)])),
  ];
}

/**
 * @param {Acceptance[]} acceptances
 * @param {"consent_date" | "premium_received_date" | "policy_issued_date" | "first_day"} name
 * @returns {string} The day of all, or the first and the last one.
 */
function span(acceptances, name) {
  const days = acceptances.map((each) => each[name]).sort();
  const [first = "", last = ""] = [days[0], days[days.length - 1]];
  return first === last ? `都是${day(first)}` : `从${day(first)}到${day(last)}，每份见下`;
}

/**
 * Policy numbers that were pasted from a spreadsheet: beside receipts, or one after the other.
 *
 * @param {string} text Lines, with cells between tabs.
 * @param {string[]} receipts Of all lists.
 * @param {string[]} following Of those that take numbers without a receipt, in their order.
 * @returns {Map<string, string>} By receipt; of receipts that are none of these, nothing.
 */
export function pastedNumbers(text, receipts, following) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  /** @type {Map<string, string>} */
  const found = new Map();
  lines.forEach((line, index) => {
    const cells = line.split("\t").map((cell) => cell.trim());
    const named = receipts.find((receipt) => cells.includes(receipt));
    const number = cells.filter((cell) => cell && cell !== named).pop() ?? "";
    const receipt = cells.length > 1 ? named : following[index];
    if (receipt && number) found.set(receipt, number);
  });
  return found;
}
