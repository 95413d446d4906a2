/** @import {Fault} from "../fault.js" */
/** @import {PapersOnBehalfRequest} from "../../types/api.js" */
/** @import {Claim} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { askBeforeLeaving } from "../leaving.js";
import { missingIn } from "../missing.js";
import { Papers } from "../papers/papers.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf } from "./form-control.js";

/**
 * The desk enters papers that somebody has brought to it: they go where hers would.
 *
 * @extends {DecisionForm<PapersOnBehalfRequest, Claim>}
 */
export class PapersOnBehalfForm extends DecisionForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("papers-on-behalf", listeners);
    this.papers = new Papers(/** @type {HTMLElement} */ (this.form.querySelector(".papers")), () =>
      this.papers.settle(this.summary),
    );
    askBeforeLeaving(() => this.papers.files.length > 0);
  }

  /** @override */
  get path() {
    return "documents";
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, may_supplement }) {
    return may_decide && may_supplement;
  }

  /** @override The files themselves stay only as long as the page does. */
  get typed() {
    return { reason: controlOf(this.form, "reason").value };
  }

  /** @override Asked where the form comes to another claim, or was done: no file goes along. */
  set typed(typed) {
    this.papers.clear();
    this.papers.askFor(() => true);
    controlOf(this.form, "reason").value = typed?.reason ?? "";
  }

  /**
   * @override
   * @returns {{request: PapersOnBehalfRequest} | {faults: Fault[]}}
   */
  read() {
    const { documents } = this.papers;
    const faults = [...missingIn(this.questions), ...this.papers.faults];
    if (faults.length > 0) return { faults };
    const reason = this.typed.reason.trim();
    return { request: /** @type {PapersOnBehalfRequest} */ ({ documents, reason }) };
  }

  /**
   * @override
   * @param {PapersOnBehalfRequest} request
   */
  says({ reason }) {
    const names = new Map(this.papers.kinds.map(({ kind, name }) => [kind, name]));
    const lines = this.papers.received.map(({ kind, name }) => `${names.get(kind)}：${name}`);
    return [...lines, `书面：${reason}`].map((line) => element("p", {}, line));
  }

  /**
   * @override
   * @param {Claim} claim
   */
  finish(claim) {
    this.papers.clear();
    return super.finish(claim);
  }
}
