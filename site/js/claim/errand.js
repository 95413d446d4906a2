/** @import {ClaimCheck, ClaimParts, ClaimReceipt, ClaimStay, Consent} from "../contract.js" */
/** @import {PaperFile} from "../papers/paper-file.js" */
/** @import {Draft} from "./draft-store.js" */
/**
 * What a report is made for: to be sent, or to walk through it. Types only: nothing runs here.
 *
 * @typedef {ClaimParts & {documents: {kind: string}[]}} Announced A report with the kinds of its papers.
 * @typedef {Announced & {confirmations: string[], consent: Consent}} Submission
 *
 * @typedef {object} Given What was answered before the form was opened.
 * @property {Record<string, string>} answers By the names of the form's inputs.
 * @property {ClaimStay[]} stays
 * @property {PaperFile[]} [papers] That were brought already.
 *
 * @typedef {{isNew: boolean, given: Given}} Answered Whether something was answered that the report
 *   does not know yet, and all that was.
 *
 * @typedef {object} Errand
 * @property {string} address Of the page.
 * @property {string} today ISO date.
 * @property {boolean} isReal Whether the service is to have it, so that what is typed would be missed.
 * @property {() => Promise<{draft: Draft, files: Map<string, File>} | null>} kept What this device has
 *   kept of it.
 * @property {Answered} [answered] What need not be asked; else the helper asks.
 * @property {() => void} prepare Makes ready what sending takes, while she is still reading.
 * @property {(claim: Announced) => Promise<ClaimCheck>} check Judges the report.
 * @property {(submission: Submission, key: string, status: HTMLElement) => Promise<ClaimReceipt>} send
 *   Hands it in; under the same key it is the same, however often.
 */

export {};
