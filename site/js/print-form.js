/** @import {RosterForm} from "./contract.js" */
import { byId, element, fill, reveal } from "./dom.js";
import { count, moment, yuan } from "./format.js";
import { startLookup } from "./lookup.js";

/**
 * Shows 附件2 as it was submitted, ready to be printed.
 *
 * @param {RosterForm} form
 */
function show(form) {
  const section = byId("printed", HTMLElement);
  fill(section, {
    unit_name: form.unit_name,
    people: count(form.people),
    premium: yuan(form.premium.amount),
    capitals: form.premium.capitals,
    receipt: form.receipt,
    version: String(form.version),
    submitted_at: moment(form.submitted_at),
  });
  byId("people", HTMLTableSectionElement).replaceChildren(...form.rows.map(line));
  byId("lookup-form", HTMLFormElement).hidden = true;
  reveal(section);
}

/** @param {RosterForm["rows"][number]} row */
function line({ number, name, id_number, occupation }) {
  const cells = [String(number), name, id_number, occupation];
  return element("tr", {}, ...cells.map((text) => element("td", {}, text)));
}

byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
startLookup("/form", show);
