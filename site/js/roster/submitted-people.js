/** @import {Reason, RosterForm} from "../contract.js" */
import { Prefilled } from "./prefilled.js";

/**
 * The people of a list as it was submitted, to be mended, with what the desk says of some of them.
 *
 * @param {Pick<RosterForm, "version" | "check_text" | "rows">} form
 * @param {Pick<Reason, "text" | "rows">[]} reasons Why it came back, by rows of that list.
 * @returns {Prefilled}
 */
export function submittedPeople({ version, check_text, rows }, reasons) {
  // Of who was erased nothing is left but the row.
  const kept = rows.filter(({ id_number }) => id_number !== "");
  const people = kept.map(({ name, name_written, id_number, occupation = "" }) => ({
    name: name_written || name,
    id_number,
    occupation,
  }));
  /** @type {Map<number, string[]>} */
  const said = new Map();
  kept.forEach(({ row }, index) => {
    const about = reasons.filter((each) => each.rows.includes(row));
    if (about.length === 0) return;
    const [now, then] = [index + 1, row === index + 1 ? "" : `（写的是第 ${row} 行）`];
    said.set(
      now,
      about.map(({ text }) => `退回的原因${then}：${text}`),
    );
  });
  const name = `已提交的名单（第 ${version} 版）`;
  return new Prefilled({ people, list_mark: `${version} ${check_text}`, name, said });
}
