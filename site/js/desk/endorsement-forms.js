/** @import {Case, DeclineEndorsementRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { factItems } from "../fact-items.js";
import { endorsementFacts } from "./endorsement-words.js";
import { PlainForm } from "./plain-form.js";
import { ReasonForm } from "./reason-form.js";

/**
 * A second person agrees to an endorsement: it holds.
 *
 * @extends {PlainForm<Case>}
 */
export class ConfirmEndorsementForm extends PlainForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("endorse-confirm", listeners);
  }

  /** @override */
  get path() {
    return "endorsements/confirm";
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ endorsement }) {
    return endorsement?.may_confirm === true;
  }

  /**
   * @override
   * @param {object} _request
   * @param {Case} roster
   */
  says(_request, { endorsement }) {
    const facts = endorsement ? factItems(endorsementFacts(endorsement)) : [];
    return [element("dl", { class: "facts" }, ...facts)];
  }
}

/**
 * An endorsement is not agreed to, or is taken back by who proposed it.
 *
 * @extends {ReasonForm<DeclineEndorsementRequest, Case>}
 */
export class DeclineEndorsementForm extends ReasonForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("endorse-decline", listeners);
  }

  /** @override */
  get path() {
    return "endorsements/decline";
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, endorsement }) {
    return may_decide && endorsement !== null;
  }

  /**
   * @override
   * @param {DeclineEndorsementRequest} request
   */
  says({ reason }) {
    return [element("p", {}, `单位会看到原因：${reason}`)];
  }
}
