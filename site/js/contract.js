/**
 * The shapes that the API takes and gives (see /api/openapi.json). Types only: nothing runs here. What
 * the API's document says comes from `npm run api-types`; by hand is only what the pages add.
 *
 * @typedef {import("../types/api.js").Finding} Finding
 * @typedef {import("../types/api.js").ProblemDocument & Partial<import("../types/api.js").ListDocument>} Problem
 * @typedef {import("../types/api.js").SheetBeginning} SheetBeginning
 * @typedef {import("../types/api.js").ChosenColumns} ChosenColumns
 *
 * @typedef {import("../types/api.js").Unit} Unit
 * @typedef {import("../types/api.js").UploadTicket} Ticket
 * @typedef {import("../types/api.js").PaperTold} PaperTold
 * @typedef {import("../types/api.js").UploadRequest["purpose"]} UploadPurpose
 *
 * @typedef {import("../types/api.js").Premium} Premium
 * @typedef {import("../types/api.js").RosterCheckReport & Partial<import("../types/api.js").CorrectionReport>} Report
 * @typedef {import("../types/api.js").RowRead} RowRead
 *
 * @typedef {import("../types/api.js").Listed} Listed
 * @typedef {import("../types/api.js").Changed} Changed
 * @typedef {import("../types/api.js").Difference} Difference
 *
 * @typedef {import("../types/api.js").MendIn["field"]} Mendable
 * @typedef {import("../types/api.js").MendIn} Mend
 *
 * @typedef {import("../types/api.js").Challenge} Challenge
 * @typedef {{counter: number, derivedKey: string, time?: number}} Solution
 *
 * @typedef {import("../types/api.js").Consent} Consent
 * @typedef {Pick<import("../types/api.js").RosterCheckRequest, "columns" | "mends" | "exclude_rows">} OfTheList
 * @typedef {Partial<OfTheList> & {base?: List}} Changes What the page says of a list that it does
 *   not say itself; `base` is the list that the rows to mend, which this is, are put into.
 *
 * @typedef {import("../types/api.js").RowIn} TypedRow
 * @typedef {({upload_id: string} | {text: string} | {rows: TypedRow[]}) & Changes} List A file that
 *   was uploaded, pasted rows, or rows typed one by one or given by the service.
 *
 * @typedef {List | {receipt: string, access_code: string}} LastList
 *
 * @typedef {Pick<import("../types/api.js").RosterSubmitRequest, "exclude_rows" | "consent" | "attestation">} Submitted
 * @typedef {Submitted & {unit: Partial<Unit>, confirmations: string[]}} SubmissionParts
 *
 * @typedef {List & SubmissionParts & Renewing} Submission
 * @typedef {{renews?: import("../types/api.js").EarlierListIn}} Renewing
 *
 * @typedef {import("../types/api.js").RenewalPerson["change"]} Change
 *
 * @typedef {import("../types/api.js").RenewalPerson} Renewal
 * @typedef {import("../types/api.js").RenewalReport} RenewalReport
 * @typedef {import("../types/api.js").Contact} Contact
 * @typedef {import("../types/api.js").Whereabouts} Whereabouts
 * @typedef {import("../types/api.js").Payment} Payment
 * @typedef {import("../types/api.js").Receipt} Receipt
 * @typedef {import("../types/api.js").RosterStatus["state"]} RosterStateName
 *
 * @typedef {import("../types/api.js").Reason} Reason
 * @typedef {import("../types/api.js").Leaver} Leaver
 * @typedef {import("../types/api.js").Refusal} Refusal
 * @typedef {import("../types/api.js").Policy} Policy
 * @typedef {import("../types/api.js").RosterStatus} RosterState
 * @typedef {import("../types/api.js").SheetStanding} SheetStanding
 * @typedef {import("../types/api.js").CoveredPeople} CoveredPeople
 * @typedef {import("../types/api.js").CoveredPerson} CoveredPerson
 * @typedef {import("../types/api.js").NextYear} NextYear
 * @typedef {import("../types/api.js").NextYearFile} NextYearFile
 * @typedef {import("../types/api.js").MissingPaper} Paper
 * @typedef {import("../types/api.js").DocumentReport} DocumentReport
 * @typedef {import("../types/api.js").AllowanceLine} EstimateLine
 * @typedef {import("./reasons.js").Said} Said
 * @typedef {Omit<import("../types/api.js").EstimateOut, "findings"> & {findings: Said[]}} Estimate
 * @typedef {import("../types/api.js").StayIn} ClaimStay
 * @typedef {object} ClaimParts A claim report as far as it was answered, without what is only agreed
 *   to at its end.
 * @property {Record<string, string>} insured
 * @property {Record<string, string>} unit
 * @property {Record<string, string | null>} diagnosis
 * @property {{first_day: string | null, renewal: boolean | null, paid_before: boolean | null}} cover
 * @property {ClaimStay[]} stays
 * @property {Record<string, string> | null} bank Null where it is brought later.
 * @property {Record<string, string>} reporter
 * @property {string | null} late_reason
 *
 * @typedef {import("../types/api.js").ClaimCheckReport} ClaimCheck
 * @typedef {import("../types/api.js").ClaimReceipt} ClaimReceipt
 * @typedef {import("../types/api.js").DocumentStatus} ClaimDocument
 * @typedef {import("../types/api.js").Settlement["outcome"]} ClaimOutcome
 *
 * @typedef {import("../types/api.js").Settlement} Settlement
 * @typedef {import("../types/api.js").ClaimStatus} ClaimState
 * @typedef {import("../types/api.js").FormRow} FormRow
 * @typedef {import("../types/api.js").PrintedForm} RosterForm
 */
export {};
