/** @import {Decidable} from "./contract.js" */
import { element } from "../dom.js";
import { moment } from "../format.js";
import { PlainForm } from "./plain-form.js";

/**
 * What one has just decided was a slip: it is undone, where nobody was told of it yet.
 *
 * @template {Decidable & {undo_until: string | null}} C
 * @extends {PlainForm<C>}
 */
export class UndoForm extends PlainForm {
  /** @override */
  get path() {
    return "undo";
  }

  /**
   * @override
   * @param {C} record
   */
  isOpen({ undo_until }) {
    return undo_until !== null && Date.parse(undo_until) > Date.now();
  }

  /**
   * @override
   * @param {object} _request
   * @param {C} record
   */
  says(_request, { timeline, undo_until }) {
    const last = timeline[timeline.length - 1];
    const until = undo_until ? `，${moment(undo_until)}以前可以撤销` : "";
    return [element("p", {}, `要撤销的一步：“${last?.label}”${until}。`)];
  }
}
