/** @import {Decidable} from "./contract.js" */
import { DecisionForm } from "./decision-form.js";

/**
 * A decision in which there is nothing to fill in: it is looked at, and done.
 *
 * @template {Decidable} C
 * @extends {DecisionForm<object, C>}
 * @abstract
 */
export class PlainForm extends DecisionForm {
  /** @override */
  get typed() {
    return {};
  }

  /** @override */
  set typed(_typed) {
    // Nothing is typed.
  }

  /** @override */
  read() {
    return { request: {} };
  }
}
