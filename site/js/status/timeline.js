import { element } from "../dom.js";
import { moment } from "../format.js";

/** Said with their reasons: those of other events stand above. */
const WITH_REASONS = [
  "endorsement_proposed",
  "endorsement_declined",
  "endorsed",
  "acceptance_withdrawn",
  "premium_received",
  "premium_paid_back",
  "payment_struck",
  "policy_replaced",
  "invoice_replaced",
];

/**
 * @param {{at: string, label: string, state?: string, note?: string, reasons?: {text: string}[]}} event
 * @returns {HTMLLIElement} Its name and when it was, and what to do about it where that is said.
 */
export function eventItem({ at, label, note, state = "", reasons = [] }) {
  const time = element("time", { datetime: at }, moment(at));
  const rest = note ? [element("p", { class: "hint" }, note)] : [];
  const told = WITH_REASONS.includes(state) ? reasons : [];
  const why = told.map(({ text }) => element("p", { class: "hint" }, text));
  return element("li", {}, element("b", {}, label), " ", time, ...rest, ...why);
}
