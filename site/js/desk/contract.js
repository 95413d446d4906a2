/** @import {Amounts} from "../claim-outcome.js" */
/** @import {ClaimOutcome, Finding, Paper, Reason} from "../contract.js" */
/**
 * The shapes that the desk's routes give (see /api/openapi.json). Types only: nothing runs here.
 *
 * @typedef {"contact" | "claims" | "federation" | "admin"} Role
 *
 * @typedef {import("../../types/api.js").Me} Me
 * @typedef {import("../../types/api.js").Queued} Queued
 * @typedef {import("../../types/api.js").QueuedClaim} QueuedClaim
 * @typedef {import("../../types/api.js").Count} Count
 * @typedef {{counts: Count[]}} Counts
 *
 * @typedef {import("../../types/api.js").By} By
 * @typedef {object} CaseEvent
 * @property {string} at ISO date and time.
 * @property {string} label
 * @property {number} version
 * @property {number | null} revision Null where it changed nothing.
 * @property {By | null} by Null where it was not the desk.
 * @property {Reason[]} [reasons] Of a roster's.
 * @property {string | null} [reason] Of a claim's.
 * @property {string | null} [article_label]
 *
 * @typedef {object} Decidable What all cases have.
 * @property {string} receipt
 * @property {number} revision Counts what changed it; a decision names the one that it is made on.
 * @property {string} state
 * @property {string} state_label
 * @property {CaseEvent[]} timeline
 *
 * @typedef {import("../../types/api.js").Acceptance} Acceptance
 * @typedef {import("../../types/api.js").Case} Case
 * @typedef {import("../../types/api.js").CaseHandOff} HandOff
 * @typedef {object} Archive A .zip that was made for whoever asked.
 * @property {string} url
 * @property {string} expires_at ISO date and time.
 * @property {{name: string, bytes: number, sha256: string}[]} files
 * @property {string} sha256
 *
 * @typedef {object} HandOffParts
 * @property {number} number
 * @property {number | null} since_version
 * @property {Record<"added" | "removed" | "changed" | "same", number>} changes
 *
 * @typedef {Archive & HandOffParts} HandOffMade
 *
 * @typedef {import("../../types/api.js").RowStates} RowStates
 * @typedef {import("../../types/api.js").PersonCover} PersonCover
 * @typedef {import("../../types/api.js").CaseRow} CaseRow
 * @typedef {import("../../types/api.js").RowsPage} RowsPage
 * @typedef {object} LogEntry
 * @property {string} at
 * @property {string} label
 * @property {By | null} by
 * @property {number} version
 * @property {Reason[]} [reasons] Of a roster's.
 * @property {string | null} [reason] Of a claim's.
 * @property {string | null} [article_label]
 * @property {string | null} [document_id]
 * @property {Amounts | null} [amounts]
 * @property {Acceptance | null} [acceptance]
 * @property {[number, number] | null} [rows]
 * @property {boolean} is_masked
 *
 * @typedef {import("../../types/api.js").Log} Log
 * @typedef {import("../../types/api.js").ReturnRequest} ReturnRequest
 * @typedef {object} AcceptRequest
 * @property {string} consent_date
 * @property {string} premium_received_date
 * @property {string} policy_issued_date
 * @property {string} agreed_first_day 约定生效日.
 * @property {string} policy_number
 * @property {{row: number, reason: string, article: string}[]} refusals
 *
 * @typedef {"waiting_for_papers" | "papers_complete" | "assessed" | "paid" | "refused" | "refunded"} ClaimStateName
 *
 * @typedef {import("../../types/api.js").PaperDecision} PaperDecision
 * @typedef {import("../contract.js").ClaimDocument & {decision: PaperDecision | null}} ClaimPaper
 *
 * @typedef {object} Proposal What somebody has found; it counts once a second person confirms it.
 * @property {ClaimOutcome} outcome
 * @property {Amounts} amounts
 * @property {string | null} reason
 * @property {string | null} article_label
 * @property {string} occurrence ISO date.
 * @property {Amounts} prefilled What the rules gave on that day.
 * @property {ClaimOutcome | null} suggested
 * @property {By} by
 * @property {string} at ISO date and time.
 *
 * @typedef {object} Settling
 * @property {string} settled_on ISO date.
 * @property {By} confirmed_by
 * @property {string} confirmed_at ISO date and time.
 *
 * @typedef {Proposal & Settling} Outcome The proposal that was confirmed.
 *
 * @typedef {object} ClaimParts What is masked for somebody is null or says so; dates are ISO.
 * @property {number} version
 * @property {ClaimStateName} state
 * @property {string} next_step
 * @property {{name: string, id_number: string, birth_date: string | null, age_at_diagnosis: number | null, phone: string}} insured
 * @property {{name: string, county: string}} unit
 * @property {{label: string, item_label: string}} disease
 * @property {string | null} specimen_date
 * @property {string} diagnosis_date
 * @property {string} hospital
 * @property {{admission: string, discharge: string | null}[]} stays
 * @property {{bank: string, card: string, holder: string} | null} bank
 * @property {{name: string, relation_label: string, phone: string}} reporter
 * @property {string} reported_at ISO date and time.
 * @property {string} report_by
 * @property {boolean} late
 * @property {Finding[]} findings
 * @property {ClaimPaper[]} documents
 * @property {Paper[]} missing_papers
 * @property {string} complete_on_suggested The day on which the last paper that counts came.
 * @property {string | null} papers_complete_on
 * @property {{day: string, provisional: boolean} | null} pay_by
 * @property {string | null} due ISO date; null once it is settled.
 * @property {string} due_label
 * @property {Proposal | null} proposal
 * @property {Outcome | null} outcome
 * @property {boolean} may_decide
 * @property {boolean} may_confirm Somebody else's proposal waits.
 * @property {boolean} is_masked
 *
 * @typedef {Decidable & ClaimParts} Claim
 *
 * @typedef {import("../../types/api.js").CoverLine} ClaimCover
 * @typedef {import("../../types/api.js").Assessment} Assessment
 * @typedef {import("../../types/api.js").CompleteRequest} CompleteRequest
 * @typedef {import("../../types/api.js").SendBackRequest} SendBackRequest
 * @typedef {object} ProposeParts
 * @property {ClaimOutcome} outcome
 * @property {string} [reason]
 * @property {string} [article]
 * @property {string} [specimen_date] ISO date.
 *
 * @typedef {import("../../types/api.js").ProposeRequest} ProposeRequest
 * @typedef {import("../../types/api.js").ConfirmRequest} ConfirmRequest
 * @typedef {import("../../types/api.js").ObjectRequest} ObjectRequest
 */
export {};
