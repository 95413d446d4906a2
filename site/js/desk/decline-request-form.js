/** @import {Case, DeclineChangeRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { element } from "../dom.js";
import { ReasonForm } from "./reason-form.js";
import { joined } from "../sentence.js";

/**
 * What a unit has asked for is not done, and why.
 *
 * @extends {ReasonForm<DeclineChangeRequest, Case>}
 */
export class DeclineRequestForm extends ReasonForm {
  /** @param {Listeners<Case>} listeners */
  constructor(listeners) {
    super("decline-request", listeners);
  }

  /** @override */
  get path() {
    return "change-requests/decline";
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen(roster) {
    return roster.may_decide && roster.state === "accepted" && waitingIn(roster) !== undefined;
  }

  /** @override */
  read() {
    const read = super.read();
    if ("faults" in read || !this.record) return read;
    return { request: { ...read.request, number: waitingIn(this.record)?.number ?? 0 } };
  }

  /**
   * @override
   * @param {DeclineChangeRequest} request
   * @param {Case} roster
   */
  says({ reason }, roster) {
    const asked = waitingIn(roster)?.reasons.map(({ text }) => text) ?? [];
    const lines = [`单位申请：${joined(asked)}`, `单位会看到：${reason}`];
    return lines.map((line) => element("p", {}, line));
  }
}

/**
 * @param {Pick<Case, "requests">} roster
 * @returns {Case["requests"][number] | undefined} What the unit asked for first, of what waits.
 */
export function waitingIn({ requests }) {
  return requests.find(({ state }) => state === "waiting");
}
