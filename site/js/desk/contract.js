/**
 * The shapes that the desk's routes give (see /api/openapi.json). Types only: nothing runs here. What
 * the API's document says comes from `npm run api-types`; by hand is only what the pages join.
 *
 * @typedef {import("../../types/api.js").Me} Me
 *
 * @typedef {import("../../types/api.js").Queued} Queued
 * @typedef {import("../../types/api.js").QueuedClaim} QueuedClaim
 * @typedef {import("../../types/api.js").RosterCounts | import("../../types/api.js").ClaimCounts} Counts
 * @typedef {Counts["counts"][number]} Count
 *
 * @typedef {import("../../types/api.js").By} By
 * @typedef {import("../../types/api.js").Slip} Slip
 * @typedef {import("../../types/api.js").Slips} Told
 * @typedef {import("../../types/api.js").Teamwork} Teamwork
 * @typedef {Pick<import("../../types/api.js").CaseEvent | import("../../types/api.js").ClaimStep, "at" | "label" | "version" | "revision" | "by">} Happened
 * @typedef {Pick<import("../../types/api.js").ClaimStep, "reason" | "article_label" | "document_id">} OfClaim
 * @typedef {Pick<Happened, "at"> & Partial<Pick<import("../../types/api.js").CaseEvent, "reasons" | "clerk"> & OfClaim>} Why
 * @typedef {Happened & Why} CaseEvent
 *
 * @typedef {"receipt" | "revision" | "state_label"} InAllCases
 * @typedef {Pick<Case | Claim, InAllCases> & {timeline: CaseEvent[]}} Decidable
 *
 * @typedef {import("../../types/api.js").Acceptance} Acceptance
 * @typedef {import("../../types/api.js").Case} Case
 * @typedef {import("../../types/api.js").CaseHandOff} HandOff
 * @typedef {import("../../types/api.js").AttachedPaper} AttachedPaper
 * @typedef {import("../../types/api.js").HandOffMade} HandOffMade
 * @typedef {import("../../types/api.js").ClaimExport | import("../../types/api.js").PersonCopy | import("../../types/api.js").HandOffsMade | HandOffMade} Archive A .zip that was made for whoever asked.
 * @typedef {import("../../types/api.js").RowStates} RowStates
 * @typedef {import("../../types/api.js").Underwriting} Underwriting
 * @typedef {import("../../types/api.js").UnderwrittenRow} UnderwrittenRow
 * @typedef {import("../../types/api.js").PersonCover} PersonCover
 * @typedef {import("../../types/api.js").CaseRow} CaseRow
 * @typedef {import("../../types/api.js").RowsPage} RowsPage
 * @typedef {Pick<import("../../types/api.js").LogEntry, "acceptance" | "rows">} OfRosterLog
 * @typedef {Pick<import("../../types/api.js").ClaimLogEntry, "amounts" | "stated">} OfClaimLog
 * @typedef {{is_masked: boolean, what: string}} Logged
 * @typedef {Happened & Why & Partial<OfRosterLog & OfClaimLog> & Logged} LogEntry
 * @typedef {{entries: LogEntry[], is_complete: boolean, unreadable: number}} Log
 * @typedef {import("../../types/api.js").ReturnRequest} ReturnRequest
 * @typedef {import("../../types/api.js").AcceptRequest} AcceptRequest
 * @typedef {import("../../types/api.js").EndorseRequest} EndorseRequest
 * @typedef {import("../../types/api.js").DeclineEndorsementRequest} DeclineEndorsementRequest
 * @typedef {import("../../types/api.js").DeclineChangeRequest} DeclineChangeRequest
 * @typedef {import("../../types/api.js").Leaver} Leaver
 *
 * @typedef {import("../../types/api.js").ClaimCase} Claim
 * @typedef {Claim["state"]} ClaimStateName
 * @typedef {import("../../types/api.js").CasePaper} ClaimPaper
 * @typedef {import("../../types/api.js").CaseSheet} CaseSheet
 * @typedef {import("../../types/api.js").ConsentsPaper} ConsentsPaper
 * @typedef {Pick<ClaimPaper, "document_id" | "kind_name" | "filename" | "received_at" | "media_type" | "pages" | "state" | "state_label" | "findings"> & {is_opened?: boolean, decision?: ClaimPaper["decision"]}} PaperShown
 * @typedef {import("../../types/api.js").CaseProposal} Proposal
 * @typedef {import("../../types/api.js").CaseOutcome} Outcome The proposal that was confirmed.
 * @typedef {import("../../types/api.js").CoverLine} ClaimCover
 * @typedef {import("../../types/api.js").Assessment} Assessment
 * @typedef {import("../../types/api.js").CompleteRequest} CompleteRequest
 * @typedef {import("../../types/api.js").SendBackRequest} SendBackRequest
 * @typedef {import("../../types/api.js").ProposeRequest} ProposeRequest
 * @typedef {import("../../types/api.js").ConfirmRequest} ConfirmRequest
 * @typedef {import("../../types/api.js").ObjectRequest} ObjectRequest
 */
export {};
