/**
 * The shapes that the API takes and gives (see /api/openapi.json). Types only: nothing runs here.
 *
 * @typedef {object} Finding One problem, ready to be shown; rows and columns count from 1.
 * @property {"error" | "warning" | "info"} severity
 * @property {string} code
 * @property {string | null} article
 * @property {string | null} article_label
 * @property {string | null} sheet
 * @property {number | null} row
 * @property {number | null} column
 * @property {string | null} cell
 * @property {string | null} field A path such as `unit.county`; the form's inputs bear these names.
 * @property {string} title
 * @property {string} message
 * @property {string} fix
 *
 * @typedef {object} Problem An RFC 9457 problem document.
 * @property {string} title
 * @property {number} status
 * @property {string} code
 * @property {string} [detail]
 * @property {Finding[]} [findings]
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
 * @typedef {object} Unit
 * @property {string} name
 * @property {string} kind
 * @property {string} county
 * @property {boolean} union
 * @property {string} contact_name
 * @property {string} phone
 * @property {string} funding
 * @property {string} [credit_code]
 *
 * @typedef {object} Ticket What the browser needs to send one file straight to storage.
 * @property {string} upload_id
 * @property {string} url
 * @property {Record<string, string>} fields
 * @property {number} max_size In bytes.
 * @property {string} expires_at ISO date and time; what was sent is gone then.
 *
 * @typedef {"roster" | "claim-document"} UploadPurpose
 *
 * @typedef {object} Premium In yuan.
 * @property {number} amount
 * @property {number} per_person
 * @property {string} capitals
 *
 * @typedef {object} Report
 * @property {boolean} ready No error is left.
 * @property {string | null} sheet
 * @property {{seen: number, rows: number, people: number, to_mend: number, left_out: number, template: number, excluded: number, errors: number, warnings: number}} counts
 * @property {Premium} premium
 * @property {{field: string, header: string, column: number, letters: string}[]} columns
 * @property {string} cover_from ISO date.
 * @property {Finding[]} findings
 * @property {Record<string, string>} names Who stands in each row, as it is mended.
 * @property {ListedRow[]} left_out Rows that are nobody's, and what they say.
 * @property {number[]} template Rows that hold only what the form came with.
 * @property {number} [version] Of a correction: the version whose place it takes.
 * @property {Difference} [difference] Of a correction: what it changes in that version.
 * @property {RowRead[]} rows What the rows say that have an error or a warning, or were mended.
 * @property {Finding[]} marking What a marked-up file will not hold, told before a download.
 * @property {MergedRows | null} merged Where rows to mend were put into the list they came from.
 *
 * @typedef {{row: number, name: string, id_number: string, occupation: string}} RowRead As the
 *   list has it, before any mend.
 *
 * @typedef {{row: number, name: string, says: string}} ListedRow
 *
 * @typedef {{row: number, name: string}} Listed Somebody in one of two lists.
 *
 * @typedef {object} Changed Somebody in both of two lists, and what is said of her otherwise.
 * @property {number} row
 * @property {string} name
 * @property {number} row_before
 * @property {string} name_before
 * @property {("name" | "id_number" | "occupation")[]} fields
 *
 * @typedef {object} Difference
 * @property {number} before How many people the list before has.
 * @property {number} after
 * @property {number} unchanged
 * @property {Listed[]} gone
 * @property {Listed[]} added
 * @property {Changed[]} changed
 *
 * @typedef {"name" | "id_number" | "occupation"} Mendable
 * @typedef {{row: number, field: Mendable, value: string}} Mend A cell put right on the page.
 *
 * @typedef {object} MergedRows Rows to mend, as they changed the `base` of the request.
 * @property {Mend[]} mends All of the base's: sent with the base alone, they make the same list.
 * @property {number[]} rows Those of the base that came back.
 *
 * @typedef {object} Challenge A task as ALTCHA writes it; it goes back whole, with its solution.
 * @property {Record<string, string | number>} parameters
 * @property {string} signature
 *
 * @typedef {{counter: number, derivedKey: string, time?: number}} Solution
 *
 * @typedef {object} Consent
 * @property {string} version
 * @property {boolean} personal_information
 * @property {boolean} sensitive_information
 *
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
 * @typedef {object} Renewal What becomes of one person; dates are ISO.
 * @property {Change} change
 * @property {string} change_label
 * @property {string} name
 * @property {number | null} row
 * @property {number | null} last_row
 * @property {string | null} waiting_last_day
 * @property {number | null} maximum_age
 * @property {Finding[]} findings
 *
 * @typedef {object} RenewalReport This year's list beside last year's.
 * @property {string} last_day
 * @property {string} cover_from
 * @property {Record<Change | "this_not_compared" | "last_not_compared", number>} counts
 * @property {Renewal[]} people
 *
 * @typedef {{name: string, phone: string, area: string}} Contact
 * @typedef {{account_name: string, bank: string, account_number: string, article: string}} Payment
 *
 * @typedef {object} Receipt
 * @property {string} receipt
 * @property {string} access_code
 * @property {number} version
 * @property {string} submitted_at ISO date and time.
 * @property {number} people
 * @property {Premium} premium
 * @property {Contact} contact
 * @property {Payment} payment
 * @property {string} print_url From the site's root.
 *
 * @typedef {"submitted" | "returned" | "accepted"} RosterStateName
 *
 * @typedef {object} Reason Why a list was returned; rows count from 1, none: all of it.
 * @property {string} text
 * @property {string | null} article
 * @property {string | null} article_label
 * @property {number[]} rows
 *
 * @typedef {{row: number, reason: string, article: string, article_label: string}} Refusal
 *
 * @typedef {object} Policy By which a list was accepted; both days are covered, ISO.
 * @property {string} number
 * @property {string} first_day
 * @property {string} last_day
 * @property {number} people
 * @property {Premium} premium
 * @property {Refusal[]} refusals
 *
 * @typedef {object} RosterState
 * @property {string} receipt
 * @property {number} version
 * @property {string} state
 * @property {string} state_label
 * @property {string} next_step
 * @property {{at: string, state: string, label: string}[]} timeline
 * @property {Reason[]} reasons
 * @property {Policy | null} policy
 * @property {string} unit_name
 * @property {Unit} unit
 * @property {number} people
 * @property {Premium} premium
 * @property {Contact} contact
 * @property {Payment} payment
 * @property {string} print_url
 *
 * @typedef {{kind: string, name: string, hint: string}} Paper One kind of paper of a claim (材料).
 *
 * @typedef {object} DocumentReport What one uploaded file is found to be.
 * @property {"pdf" | "jpeg" | "png" | "heic"} kind
 * @property {string} label
 * @property {number} pages
 * @property {Finding[]} findings
 *
 * @typedef {object} EstimateLine Dates are ISO; still in hospital, the discharge is null.
 * @property {string} admission
 * @property {string | null} discharge
 * @property {string} text The arithmetic.
 * @property {number} amount In yuan.
 *
 * @typedef {object} Estimate In yuan.
 * @property {number} total
 * @property {number} lump_sum
 * @property {number} refund
 * @property {number} allowance
 * @property {number} paid_days
 * @property {"paid" | "refund" | "not_paid" | "ask"} outcome
 * @property {EstimateLine[]} lines
 * @property {boolean} assumed_cover Reckoned as if covered, as the policy's first day is not known.
 * @property {import("./reasons.js").Said[]} findings
 *
 * @typedef {{admission: string, discharge: string | null}} ClaimStay
 *
 * @typedef {object} ClaimParts A claim report without what is only agreed to at its end.
 * @property {Record<string, string>} insured
 * @property {Record<string, string>} unit
 * @property {Record<string, string | null>} diagnosis
 * @property {{first_day: string | null, renewal: boolean | null}} cover
 * @property {ClaimStay[]} stays
 * @property {Record<string, string> | null} bank Null where it is brought later.
 * @property {Record<string, string>} reporter
 *
 * @typedef {object} ClaimCheck What a report would be found to be.
 * @property {boolean} ready No error is left.
 * @property {Finding[]} findings
 * @property {string} report_by ISO date.
 * @property {number | null} days_left Null when it is late.
 * @property {Paper[]} missing_papers
 * @property {Estimate | null} estimate
 *
 * @typedef {object} ClaimReceipt
 * @property {string} receipt
 * @property {string} access_code
 * @property {number} version
 * @property {string} reported_at ISO date and time.
 * @property {string} report_by ISO date.
 * @property {boolean} late
 * @property {Paper[]} missing_papers
 * @property {Estimate | null} estimate
 * @property {Contact} contact
 * @property {string} hotline
 *
 * @typedef {object} ClaimDocument A paper that was sent.
 * @property {string} document_id
 * @property {string} kind
 * @property {string} kind_name
 * @property {string} filename
 * @property {string} received_at ISO date and time.
 * @property {"received" | "scanning" | "accepted" | "unscanned" | "rejected" | "superseded"} state
 * @property {string} state_label
 * @property {Finding[]} findings
 *
 * @typedef {"pay" | "refuse" | "refund"} ClaimOutcome
 *
 * @typedef {object} Settlement How a claim ended; amounts in yuan.
 * @property {ClaimOutcome} outcome
 * @property {number} lump_sum
 * @property {number} allowance
 * @property {number} refund
 * @property {string | null} article_label
 * @property {string | null} reason
 * @property {string} settled_on ISO date.
 *
 * @typedef {object} ClaimState Where a claim stands; dates are ISO.
 * @property {string} receipt
 * @property {number} version
 * @property {"waiting_for_papers" | "papers_complete" | "assessed" | "paid" | "refused" | "refunded"} state
 * @property {string} state_label
 * @property {string} next_step
 * @property {string} insured_name
 * @property {string} unit_name
 * @property {string} reported_at
 * @property {string} report_by
 * @property {boolean} late
 * @property {ClaimDocument[]} documents
 * @property {Paper[]} missing_papers
 * @property {string | null} papers_complete_on
 * @property {{day: string, provisional: boolean} | null} pay_by
 * @property {Settlement | null} outcome
 * @property {{at: string, state: string, label: string}[]} timeline
 * @property {{label: string, phone: string}} in_charge Who has it now.
 * @property {Contact} contact
 * @property {string} hotline
 *
 * @typedef {object} FormRow One line of 附件2.
 * @property {number} number
 * @property {string} name
 * @property {string} id_number
 * @property {string} occupation
 * @property {boolean} is_refused The insurer has accepted the list without her.
 *
 * @typedef {object} RosterForm The list as 附件2 prints it.
 * @property {string} receipt
 * @property {number} version
 * @property {string} submitted_at
 * @property {string} unit_name
 * @property {number} people
 * @property {Premium} premium
 * @property {FormRow[]} rows
 * @property {Policy | null} policy
 */
export {};
