/** @import {Claim, CompleteRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { day } from "../format.js";
import { unopenedInWords } from "./amounts.js";
import { DayForm } from "./day-form.js";

/**
 * The desk says since when a claim's papers are complete (第十五条): its clock begins.
 *
 * @extends {DayForm<CompleteRequest>}
 */
export class CompleteForm extends DayForm {
  /** @param {Listeners<Claim>} listeners */
  constructor(listeners) {
    super("complete", "complete_on", listeners);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, state }) {
    return may_decide && ["waiting_for_papers", "papers_complete"].includes(state);
  }

  /**
   * @override
   * @param {Claim} claim
   */
  prefilled({ papers_complete_on, complete_on_suggested }) {
    return papers_complete_on ?? complete_on_suggested;
  }

  /**
   * @override
   * @param {CompleteRequest} request
   * @param {Claim} claim
   */
  says({ complete_on }, { missing_papers, documents }) {
    const unopened = unopenedInWords(documents);
    const missing = missing_papers.map(({ name }) => name).join("、");
    return [
      element("p", {}, `材料在${day(complete_on)}齐全，付款的期限从下一个工作日算起。`),
      ...(unopened ? [element("p", {}, element("b", {}, `您没有打开看过：${unopened}。`))] : []),
      ...(missing ? [element("p", {}, element("b", {}, `本站还没有收到：${missing}。`))] : []),
    ];
  }
}
