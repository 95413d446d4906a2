/** @import {Case} from "./contract.js" */
import { element } from "../dom.js";
import { PlainForm } from "./plain-form.js";
import { ENDED_LISTS } from "./words.js";

/**
 * The stamped sheets of a list came on paper (盖章的名单已收到).
 *
 * @extends {PlainForm<Case>}
 */
export class SheetsForm extends PlainForm {
  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state, arrivals }) {
    const isNoted = arrivals.some(({ what, by }) => what === "sheets" && by);
    return may_decide && !isNoted && !ENDED_LISTS.includes(state);
  }

  /**
   * @override
   * @param {object} _request
   * @param {Case} roster
   */
  says(_request, { version, people }) {
    return [element("p", {}, `收到盖章的第 ${version} 版名单，${people} 人。`)];
  }
}
