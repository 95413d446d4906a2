/** @import {Amounts} from "../claim-outcome.js" */
/** @import {ClaimOutcome, EstimateLine, Finding, Paper, Premium, Reason, Refusal, RosterStateName, Unit} from "../contract.js" */
/**
 * The shapes that the desk's routes give (see /api/openapi.json). Types only: nothing runs here.
 *
 * @typedef {"contact" | "claims" | "federation" | "admin"} Role
 *
 * @typedef {{name: string, roles: Role[], counties: string[], decides: boolean}} Me
 *
 * @typedef {object} Queued A roster in the queue; `due` is until when the next step is to be done.
 * @property {string} receipt
 * @property {number} version
 * @property {RosterStateName} state
 * @property {string} state_label
 * @property {string} unit_name
 * @property {string} unit_kind
 * @property {string} county
 * @property {number} people
 * @property {string} submitted_at ISO date and time.
 * @property {string} due ISO date.
 * @property {boolean} is_overdue
 * @property {boolean} is_soon
 *
 * @typedef {object} QueuedClaim A claim in the queue.
 * @property {string} receipt
 * @property {number} version
 * @property {ClaimStateName} state
 * @property {string} state_label
 * @property {string} unit_name
 * @property {string} county
 * @property {string} reported_at ISO date and time.
 * @property {string | null} due ISO date; null where there is nothing to do any more.
 * @property {string} due_label What is due then.
 * @property {boolean} is_provisional That year's working days are not announced yet.
 * @property {boolean} is_overdue
 * @property {boolean} is_soon
 * @property {boolean} is_late_report
 *
 * @typedef {object} Count
 * @property {string} state
 * @property {number} count
 * @property {boolean} is_more There are at least so many.
 *
 * @typedef {{counts: Count[]}} Counts
 *
 * @typedef {{name: string, roles: string[]}} By Who of the desk did something.
 *
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
 * @typedef {object} Acceptance Dates are ISO.
 * @property {string} consent_date
 * @property {string} premium_received_date
 * @property {string} policy_issued_date
 * @property {string} policy_number
 * @property {string} first_day
 * @property {string} last_day
 * @property {number} people
 * @property {Premium} premium
 * @property {Refusal[]} refusals
 *
 * @typedef {object} Case
 * @property {string} receipt
 * @property {number} version
 * @property {number} revision Counts the events; a decision names the one that it is made on.
 * @property {RosterStateName} state
 * @property {string} state_label
 * @property {Unit} unit
 * @property {number} people
 * @property {Premium} premium
 * @property {string} submitted_at
 * @property {string} due
 * @property {string | null} filename
 * @property {string} cover_from
 * @property {{code: string, title: string}[]} confirmations
 * @property {number[]} excluded_rows
 * @property {Finding[]} unit_findings
 * @property {{rows: number[], found_at: string} | null} duplicates Null until looked for.
 * @property {Reason[]} reasons
 * @property {Acceptance | null} acceptance
 * @property {{continuous: number, first_time: number, attention_rows: number[]} | null} cover
 *   Null until it is computed.
 * @property {{version: number, submitted_at: string, people: number}[]} versions
 * @property {HandOff[]} hand_offs
 * @property {CaseEvent[]} timeline
 * @property {boolean} may_decide
 * @property {boolean} is_masked
 *
 * @typedef {object} HandOff When which version went out to the insurer.
 * @property {number} number
 * @property {string} at ISO date and time.
 * @property {By} by
 * @property {number} version
 * @property {number} people
 * @property {string} sha256
 *
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
 * @typedef {object} RowStates What the insurer's file says; nothing is stored.
 * @property {{row: number, reason: string, article: string}[]} refusals
 * @property {number} accepted
 * @property {number} without_state
 * @property {Finding[]} findings Their rows are the file's lines.
 *
 * @typedef {object} PersonCover
 * @property {string | null} first_day Null where the policy adds no day.
 * @property {string | null} last_day
 * @property {boolean} is_continuous
 * @property {string | null} waiting_last_day
 * @property {Finding[]} findings
 *
 * @typedef {object} CaseRow
 * @property {number} row
 * @property {string} name
 * @property {string} id_number
 * @property {string} occupation
 * @property {Finding[]} findings
 * @property {boolean} is_elsewhere
 * @property {Refusal | null} refusal
 * @property {PersonCover | null} cover
 *
 * @typedef {{version: number, total: number, rows: CaseRow[], next: number | null}} RowsPage
 *
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
 * @typedef {{entries: LogEntry[], is_complete: boolean}} Log
 *
 * @typedef {object} ReturnRequest
 * @property {{text: string, article?: string, rows?: number[]}[]} reasons
 *
 * @typedef {object} AcceptRequest
 * @property {string} consent_date
 * @property {string} premium_received_date
 * @property {string} policy_issued_date
 * @property {string} policy_number
 * @property {{row: number, reason: string, article: string}[]} refusals
 *
 * @typedef {"waiting_for_papers" | "papers_complete" | "assessed" | "paid" | "refused" | "refunded"} ClaimStateName
 *
 * @typedef {object} PaperDecision What the desk says of a paper.
 * @property {"accepted" | "sent_back"} outcome
 * @property {string | null} reason
 * @property {string | null} article
 * @property {string | null} article_label
 * @property {By} by
 * @property {string} at ISO date and time.
 *
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
 * @typedef {object} ClaimCover A policy that she has had; dates are ISO.
 * @property {string} unit_name
 * @property {string} first_day
 * @property {string} last_day
 * @property {string | null} waiting_last_day
 * @property {boolean} is_continuous
 * @property {string} receipt
 *
 * @typedef {object} Assessment What the rules say, before anybody has decided; amounts in yuan.
 * @property {ClaimCover[]} cover
 * @property {string} occurrence ISO date.
 * @property {{is_covered: boolean, in_waiting: boolean, findings: Finding[]}} verdict
 * @property {{item: string, item_label: string, receipt: string, paid_on: string}[]} paid_items
 * @property {{item: string, item_label: string, amount: number}} lump_sum
 * @property {{days: EstimateLine[], paid_days: number, amount: number}} allowance
 * @property {ClaimOutcome | null} suggested Null where a person must say.
 * @property {string | null} suggested_article
 * @property {Amounts} prefilled
 *
 * @typedef {{complete_on: string}} CompleteRequest
 * @typedef {{reason: string, article?: string}} SendBackRequest
 * @typedef {object} ProposeParts
 * @property {ClaimOutcome} outcome
 * @property {string} [reason]
 * @property {string} [article]
 * @property {string} [specimen_date] ISO date.
 *
 * @typedef {Amounts & ProposeParts} ProposeRequest
 * @typedef {{settled_on: string}} ConfirmRequest
 * @typedef {{reason: string}} ObjectRequest
 */
export {};
