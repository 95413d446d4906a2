/** @import {Finding, Premium, Reason, Refusal, RosterStateName, Unit} from "../contract.js" */
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
 * @typedef {{items: Queued[], next: string | null}} Queue
 *
 * @typedef {object} Count
 * @property {RosterStateName} state
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
 * @property {number} revision
 * @property {By | null} by Null where the unit did it.
 * @property {Reason[]} reasons
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
 * @property {CaseEvent[]} timeline
 * @property {boolean} may_decide
 * @property {boolean} is_masked
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
 * @property {Reason[]} reasons
 * @property {Acceptance | null} acceptance
 * @property {[number, number] | null} rows
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
 */
export {};
