/** @import {Fault} from "../fault.js" */
import { faultAt, isEmpty, readDay } from "../day-input.js";
import { fault } from "../fault.js";
import { missingIn } from "../missing.js";
import { parseIdNumber, RuleError } from "../rules/index.js";
import { isPhone } from "../rules/phone.js";

/**
 * What can be said about a part of a claim's form before the server is asked: what was left open,
 * days that are none or still to come, an ID number, a phone or an e-mail address with a slip.
 *
 * @param {HTMLElement} part
 * @param {string} today ISO date.
 * @returns {Fault[]} In the order of the page.
 */
export function faultsIn(part, today) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const days = part.querySelectorAll("input[type=date]:enabled");
  const names = [...days].map(({ name }) => name);
  const faults = [
    ...missingIn(part, names),
    ...[...days].flatMap((input) => dayFaults(input, today)),
    ...stayFaults(part),
    ...idFaults(part),
    ...wrongFaults(part, "tel", ({ value }) => value.trim() !== "" && !isPhone(value)),
    ...wrongFaults(part, "email", ({ validity }) => validity.typeMismatch),
  ];
  return faults.sort((one, other) => placeOf(part, one) - placeOf(part, other));
}

/**
 * @param {HTMLInputElement} input
 * @param {string} today
 */
function dayFaults(input, today) {
  if (isEmpty(input) && !input.dataset.missing) return [];
  const read = readDay(input);
  if ("faults" in read) return read.faults;
  if (read.day <= today) return [];
  return [faultAt(input.name, new RuleError("claim.in_the_future", { today }))];
}

/**
 * Stays whose days do not fit together; whoever is still there cannot be admitted anew.
 *
 * @param {HTMLElement} part
 * @returns {Fault[]}
 */
function stayFaults(part) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const admissions = part.querySelectorAll("input[data-field=admission]:enabled");
  const stays = [...admissions]
    .filter(({ value }) => value)
    .map((admission) => ({ admission, discharge: dischargeOf(admission) }))
    .sort((one, other) => (one.admission.value < other.admission.value ? -1 : 1));
  const wrong = stays.flatMap(({ admission, discharge }) =>
    discharge?.value && discharge.value < admission.value
      ? [faultAt(discharge.name, new RuleError("stay.discharge_before_admission"))]
      : [],
  );
  if (wrong.length > 0) return wrong;
  return stays.slice(1).flatMap(({ admission }, place) => {
    const earlier = stays[place]?.discharge;
    if (earlier && (!earlier.value || admission.value >= earlier.value)) return [];
    return [faultAt(admission.name, new RuleError("stay.overlapping"))];
  });
}

/**
 * @param {HTMLInputElement} admission
 * @returns {HTMLInputElement | null} Null where she is still there.
 */
function dischargeOf(admission) {
  const row = admission.closest(".row");
  return row?.querySelector("input[data-field=discharge]:enabled") ?? null;
}

/** @param {HTMLElement} part */
function idFaults(part) {
  const input = part.querySelector("input[name='insured.id_number']");
  if (!(input instanceof HTMLInputElement) || !input.value.trim()) return [];
  try {
    const { sex } = parseIdNumber(input.value);
    return sex === "male" ? [fault(input.name, input.dataset.male ?? "")] : [];
  } catch (error) {
    return [faultAt(input.name, error)];
  }
}

/**
 * @param {HTMLElement} part
 * @param {string} type Of the fields, which say themselves what is wrong.
 * @param {(input: HTMLInputElement) => boolean} isWrong
 */
function wrongFaults(part, type, isWrong) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = part.querySelectorAll(`input[type=${type}]:enabled`);
  return [...inputs]
    .filter(isWrong)
    .map(({ name, dataset }) => fault(name, dataset.wrong ?? "", dataset.wrongTitle));
}

/**
 * @param {HTMLElement} part
 * @param {Fault} fault
 */
function placeOf(part, { field }) {
  return [...part.querySelectorAll("[name]")].findIndex(
    (control) => control.getAttribute("name") === field,
  );
}
