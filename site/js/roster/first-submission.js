/** @import {List, Receipt, Report, Submission, Unit} from "../contract.js" */
import { recall, remember } from "../access-codes.js";
import { byId, fill } from "../dom.js";
import { callWithProof, callWithProofIfAsked, prepareProof } from "../proof-of-work.js";
import { keepReceipt, sayKept } from "../kept-receipts.js";
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
  }
  keys = new SubmissionKeys();

  prepare() {
    prepareProof();
  }

  /**
   * @param {List & {unit?: Partial<Unit>}} list
   * @returns {Promise<Report>}
   */
  check(list) {
    return callWithProofIfAsked("rosters/check", { body: list });
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   * @returns {Promise<(report: Report) => void>} Shows the receipt.
   */
  async send(submission, status) {
    const body = { ...submission, ...supplementing() };
    const headers = { "Idempotency-Key": this.keys.for(body) };
    const receipt = await callWithProof("rosters", { body, headers }, status);
    remember(receipt.receipt, receipt.access_code);
    this.#keep(receipt, submission.unit.name ?? "");
    return (report) => showRosterReceipt(byId("receipt", HTMLElement), receipt, report);
  }

  /**
   * @param {Receipt} receipt
   * @param {string} unit_name
   */
  #keep({ receipt, access_code, people, submitted_at, list_mark }, unit_name) {
    const kept = { receipt, access_code, people, submitted_at, list_mark, unit_name };
    sayKept(keepReceipt(kept));
  }
}
