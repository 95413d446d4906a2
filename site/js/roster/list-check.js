/** @import {List, Report, Unit} from "../contract.js" */
import { ProblemError } from "../api.js";
import { concernsUnit } from "../finding.js";
import { count } from "../format.js";
import { missingIn } from "../missing.js";
import { readUnit } from "./unit-form.js";

/**
 * What the server finds in a list, and in what has been answered about the unit.
 *
 * @param {List} list
 * @param {HTMLFormElement} form
 * @param {HTMLElement} unit The form's questions about the unit.
 * @param {(list: List & {unit?: Partial<Unit>}) => Promise<Report>} check Asks the server.
 * @returns {Promise<Report>}
 */
export async function checked(list, form, unit, check) {
  if (missingIn(unit).length > 0) return check(list);
  try {
    return await check({ ...list, unit: readUnit(form) });
  } catch (error) {
    const ofUnit = aboutUnit(error);
    if (ofUnit.length === 0) throw error;
    // The list can be looked at all the same, and all that is wrong is said at once.
    const report = await check(list);
    return { ...report, ready: false, findings: [...ofUnit, ...report.findings] };
  }
}

/** @param {Report} report */
export function resultOf({ counts: { people, errors } }) {
  const rest = errors > 0 ? `还有 ${count(errors)} 处必须改` : "没有必须改的了";
  return `已重新核对：可参加 ${count(people)} 人，${rest}。`;
}

/** @param {unknown} error */
function aboutUnit(error) {
  return error instanceof ProblemError ? (error.problem.findings ?? []).filter(concernsUnit) : [];
}
