/**
 * The shapes that the API takes and gives (see /api/openapi.json). Types only: nothing runs here. What
 * the API's document says comes from `npm run api-types`; by hand is only what the pages add.
 *
 * @typedef {import("../types/api.js").Finding} Finding
 * @typedef {object} Problem An RFC 9457 problem document.
 * @property {string} title
 * @property {number} status
 * @property {string} code
 * @property {string} [detail]
 * @property {Finding[]} [findings]
 * @property {Record<string, string>} [names] Who stands in the rows of findings, of a list.
 * @property {SheetBeginning[]} [sheets] To say which column is which, where that is not clear.
 *
 * @typedef {object} SheetBeginning The first rows of a sheet; long numbers are masked.
 * @property {string | null} sheet
 * @property {number} first_row The number of the first of the rows.
 * @property {number} header_row The guessed header's; 0: none.
 * @property {string[][]} rows
 * @property {{column: number, letters: string, header: string, field: string | null}[]} columns
 *
 * @typedef {object} ChosenColumns Which column is which; all count from 1.
 * @property {string | null} [sheet]
 * @property {number} header_row 0: there is none.
 * @property {number} name
 * @property {number} id_number
 * @property {number} [occupation]
 * @property {number} [number]
 *
 * @typedef {import("../types/api.js").Unit} Unit
 * @typedef {import("../types/api.js").UploadTicket} Ticket
 * @typedef {"roster" | "claim-document"} UploadPurpose
 *
 * @typedef {import("../types/api.js").Premium} Premium
 * @typedef {import("../types/api.js").RosterCheckReport & Partial<import("../types/api.js").CorrectionReport>} Report
 * @typedef {import("../types/api.js").RowRead} RowRead
 * @typedef {{row: number, name: string, says: string}} ListedRow
 *
 * @typedef {import("../types/api.js").Listed} Listed
 * @typedef {import("../types/api.js").Changed} Changed
 * @typedef {import("../types/api.js").Difference} Difference
 *
 * @typedef {"name" | "id_number" | "occupation"} Mendable
 * @typedef {import("../types/api.js").MendIn} Mend
 * @typedef {object} MergedRows Rows to mend, as they changed the `base` of the request.
 * @property {Mend[]} mends All of the base's: sent with the base alone, they make the same list.
 * @property {number[]} rows Those of the base that came back.
 *
 * @typedef {import("../types/api.js").Challenge} Challenge
 * @typedef {{counter: number, derivedKey: string, time?: number}} Solution
 *
 * @typedef {import("../types/api.js").Consent} Consent
 * @typedef {object} Changes What the page says of a list that it does not say itself.
 * @property {ChosenColumns} [columns]
 * @property {List} [base] The list that the rows to mend, which this is, are put into.
 * @property {Mend[]} [mends]
 * @property {number[]} [exclude_rows] Rows that are not to be insured this time.
 *
 * @typedef {({upload_id: string} | {text: string}) & Changes} List A file that was uploaded, or
 *   pasted rows.
 *
 * @typedef {List | {receipt: string, access_code: string}} LastList
 *
 * @typedef {object} SubmissionParts
 * @property {Partial<Unit>} unit
 * @property {number[]} exclude_rows Rows that are not to be insured this time.
 * @property {string[]} confirmations Codes of the warnings that the person has confirmed.
 * @property {Consent} consent
 *
 * @typedef {List & SubmissionParts} Submission
 *
 * @typedef {"renewed" | "added" | "left" | "lapsed" | "too_old"} Change
 *
 * @typedef {import("../types/api.js").RenewalPerson} Renewal
 * @typedef {import("../types/api.js").RenewalReport} RenewalReport
 * @typedef {import("../types/api.js").Contact} Contact
 * @typedef {import("../types/api.js").Payment} Payment
 * @typedef {import("../types/api.js").Receipt} Receipt
 * @typedef {"submitted" | "returned" | "accepted"} RosterStateName
 *
 * @typedef {import("../types/api.js").Reason} Reason
 * @typedef {import("../types/api.js").Refusal} Refusal
 * @typedef {import("../types/api.js").Policy} Policy
 * @typedef {import("../types/api.js").RosterStatus} RosterState
 * @typedef {import("../types/api.js").MissingPaper} Paper
 * @typedef {import("../types/api.js").DocumentReport} DocumentReport
 * @typedef {import("../types/api.js").AllowanceLine} EstimateLine
 * @typedef {import("./reasons.js").Said} Said
 * @typedef {Omit<import("../types/api.js").EstimateOut, "findings"> & {findings: Said[]}} Estimate
 * @typedef {import("../types/api.js").StayIn} ClaimStay
 * @typedef {object} ClaimParts A claim report without what is only agreed to at its end.
 * @property {Record<string, string>} insured
 * @property {Record<string, string>} unit
 * @property {Record<string, string | null>} diagnosis
 * @property {{first_day: string | null, renewal: boolean | null}} cover
 * @property {ClaimStay[]} stays
 * @property {Record<string, string> | null} bank Null where it is brought later.
 * @property {Record<string, string>} reporter
 *
 * @typedef {import("../types/api.js").ClaimCheckReport} ClaimCheck
 * @typedef {import("../types/api.js").ClaimReceipt} ClaimReceipt
 * @typedef {import("../types/api.js").DocumentStatus} ClaimDocument
 * @typedef {"pay" | "refuse" | "refund"} ClaimOutcome
 *
 * @typedef {import("../types/api.js").Settlement} Settlement
 * @typedef {import("../types/api.js").ClaimStatus} ClaimState
 * @typedef {import("../types/api.js").FormRow} FormRow
 * @typedef {import("../types/api.js").PrintedForm} RosterForm
 */
export {};
