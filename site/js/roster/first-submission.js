/** @import {List, Report, Submission, Unit} from "../contract.js" */
import { remember } from "../access-codes.js";
import { call } from "../api.js";
import { byId } from "../dom.js";
import { callWithProof } from "../proof-of-work.js";
import { SubmissionKeys } from "../submission-keys.js";
import { showRosterReceipt } from "./receipt.js";

/** A list that the unit hands in for the first time. */
export class FirstSubmission {
  draft = "roster-unit";
  unit = null;
  keys = new SubmissionKeys();

  /**
   * @param {List & {unit?: Partial<Unit>}} list
   * @returns {Promise<Report>}
   */
  check(list) {
    return call("rosters/check", { body: list });
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   * @returns {Promise<() => void>} Shows the receipt.
   */
  async send(submission, status) {
    const headers = { "Idempotency-Key": this.keys.for(submission) };
    const receipt = await callWithProof("rosters", { body: submission, headers }, status);
    remember(receipt.receipt, receipt.access_code);
    return () => showRosterReceipt(byId("receipt", HTMLElement), receipt);
  }
}
