/** @import {List, Receipt, Report, Submission, Unit} from "../contract.js" */
import { recall, remember } from "../access-codes.js";
import { byId, fill } from "../dom.js";
import { callWithProof, callWithProofIfAsked, prepareProof } from "../proof-of-work.js";
import { keepHere } from "../kept-here.js";
import { beginLater } from "./here/begin.js";
import { keptIn, uploaded } from "./here/files.js";
import { SubmissionKeys } from "../submission-keys.js";
import { showRosterReceipt } from "./receipt.js";

/**
 * Says that the list supplements an accepted one, which the state page led here from.
 *
 * @returns {{supplements?: {receipt: string, access_code: string}}}
 */
function supplementing() {
  const receipt = new URLSearchParams(location.search).get("supplements");
  return receipt ? { supplements: { receipt, access_code: recall(receipt) } } : {};
}

/** A list that the unit hands in for the first time. */
export class FirstSubmission {
  draft = "roster-unit";
  storage = () => localStorage;
  isReal = true;
  /** @type {Unit | null} */
  unit = null;

  constructor() {
    const { supplements } = supplementing();
    const told = byId("supplementing", HTMLElement);
    told.hidden = !supplements;
    fill(told, { supplemented: supplements?.receipt ?? "" });
    beginLater((checker) => (this.#here = checker));
  }
  keys = new SubmissionKeys();
  /** @type {import("./here/checker.js").Checker | null} */
  #here = null;

  prepare() {
    prepareProof();
  }

  /**
   * @param {List & {unit?: Partial<Unit>}} list
   * @returns {Promise<Report>}
   */
  check(list) {
    const onService = async () =>
      callWithProofIfAsked("rosters/check", { body: await uploaded(list) });
    return this.#here ? this.#here.check(list, onService) : onService();
  }

  /**
   * @param {List} list
   * @returns {boolean} Whether it was checked here, and from now on is checked by the service.
   */
  leaves(list) {
    if (!this.#here || keptIn(list).length === 0) return false;
    this.#here.leave(list);
    return true;
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   * @returns {Promise<(report: Report) => void>} Shows the receipt.
   */
  async send(submission, status) {
    const body = { ...(await this.#sent(submission, status)), ...supplementing() };
    const headers = { "Idempotency-Key": this.keys.for(body) };
    const receipt = await callWithProof("rosters", { body, headers }, status);
    remember(receipt.receipt, receipt.access_code);
    this.#keep(receipt, submission.unit.name ?? "");
    return (report) => showRosterReceipt(byId("receipt", HTMLElement), receipt, report);
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   */
  async #sent(submission, status) {
    const before = status.textContent;
    const done = await uploaded(submission, (sent) => {
      status.textContent = `正在上传名单：${Math.floor(sent * 100)}%`;
    });
    status.textContent = before;
    return done;
  }

  /**
   * @param {Receipt} receipt
   * @param {string} unit_name
   */
  #keep({ receipt, access_code, people, submitted_at, list_mark }, unit_name) {
    keepHere({ receipt, access_code, people, submitted_at, list_mark, unit_name });
  }
}
