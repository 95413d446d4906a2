/** @import {Case} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {CloseRequest, RemindRequest} from "../../types/api.js" */
import { element } from "../dom.js";
import { ReasonForm } from "./reason-form.js";

/**
 * A unit is reminded of a list that went back.
 *
 * @extends {ReasonForm<RemindRequest, Case>}
 */
export class RemindForm extends ReasonForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("remind", listeners);
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "returned";
  }

  /**
   * @override
   * @param {RemindRequest} request
   * @param {Case} roster
   */
  says({ reason }, { unit }) {
    return [element("p", {}, `单位“${unit.name}”（${unit.phone}）会在查询进度里看到：${reason}`)];
  }
}

/**
 * A returned list is closed that its unit has not mended after a reminder.
 *
 * @extends {ReasonForm<CloseRequest, Case>}
 */
export class CloseForm extends ReasonForm {
  /**
   * @param {Listeners<Case>} listeners
   * @param {string} today ISO date.
   */
  constructor(listeners, today) {
    super("close", listeners);
    this.today = today;
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state, close_from }) {
    return may_decide && state === "returned" && close_from !== null && close_from <= this.today;
  }

  /**
   * @override
   * @param {CloseRequest} request
   * @param {Case} roster
   */
  says({ reason }, { unit }) {
    const lines = [
      `单位“${unit.name}”再要参加，只能重新提交一份名单。`,
      `单位会看到原因：${reason}`,
    ];
    return lines.map((line) => element("p", {}, line));
  }
}
