/** @import {NextYear} from "../contract.js" */
import { statusAddress } from "../address.js";
import { element } from "../dom.js";
import { count, moment } from "../format.js";
import { addDays } from "../rules/index.js";

/**
 * @param {Pick<NextYear, "last_day" | "first_day">} days Of the old list's end and the new one's start.
 * @returns {boolean} Whether it is too late for the one to follow the other without a gap.
 */
export function isLate({ last_day, first_day }) {
  return first_day > addDays(last_day, 1);
}

/**
 * @param {Pick<NextYear, "sent">} renewal
 * @returns {boolean} Whether a list renews this one already, and still stands.
 */
export function isSent({ sent }) {
  return sent.some(({ is_ended }) => !is_ended);
}

/**
 * Says who of the old list is not in the new one, and why.
 *
 * @param {HTMLElement} part With a list.
 * @param {NextYear["not_renewed"]} people
 */
export function showNotRenewed(part, people) {
  const items = people.map(({ row, name, why_label, findings }) => {
    const words = findings.map(({ message, fix }) => message + fix).join("");
    return element("li", {}, `第 ${row} 行（${name}）：${why_label}。${words}`);
  });
  part.querySelector("ul")?.replaceChildren(...items);
  part.hidden = people.length === 0;
}

/**
 * Says which lists renew this one already, with where they stand.
 *
 * @param {HTMLElement} part With a list.
 * @param {NextYear["sent"]} sent
 */
export function showSent(part, sent) {
  const items = sent.map(({ receipt, submitted_at, state_label, people }) => {
    const words = `（${moment(submitted_at)}，${count(people)} 人）：${state_label}`;
    return element("li", {}, element("a", { href: statusAddress(receipt) }, receipt), words);
  });
  part.querySelector("ul")?.replaceChildren(...items);
  part.hidden = sent.length === 0;
}
