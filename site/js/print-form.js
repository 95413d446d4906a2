/** @import {FormRow, Policy, RosterForm} from "./contract.js" */
import { byId, element, fill, partIn, reveal } from "./dom.js";
import { count, moment, yuan } from "./format.js";
import { startLookup } from "./lookup.js";
import { columns } from "./rules/generated/columns.js";
import { untilInWords } from "./said-reasons.js";
import { paymentSlots } from "./slots.js";

const IN_FORM = columns.filter((column) => column.is_in_form);

/**
 * Shows 附件2 as it was submitted, ready to be printed.
 *
 * @param {RosterForm} form
 */
function show(form) {
  const section = byId("printed", HTMLElement);
  fill(section, {
    unit_name: form.unit_name,
    ...paymentSlots(form),
    receipt: form.receipt,
    version: String(form.version),
    submitted_at: moment(form.submitted_at),
  });
  partIn(section, "ended").hidden = !form.ended;
  fill(section, { ended: form.ended });
  showPolicy(section, form.policy);
  byId("people", HTMLTableSectionElement).replaceChildren(...form.rows.map(line));
  byId("lookup-form", HTMLFormElement).hidden = true;
  reveal(section);
}

/**
 * How many of those who were submitted are insured, once the insurer has said so.
 *
 * @param {HTMLElement} section
 * @param {Policy | null} policy
 */
function showPolicy(section, policy) {
  partIn(section, "policy").hidden = !policy;
  if (!policy) return;
  const refused = policy.refusals.length;
  fill(section, {
    insured: count(policy.people),
    insured_premium: yuan(policy.premium.amount),
    refused: refused > 0 ? `，${count(refused)} 人不予承保` : "",
    policy_number: policy.number,
    premium_why: policy.premium_why?.message ?? "",
  });
}

/** @param {FormRow} row */
function line({ number, name_written, ...said }) {
  const written = name_written ? `（原来写作“${name_written}”）` : "";
  const shown = { ...said, name: `${said.name}${written}` };
  const cells = IN_FORM.map(({ field }) => element("td", { "data-field": field }, shown[field]));
  const row = element("tr", {}, element("td", {}, String(number)), ...cells);
  const mark = markOf(said);
  if (mark) {
    row.className = "refused";
    row.querySelector('[data-field="name"]')?.append(" ", element("b", {}, mark));
  }
  return row;
}

/** @param {Pick<FormRow, "is_refused" | "is_out" | "has_died" | "last_day">} row */
function markOf({ is_refused, is_out, has_died, last_day }) {
  if (is_refused) return "不予承保";
  return is_out ? `${has_died ? "身故" : "退出"}，${untilInWords(last_day)}` : "";
}

byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
startLookup("/form", show);
