/** @import {ClaimCheck, ClaimReceipt} from "../contract.js" */
/** @import {Announced, Submission} from "./errand.js" */
import { remember } from "../access-codes.js";
import { call } from "../api.js";
import { today } from "../clock.js";
import { keepHere } from "../kept-here.js";
import { callWithProof, InsecurePageError, isSecurePage, prepareProof } from "../proof-of-work.js";
import { loadDraft } from "./draft-store.js";

/** A report that the service is to have. */
export class FirstReport {
  address = "/claim/";
  today = today();
  isReal = true;
  kept = loadDraft;

  prepare() {
    prepareProof();
  }

  /**
   * @param {Announced} claim
   * @returns {Promise<ClaimCheck>}
   */
  check(claim) {
    return call("claims/check", { body: claim });
  }

  /**
   * @param {Submission} submission
   * @param {string} key Under which it is the same however often it is sent.
   * @param {HTMLElement} status
   * @returns {Promise<ClaimReceipt>} This device has kept it.
   */
  async send(submission, key, status) {
    if (!isSecurePage()) throw new InsecurePageError();
    const headers = { "Idempotency-Key": key };
    /** @type {ClaimReceipt} */
    const taken = await callWithProof("claims", { body: submission, headers }, status);
    const { receipt, access_code, reported_at } = taken;
    remember(receipt, access_code);
    keepHere({ receipt, access_code, submitted_at: reported_at });
    return taken;
  }
}
