/** @import {NextYear} from "../contract.js" */
import { statusAddress } from "../address.js";
import { element } from "../dom.js";
import { count, moment } from "../format.js";

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
