/** @import {ClaimCheck, ClaimParts, ClaimReceipt} from "../contract.js" */
/** @import {Announced, Answered, Submission} from "./errand.js" */
import { ProblemError } from "../api.js";
import { byId, fill } from "../dom.js";
import { day } from "../format.js";
import { newPaperFile } from "../papers/paper-file.js";
import { answers, check, papers, receipt, stays, today } from "../rules/generated/demo-claim.js";
import { claimOf } from "./answers.js";

/** What the service would say to other answers: none were made. */
const ONLY_GIVEN =
  "演示里只有一份编好的答案。改过的请改回来，或者点页面下面的“重新开始演示”。自己的情况，请在真的报案里填。";
/** As large as a phone's photo is once it was made smaller. */
const PHOTO_BYTES = 400_000;

/** A report of an invented woman, which goes nowhere. */
export class DemoReport {
  address = "/claim/?demo";
  today = today;
  isReal = false;
  /** @type {Answered} */
  answered = { isNew: true, given: { answers, stays, papers: papers.map(received) } };

  /** A draft on this device is another woman's. */
  async kept() {
    return null;
  }

  /** Nothing is sent, so nothing has to be proved. */
  prepare() {}

  /**
   * @param {Announced} claim
   * @returns {Promise<ClaimCheck>} As the rules have answered it.
   * @throws {ProblemError}
   */
  async check(claim) {
    refuseOther(claim);
    return check;
  }

  /**
   * @param {Submission} claim
   * @returns {Promise<ClaimReceipt>} One like hers, which is none.
   * @throws {ProblemError}
   */
  async send(claim) {
    refuseOther(claim);
    byId("receipt-heading", HTMLElement).textContent = "演示：没有报案，回执就是这个样子";
    return receipt;
  }
}

/** @returns {DemoReport} With the words around it. */
export function startDemo() {
  document.documentElement.classList.add("demo");
  /** @type {NodeListOf<HTMLElement>} */
  const words = document.querySelectorAll("[data-demo]");
  for (const each of words) {
    fill(each, { demo_day: day(today) });
    each.hidden = false;
  }
  const next = document.querySelector("#claim-form [data-next]");
  if (next instanceof HTMLElement) next.dataset.last += "（演示）";
  return new DemoReport();
}

/**
 * @param {ClaimParts} claim
 * @throws {ProblemError} It is not the one that was given.
 */
export function refuseOther(claim) {
  const given = claimOf(answers, stays);
  const parts = /** @type {(keyof ClaimParts)[]} */ (Object.keys(given));
  if (parts.every((part) => written(claim[part]) === written(given[part]))) return;
  const kind = { type: "about:blank", status: 422, code: "demo", findings: [] };
  throw new ProblemError({ ...kind, title: "演示", detail: ONLY_GIVEN });
}

/**
 * @param {ClaimParts[keyof ClaimParts]} part
 * @returns {string} The same for the same answers, in whatever order a form has them.
 */
function written(part) {
  const isByName = part instanceof Object && !Array.isArray(part);
  return JSON.stringify(isByName ? Object.entries(part).sort() : part);
}

/**
 * A paper that no server has, and that is never brought: it does not grow old.
 *
 * @param {typeof papers[number]} paper
 */
function received({ kind, name }) {
  const file = new File([new ArrayBuffer(PHOTO_BYTES)], name);
  const paper = newPaperFile(kind, file);
  return Object.assign(paper, { state: "received", uploadId: "demo", sentAt: Infinity });
}
