// Made from functions/info/openapi.json by: npm run api-types
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Acceptance
     * @description What the insurer accepted: 第四条 makes the first day from the three dates, or it is agreed.
     *
     *     `old_last_day` is the last day of the old cover that the list renews, where it does. `plan` is
     *     the day from which the plan is valid that the policy was issued under; `people` and `premium`
     *     are without those refused. `leavers` were taken out since: the text knows no refund for them,
     *     so that both stay as they were. `confirmations` are the codes of what was confirmed of its days.
     *     Where the list was quoted under another premium, `two_sums` has both and which holds.
     */
    Acceptance: {
      /**
       * Accepted Rows
       * @default []
       */
      accepted_rows: components["schemas"]["RowsAccepted"][];
      /** @description Why cover begins on its first day. */
      readonly begins: components["schemas"]["Finding"];
      /**
       * Confirmations
       * @default []
       */
      confirmations: string[];
      /**
       * Consent Date
       * Format: date
       */
      consent_date: string;
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /**
       * Leavers
       * @default []
       */
      leavers: components["schemas"]["Leaver"][];
      /**
       * Old Covers Seen
       * @default []
       */
      old_covers_seen: components["schemas"]["OldCoverSeen"][];
      /** Old Last Day */
      old_last_day: string | null;
      /** People */
      people: number;
      /**
       * Plan
       * Format: date
       */
      plan: string;
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      /** Policy Number */
      policy_number: string;
      premium: components["schemas"]["Premium"];
      /**
       * Premium Received Date
       * Format: date
       */
      premium_received_date: string;
      /** Refusals */
      refusals: components["schemas"]["Refusal"][];
      two_sums: components["schemas"]["TwoSums"] | null;
    };
    /**
     * AcceptLook
     * @description What accepting a list would decide, and what stands in the way; nothing is stored.
     *
     *     `acceptance` is null where errors leave it open; warnings among `findings` wait to be confirmed.
     *     An acceptance names `revision`, so that what was looked at is what is decided on. `received` is
     *     what has come of the premium as far as payments were recorded, `complete_on` since when it is
     *     all there.
     */
    AcceptLook: {
      acceptance: components["schemas"]["Acceptance"] | null;
      /** Complete On */
      complete_on: string | null;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** People */
      people: number;
      /** Receipt */
      receipt: string;
      /** Received */
      received: string;
      /** Revision */
      revision: number;
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
    };
    /**
     * AcceptLookRequest
     * @description An acceptance that is only looked at; `version` is the one that was chosen, or handed off.
     */
    AcceptLookRequest: {
      /** Accepted Rows */
      accepted_rows?: components["schemas"]["RowsAcceptedIn"][];
      /** Agreed First Day */
      agreed_first_day?: string | null;
      /** Confirmations */
      confirmations?: string[];
      /**
       * Consent Date
       * Format: date
       */
      consent_date: string;
      /** Old Covers Seen */
      old_covers_seen?: components["schemas"]["OldCoverSeenIn"][];
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      /** Policy Number */
      policy_number: string;
      /** Premium Holds */
      premium_holds?: ("quoted" | "issued") | null;
      /**
       * Premium Received Date
       * Format: date
       */
      premium_received_date: string;
      /** Refusals */
      refusals?: components["schemas"]["RefusalIn"][];
      /** Version */
      version?: number | null;
    };
    /**
     * AcceptRequest
     * @description The insurer accepts: dates, policy, and what is decided of single people.
     *
     *     Of whom there is something to decide is in `refusals`, or in one or both of the two after it.
     *     `confirmations` are the codes of what was found of the days, and is right all the same.
     */
    AcceptRequest: {
      /** Accepted Rows */
      accepted_rows?: components["schemas"]["RowsAcceptedIn"][];
      /** Agreed First Day */
      agreed_first_day?: string | null;
      /** Confirmations */
      confirmations?: string[];
      /**
       * Consent Date
       * Format: date
       */
      consent_date: string;
      /** Old Covers Seen */
      old_covers_seen?: components["schemas"]["OldCoverSeenIn"][];
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      /** Policy Number */
      policy_number: string;
      /** Premium Holds */
      premium_holds?: ("quoted" | "issued") | null;
      /**
       * Premium Received Date
       * Format: date
       */
      premium_received_date: string;
      /** Refusals */
      refusals?: components["schemas"]["RefusalIn"][];
    };
    /**
     * AccessCodeRequest
     * @description A new access code for whoever has lost hers and has asked for one in writing, stamped.
     */
    AccessCodeRequest: {
      /**
       * Has Request
       * @constant
       */
      has_request: true;
      /** Reason */
      reason: string;
    };
    /**
     * AccountTold
     * @description What has come of the premium, in yuan; `due_capitals` is what is due in capital numerals.
     */
    AccountTold: {
      /** Due */
      due: string;
      /** Due Capitals */
      due_capitals: string;
      /** Expected */
      expected: string;
      /** Payments */
      payments: components["schemas"]["PaymentTold"][];
      /** Surplus */
      surplus: string;
    };
    /**
     * Actor
     * @description Somebody of the desk who did something; the unit, or who reported a claim, is no actor.
     */
    Actor: {
      /** Name */
      name: string;
      /** Roles */
      roles: string[];
      /** Subject */
      subject: string;
    };
    /**
     * AllowanceLine
     * @description A stay's arithmetic: 7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元; `amount` in yuan.
     *
     *     Without a discharge she was still there on the day `known_until`, and it is reckoned until then.
     */
    AllowanceLine: {
      /**
       * Admission
       * Format: date
       */
      admission: string;
      /** Amount */
      amount: number;
      /** Discharge */
      discharge: string | null;
      /** Known Until */
      known_until: string | null;
      /** Text */
      text: string;
    };
    /**
     * AllowanceOut
     * @description The allowance, stay by stay; `days` are lines of arithmetic.
     */
    AllowanceOut: {
      /** Amount */
      amount: number;
      /** Days */
      days: components["schemas"]["AllowanceLine"][];
      /** Paid Days */
      paid_days: number;
    };
    /**
     * Amounts
     * @description What a claim brings, in yuan.
     */
    Amounts: {
      /** Allowance */
      allowance: number;
      /** Lump Sum */
      lump_sum: number;
      /** Refund */
      refund: number;
    };
    /**
     * AnnouncedDocument
     * @description A paper that there is, uploaded or not.
     */
    AnnouncedDocument: {
      /**
       * Kind
       * @enum {string}
       */
      kind:
        | "policy"
        | "id_card"
        | "diagnosis"
        | "pathology"
        | "bank_card"
        | "hospital_papers"
        | "payee";
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * ArchiveFile
     * @description One file in an archive that goes out.
     */
    ArchiveFile: {
      /** Bytes */
      bytes: number;
      /** Name */
      name: string;
      /** Sha256 */
      sha256: string;
    };
    /**
     * ArrivalTold
     * @description What has arrived: stamped sheets, the premium or a part of it; `by` is null: its unit did.
     */
    ArrivalTold: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"] | null;
      /**
       * What
       * @enum {string}
       */
      what: "sheets" | "premium" | "premium_part";
    };
    /**
     * Asked
     * @description A period of one's counties, or of the units of an industry union (产业工会), by its code.
     */
    Asked: {
      /**
       * From
       * Format: date
       */
      from: string;
      /**
       * Industry
       * @default
       */
      industry: string;
      /**
       * Until
       * Format: date
       */
      until: string;
    };
    /**
     * Assessment
     * @description What the rules give, and what somebody looks at besides: cover, other claims, what was paid.
     *
     *     `verdict` has all that is said of it.
     */
    Assessment: {
      allowance: components["schemas"]["AllowanceOut"];
      caps: components["schemas"]["Amounts"];
      /** Cases */
      cases: components["schemas"]["OtherCase"][];
      /** Cover */
      cover: components["schemas"]["CoverLine"][];
      entitled: components["schemas"]["Amounts"];
      lump_sum: components["schemas"]["LumpSumOut"];
      /**
       * Occurrence
       * Format: date
       */
      occurrence: string;
      paid_before: components["schemas"]["Amounts"];
      /** Paid Items */
      paid_items: components["schemas"]["PaidItem"][];
      prefilled: components["schemas"]["Amounts"];
      refund: components["schemas"]["RefundOut"] | null;
      /** Stays */
      stays: components["schemas"]["PaidStay"][];
      /** Suggested */
      suggested: ("pay" | "refuse" | "refund") | null;
      /** Suggested Article */
      suggested_article: string | null;
      verdict: components["schemas"]["Verdict"];
    };
    /**
     * AttachedPaper
     * @description A policy or invoice that was attached, by its `number`.
     *
     *     `opened_at` is when the unit first downloaded it; it `stands` until another one takes its place,
     *     or its list is not accepted after all. `is_scanned`: a virus scanner has found nothing in it.
     */
    AttachedPaper: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /**
       * Format
       * @enum {string}
       */
      format: "pdf" | "ofd";
      /** Is Scanned */
      is_scanned: boolean;
      /**
       * Kind
       * @enum {string}
       */
      kind: "policy" | "invoice";
      /** Number */
      number: number;
      /** Opened At */
      opened_at: string | null;
      /** Sha256 */
      sha256: string;
      /** Size */
      size: number;
      /** Stands */
      stands: boolean;
    };
    /**
     * AttachRequest
     * @description The policy or the invoice of a list; `reason` says why it takes the place of another one.
     */
    AttachRequest: {
      /**
       * Kind
       * @enum {string}
       */
      kind: "policy" | "invoice";
      /** Reason */
      reason?: string | null;
      /** Upload Id */
      upload_id: string;
    };
    /**
     * BankIn
     * @description Where the benefit shall go (第十四条); `kinship`: what another payee is to the insured.
     */
    BankIn: {
      /** Account Holder */
      account_holder: string;
      /** Bank */
      bank: string;
      /** Card Number */
      card_number: string;
      /** Kinship */
      kinship?: ("spouse" | "parent" | "child" | "other") | null;
      /**
       * Payee
       * @default insured
       * @enum {string}
       */
      payee: "insured" | "heir" | "guardian" | "relative";
    };
    /**
     * BounceRequest
     * @description That e-mail to an address came back; or, `is_over`, that it does so no more, or never did.
     */
    BounceRequest: {
      /**
       * Is Over
       * @default false
       */
      is_over: boolean;
    };
    /**
     * BroughtIn
     * @description By whom and when an old policy was brought in (补录).
     */
    BroughtIn: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Number */
      number: string;
    };
    /**
     * BroughtList
     * @description What the insurer's file says of one list, and of its policy; what it leaves open is null.
     *
     *     `version` is that of the list as it is now; that the file is about another one is in `findings`.
     */
    BroughtList: {
      /** Accepted */
      accepted: number;
      /** Agreed First Day */
      agreed_first_day: string | null;
      /** Consent Date */
      consent_date: string | null;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** People */
      people: number;
      /** Policy Issued Date */
      policy_issued_date: string | null;
      /** Policy Number */
      policy_number: string | null;
      /** Premium Received Date */
      premium_received_date: string | null;
      /** Receipt */
      receipt: string;
      /** Refusals */
      refusals: components["schemas"]["RefusalIn"][];
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
      /** Without State */
      without_state: number;
    };
    /**
     * BroughtLists
     * @description The lists of a file that she decides on; `findings` are about lines of no such list.
     */
    BroughtLists: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Lists */
      lists: components["schemas"]["BroughtList"][];
    };
    /**
     * By
     * @description Who of the desk did something.
     */
    By: {
      /** Name */
      name: string;
      /** Roles */
      roles: string[];
    };
    /**
     * Call
     * @description Whom to call.
     */
    Call: {
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * Case
     * @description A roster as the desk sees it; what identifies people is masked where `is_masked` says so.
     *
     *     `old_covers`, from which a first day is proposed, are there for who may decide on it now.
     *     `close_from` is the first day on which a returned list may be closed, once there was a reminder.
     *     `undo_until` is when she may no longer undo what happened last; null where she may not.
     *     `endorsement` waits for a second person; `requests` are what the unit asked for. `supplements`
     *     is the receipt of the list whose new joiners these are, `renews` that of last year's list; empty
     *     where there is none.
     *
     *     `duplicates` and `cover` are null until they were looked for, in the background.
     */
    Case: {
      acceptance: components["schemas"]["Acceptance"] | null;
      account: components["schemas"]["CaseAccount"];
      /** Arrivals */
      arrivals: components["schemas"]["ArrivalTold"][];
      /** Close From */
      close_from: string | null;
      /** Confirmations */
      confirmations: components["schemas"]["Confirmation"][];
      consents: components["schemas"]["CaseConsents"];
      cover: components["schemas"]["CoverSummary"] | null;
      /**
       * Cover From
       * Format: date
       */
      cover_from: string;
      /**
       * Due
       * Format: date
       */
      due: string;
      duplicates: components["schemas"]["Duplicates"] | null;
      endorsement: components["schemas"]["ProposedEndorsement"] | null;
      /** Excluded Rows */
      excluded_rows: number[];
      /** Filename */
      filename: string | null;
      /** Hand Offs */
      hand_offs: components["schemas"]["CaseHandOff"][];
      /** Is Masked */
      is_masked: boolean;
      /**
       * Mail
       * @enum {string}
       */
      mail: "none" | "used" | "unsubscribed" | "bounced";
      /** May Decide */
      may_decide: boolean;
      /** Next Step */
      next_step: string;
      /** Old Covers */
      old_covers: components["schemas"]["OldCover"][];
      /** Papers */
      papers: components["schemas"]["AttachedPaper"][];
      /** People */
      people: number;
      /**
       * Plan
       * Format: date
       */
      plan: string;
      premium: components["schemas"]["Premium"];
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
      /** Receipt */
      receipt: string;
      /** Renews */
      renews: string;
      /** Requests */
      requests: components["schemas"]["ChangeRequested"][];
      /** Revision */
      revision: number;
      /** Same Unit */
      same_unit: components["schemas"]["SameUnitList"][];
      /** Sheets */
      sheets: components["schemas"]["CaseSheet"][];
      /** Slips */
      slips: components["schemas"]["Slip"][];
      /**
       * State
       * @enum {string}
       */
      state: "submitted" | "returned" | "accepted" | "withdrawn" | "closed";
      /** State Label */
      state_label: string;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
      /** Supplements */
      supplements: string;
      teamwork: components["schemas"]["Teamwork"];
      /** Timeline */
      timeline: components["schemas"]["CaseEvent"][];
      /** Undo Until */
      undo_until: string | null;
      unit: components["schemas"]["Unit"];
      /** Unit Findings */
      unit_findings: components["schemas"]["Finding"][];
      /** Version */
      version: number;
      /** Versions */
      versions: components["schemas"]["CaseVersion"][];
    };
    /**
     * CaseAccount
     * @description What has come of a list's premium, in yuan, and every payment of it.
     *
     *     `complete_on` is the day on which all of it had arrived; `findings` are what there is to ask
     *     about whose money it was.
     */
    CaseAccount: {
      /** Complete On */
      complete_on: string | null;
      /** Due */
      due: string;
      /** Expected */
      expected: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Paid Back */
      paid_back: string;
      /** Payments */
      payments: components["schemas"]["PaymentKept"][];
      /** Received */
      received: string;
      /** Surplus */
      surplus: string;
    };
    /**
     * CaseBank
     * @description Where the benefit shall go; `payee` says who is paid, where it is not the insured herself.
     */
    CaseBank: {
      /** Bank */
      bank: string;
      /** Card */
      card: string;
      /** Holder */
      holder: string;
      /** Payee */
      payee: string | null;
    };
    /**
     * CaseConsents
     * @description What has become of the signed consents: brought, or kept by the unit as it attests.
     */
    CaseConsents: {
      /** Attested */
      attested: components["schemas"]["ConsentsAttested"][];
      missing: components["schemas"]["ConsentsMissing"];
      /** Papers */
      papers: components["schemas"]["ConsentsPaper"][];
    };
    /**
     * CaseDisease
     * @description The illness, and the item that insures it: null while nobody has said which disease it is.
     *
     *     `certificate` is what stands on the diagnosis certificate, `reads_as` what those words lead to,
     *     `earlier` what was said of cancer before.
     */
    CaseDisease: {
      /** Certificate */
      certificate: string | null;
      /** Code */
      code: string | null;
      /** Earlier */
      earlier: string | null;
      /** Item */
      item: string | null;
      /** Item Label */
      item_label: string;
      /** Label */
      label: string;
      reads_as: components["schemas"]["Finding"] | null;
    };
    /**
     * CaseEvent
     * @description Something that happened to a roster; `by` is null where the unit did it.
     *
     *     `clerk` is there where another clerk took it over.
     */
    CaseEvent: {
      /**
       * After
       * @enum {string}
       */
      after: "submitted" | "returned" | "accepted" | "withdrawn" | "closed";
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Before */
      before: ("submitted" | "returned" | "accepted" | "withdrawn" | "closed") | null;
      by: components["schemas"]["By"] | null;
      clerk: components["schemas"]["ClerkChange"] | null;
      /** Label */
      label: string;
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
      /** Revision */
      revision: number;
      /**
       * State
       * @enum {string}
       */
      state:
        | "submitted"
        | "returned"
        | "accepted"
        | "withdrawn"
        | "closed"
        | "endorsed"
        | "acceptance_withdrawn"
        | "corrected"
        | "reminded"
        | "access_code_changed"
        | "clerk_changed"
        | "endorsement_proposed"
        | "endorsement_declined"
        | "change_requested"
        | "change_declined"
        | "premium_received"
        | "premium_paid_back"
        | "payment_struck"
        | "policy_attached"
        | "policy_replaced"
        | "policy_opened"
        | "invoice_attached"
        | "invoice_replaced"
        | "invoice_opened"
        | "sheets_brought"
        | "consents_brought"
        | "consents_attested"
        | "person_erased"
        | "undone";
      /** Version */
      version: number;
    };
    /**
     * CaseHandOff
     * @description When which version went out to the insurer, and by whom.
     */
    CaseHandOff: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Number */
      number: number;
      /** People */
      people: number;
      /** Sha256 */
      sha256: string;
      /** Version */
      version: number;
    };
    /**
     * CaseInsured
     * @description Who has fallen ill; what is null is hidden, or cannot be read from her number.
     */
    CaseInsured: {
      /** Age At Diagnosis */
      age_at_diagnosis: number | null;
      /** Birth Date */
      birth_date: string | null;
      /** Id Number */
      id_number: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * CaseNote
     * @description A note; one that its writer struck out can still be read.
     */
    CaseNote: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** May Strike */
      may_strike: boolean;
      /** Number */
      number: number;
      /** Struck At */
      struck_at: string | null;
      /** Text */
      text: string;
    };
    /**
     * CaseOutcome
     * @description How the claim was decided, by the proposal that a second person confirmed, and what was paid.
     *
     *     `decided_on` is null where it ended on the day of its decision; `settled_on` is null as long as
     *     its money is still to be transferred. Who has noted that it was (`paid_by`), when, and the last
     *     digits of the `account`, are null where that was no event of its own.
     */
    CaseOutcome: {
      /** Account */
      account: string | null;
      amounts: components["schemas"]["Amounts"];
      /** Article */
      article: string | null;
      /** Article Label */
      article_label: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /**
       * Confirmed At
       * Format: date-time
       */
      confirmed_at: string;
      confirmed_by: components["schemas"]["By"];
      /** Decided On */
      decided_on: string | null;
      /** First */
      first: boolean | null;
      /** Grounds */
      grounds: string | null;
      /** Not Needed */
      not_needed: string[];
      /**
       * Occurrence
       * Format: date
       */
      occurrence: string;
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "pay" | "refuse" | "refund";
      /** Outcome Label */
      outcome_label: string;
      /** Paid At */
      paid_at: string | null;
      paid_before: components["schemas"]["Amounts"];
      paid_by: components["schemas"]["By"] | null;
      prefilled: components["schemas"]["Amounts"];
      /** Primary */
      primary: boolean | null;
      /** Reason */
      reason: string | null;
      /** Settled On */
      settled_on: string | null;
      /** Stated */
      stated: string | null;
      /** Suggested */
      suggested: ("pay" | "refuse" | "refund") | null;
      /** Total */
      total: number;
    };
    /**
     * CasePaper
     * @description A paper, what was found of it by machine, and what the desk decided.
     *
     *     `is_opened`: whoever looks at the case has opened it; `is_usable`: it counts, and was not sent
     *     back.
     */
    CasePaper: {
      decision: components["schemas"]["PaperDecision"] | null;
      /** Document Id */
      document_id: string;
      /** Filename */
      filename: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Is Opened */
      is_opened: boolean;
      /** Is Usable */
      is_usable: boolean;
      /**
       * Kind
       * @enum {string}
       */
      kind:
        | "policy"
        | "id_card"
        | "diagnosis"
        | "pathology"
        | "bank_card"
        | "hospital_papers"
        | "payee";
      /** Kind Name */
      kind_name: string;
      /** Media Type */
      media_type: string | null;
      /** Pages */
      pages: number | null;
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /**
       * State
       * @enum {string}
       */
      state: "received" | "scanning" | "accepted" | "unscanned" | "rejected";
      /** State Label */
      state_label: string;
    };
    /**
     * CaseProposal
     * @description What somebody has found, beside what the rules gave.
     */
    CaseProposal: {
      amounts: components["schemas"]["Amounts"];
      /** Article */
      article: string | null;
      /** Article Label */
      article_label: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** First */
      first: boolean | null;
      /** Grounds */
      grounds: string | null;
      /** Not Needed */
      not_needed: string[];
      /**
       * Occurrence
       * Format: date
       */
      occurrence: string;
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "pay" | "refuse" | "refund";
      /** Outcome Label */
      outcome_label: string;
      paid_before: components["schemas"]["Amounts"];
      prefilled: components["schemas"]["Amounts"];
      /** Primary */
      primary: boolean | null;
      /** Reason */
      reason: string | null;
      /** Stated */
      stated: string | null;
      /** Suggested */
      suggested: ("pay" | "refuse" | "refund") | null;
      /** Total */
      total: number;
    };
    /**
     * CaseReporter
     * @description Who reported.
     */
    CaseReporter: {
      /** Name */
      name: string;
      /** Phone */
      phone: string;
      /**
       * Relation
       * @enum {string}
       */
      relation: "self" | "spouse" | "parent" | "child" | "unit" | "other";
      /** Relation Label */
      relation_label: string;
    };
    /**
     * CaseRow
     * @description One person of a list, what the rules say of her row, and what became of her.
     *
     *     `old_last_day` is the last day of old cover of which papers were seen, `accepted_reason` why she
     *     is insured all the same, where there was something to decide. `is_gap_granted`: she renews,
     *     although there was a gap.
     */
    CaseRow: {
      /** Accepted Reason */
      accepted_reason: string | null;
      cover: components["schemas"]["PersonCover"] | null;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Id Number */
      id_number: string;
      /** Is Elsewhere */
      is_elsewhere: boolean;
      /** Is Gap Granted */
      is_gap_granted: boolean;
      leaver: components["schemas"]["Leaver"] | null;
      /** Name */
      name: string;
      /**
       * Occupation
       * @default
       */
      occupation: string;
      /** Old Last Day */
      old_last_day: string | null;
      refusal: components["schemas"]["Refusal"] | null;
      /** Row */
      row: number;
    };
    /**
     * CaseSheet
     * @description Of stamped sheets; `is_current`: of the list as it stands.
     *
     *     `check_text` stands on each of them; where `is_printed_offline`, before the list was submitted.
     */
    CaseSheet: {
      /** Check Text */
      check_text: string;
      /** Document Id */
      document_id: string;
      /** Filename */
      filename: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Is Current */
      is_current: boolean;
      /** Is Printed Offline */
      is_printed_offline: boolean;
      /** Media Type */
      media_type: string | null;
      /** Pages */
      pages: number | null;
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /**
       * State
       * @enum {string}
       */
      state: "received" | "scanning" | "accepted" | "unscanned" | "rejected";
      /** State Label */
      state_label: string;
      /** Version */
      version: number;
    };
    /**
     * CaseStay
     * @description A stay in hospital; no discharge: she was still there.
     */
    CaseStay: {
      /**
       * Admission
       * Format: date
       */
      admission: string;
      /** Discharge */
      discharge: string | null;
    };
    /**
     * CaseUnit
     * @description Through which unit she is insured.
     */
    CaseUnit: {
      /** County */
      county: string;
      /** Name */
      name: string;
    };
    /**
     * CaseVersion
     * @description One version of the list.
     */
    CaseVersion: {
      /** People */
      people: number;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
      /** Version */
      version: number;
    };
    /**
     * Challenge
     * @description A task, signed; give it back whole, with its solution, in X-Proof-Of-Work.
     */
    Challenge: {
      parameters: components["schemas"]["ChallengeParameters"];
      /** Signature */
      signature: string;
    };
    /**
     * ChallengeParameters
     * @description What to solve: all bytes in hex, `expires_at` in seconds since 1970.
     */
    ChallengeParameters: {
      /**
       * Algorithm
       * @constant
       */
      algorithm: "PBKDF2/SHA-256";
      /** Cost */
      cost: number;
      /** Expiresat */
      expiresAt: number;
      /** Keylength */
      keyLength: number;
      /** Keyprefix */
      keyPrefix: string;
      /** Keysignature */
      keySignature: string;
      /** Nonce */
      nonce: string;
      /** Salt */
      salt: string;
    };
    /**
     * Changed
     * @description Somebody who stands in both lists, and what is said of her otherwise than before.
     */
    Changed: {
      /** Fields */
      fields: ("name" | "id_number" | "occupation")[];
      /** Name */
      name: string;
      /** Name Before */
      name_before: string;
      /** Row */
      row: number;
      /** Row Before */
      row_before: number;
    };
    /**
     * ChangeRequest
     * @description What a unit asks to have changed in its accepted list; `rows` where it is about some.
     */
    ChangeRequest: {
      /** Reason */
      reason: string;
      /**
       * Rows
       * @default []
       */
      rows: number[];
    };
    /**
     * ChangeRequested
     * @description What a unit has asked to have changed in its accepted list, and what became of it.
     *
     *     `number` is the revision of its event. `answered_at` and `answer` are of the endorsement, or of
     *     the desk's no; there is none while it waits.
     */
    ChangeRequested: {
      /**
       * Answer
       * @default []
       */
      answer: components["schemas"]["Reason"][];
      /** Answered At */
      answered_at: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Number */
      number: number;
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
      /**
       * State
       * @enum {string}
       */
      state: "waiting" | "endorsed" | "declined";
    };
    /**
     * Checked
     * @description What a workbook holds, and every finding by its cell; nothing was stored.
     */
    Checked: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /**
       * Names
       * @description who stands in the rows of the findings
       */
      names: {
        [key: string]: string;
      };
      /** New People */
      new_people: number;
      /** New Policies */
      new_policies: number;
      /** Policies */
      policies: components["schemas"]["CheckedPolicy"][];
      /** Sheet */
      sheet: string | null;
    };
    /**
     * CheckedPolicy
     * @description A policy in a workbook; `row` is its first one, days are None where they must be mended.
     */
    CheckedPolicy: {
      /** County */
      county: string;
      /** Errors */
      errors: number;
      /** First Day */
      first_day: string | null;
      /** Last Day */
      last_day: string | null;
      /** Number */
      number: string;
      /** Paid */
      paid: number;
      /** People */
      people: number;
      /** Row */
      row: number;
      /**
       * Standing
       * @enum {string}
       */
      standing: "new" | "same" | "to_mend";
      /** Unit Name */
      unit_name: string;
    };
    /**
     * ChosenColumns
     * @description Which column is which, as she said who has the list; all count from 1.
     *
     *     `header_row` is 0 where the list has no header; `sheet` is None where the file has no sheets,
     *     or the first is meant.
     */
    ChosenColumns: {
      /**
       * Header Row
       * @default 0
       */
      header_row: number;
      /** Id Number */
      id_number: number;
      /** Name */
      name: number;
      /** Number */
      number?: number | null;
      /** Occupation */
      occupation?: number | null;
      /** Sheet */
      sheet?: string | null;
    };
    /**
     * City
     * @description A city, and each of its counties.
     */
    City: {
      /** Counties */
      counties: components["schemas"]["Group"][];
      /** First Time */
      first_time: number;
      /** Left */
      left: number;
      /** Lists */
      lists: number;
      /** Name */
      name: string;
      /** People */
      people: number;
      /** Premium */
      premium: number;
      /** Renewed */
      renewed: number;
      /** Units */
      units: number;
    };
    /**
     * ClaimCase
     * @description A claim as the desk sees it; what identifies people is hidden where `is_masked` says so.
     *
     *     `may_confirm`: somebody else's proposal waits for her; `may_supplement`: more may be said of it;
     *     `may_transfer`: what was decided is to be paid; `may_reopen`: it was decided, and `may_return`:
     *     its money may not arrive, or come back.
     *     `joined_to` is the claim that stands for this one, and `joined` are those for which this one
     *     stands; `may_join`: it may be joined to another one, and `may_part`: that may be taken back.
     *     `undo_until` is when she may no longer undo what happened last; null where she may not.
     *     `complete_on_suggested` is the day on which the last paper that counts came.
     */
    ClaimCase: {
      bank: components["schemas"]["CaseBank"] | null;
      /**
       * Complete On Suggested
       * Format: date
       */
      complete_on_suggested: string;
      /**
       * Diagnosis Date
       * Format: date
       */
      diagnosis_date: string;
      disease: components["schemas"]["CaseDisease"];
      /** Documents */
      documents: components["schemas"]["CasePaper"][];
      /** Due */
      due: string | null;
      /** Due Label */
      due_label: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Hospital */
      hospital: string;
      insured: components["schemas"]["CaseInsured"];
      /** Is Masked */
      is_masked: boolean;
      /** Joined */
      joined: components["schemas"]["JoinedCase"][];
      /** Joined To */
      joined_to: string | null;
      /** Late */
      late: boolean;
      /** Late Reason */
      late_reason: string | null;
      /**
       * Mail
       * @enum {string}
       */
      mail: "none" | "used" | "unsubscribed" | "bounced";
      /** May Confirm */
      may_confirm: boolean;
      /** May Decide */
      may_decide: boolean;
      /** May Join */
      may_join: boolean;
      /** May Part */
      may_part: boolean;
      /** May Reopen */
      may_reopen: boolean;
      /** May Return */
      may_return: boolean;
      /** May Supplement */
      may_supplement: boolean;
      /** May Transfer */
      may_transfer: boolean;
      /** Missing Papers */
      missing_papers: components["schemas"]["MissingPaper"][];
      /** Next Step */
      next_step: string;
      outcome: components["schemas"]["CaseOutcome"] | null;
      /** Papers Complete On */
      papers_complete_on: string | null;
      pay_by: components["schemas"]["Payout"] | null;
      proposal: components["schemas"]["CaseProposal"] | null;
      /** Receipt */
      receipt: string;
      /**
       * Report By
       * Format: date
       */
      report_by: string;
      /**
       * Reported At
       * Format: date-time
       */
      reported_at: string;
      reporter: components["schemas"]["CaseReporter"];
      /** Revision */
      revision: number;
      /** Slips */
      slips: components["schemas"]["Slip"][];
      /** Specimen Date */
      specimen_date: string | null;
      /** State */
      state:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined";
      /** State Label */
      state_label: string;
      /** Stays */
      stays: components["schemas"]["CaseStay"][];
      teamwork: components["schemas"]["Teamwork"];
      /** Timeline */
      timeline: components["schemas"]["ClaimStep"][];
      /** Undo Until */
      undo_until: string | null;
      unit: components["schemas"]["CaseUnit"];
      /** Version */
      version: number;
    };
    /**
     * ClaimCheckReport
     * @description What was found in a claim; nothing was stored. `days_left` is None once it is late.
     */
    ClaimCheckReport: {
      /** Days Left */
      days_left: number | null;
      estimate: components["schemas"]["EstimateOut"] | null;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Missing Papers */
      missing_papers: components["schemas"]["MissingPaper"][];
      payee_papers: components["schemas"]["PayeePapers"] | null;
      /** Ready */
      ready: boolean;
      /**
       * Report By
       * Format: date
       */
      report_by: string;
    };
    /**
     * ClaimCheckRequest
     * @description A claim to look at.
     */
    ClaimCheckRequest: {
      bank?: components["schemas"]["BankIn"] | null;
      /**
       * @default {
       *       "first_day": null,
       *       "paid_before": null,
       *       "renewal": null
       *     }
       */
      cover: components["schemas"]["CoverIn"];
      diagnosis: components["schemas"]["DiagnosisIn"];
      /** Documents */
      documents?: components["schemas"]["AnnouncedDocument"][];
      insured: components["schemas"]["InsuredIn"];
      /** Late Reason */
      late_reason?: string | null;
      reporter: components["schemas"]["ReporterIn"];
      /** Stays */
      stays?: components["schemas"]["StayIn"][];
      unit: components["schemas"]["ClaimUnitIn"];
    };
    /**
     * ClaimCount
     * @description How many claims are in a queue; `is_more` where counting stopped there.
     */
    ClaimCount: {
      /** Count */
      count: number;
      /** Is More */
      is_more: boolean;
      /** State */
      state:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined"
        | "to_tell";
      /** State Label */
      state_label: string;
    };
    /**
     * ClaimCounts
     * @description How much there is of each state.
     */
    ClaimCounts: {
      /** Counts */
      counts: components["schemas"]["ClaimCount"][];
    };
    /**
     * ClaimExport
     * @description Where the archive of a claim is to be fetched from, and what is in it.
     */
    ClaimExport: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Files */
      files: components["schemas"]["ArchiveFile"][];
      /** Sha256 */
      sha256: string;
      /** Url */
      url: string;
    };
    /**
     * ClaimLog
     * @description The log of a claim, the newest first; the file has what is not in it any more.
     */
    ClaimLog: {
      /** Entries */
      entries: components["schemas"]["ClaimLogEntry"][];
      /** Is Complete */
      is_complete: boolean;
      /** Unreadable */
      unreadable: number;
    };
    /**
     * ClaimLogEntry
     * @description What somebody did or saw, when, why, and the state before and after.
     */
    ClaimLogEntry: {
      /** After */
      after:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined"
        | null;
      amounts: components["schemas"]["Amounts"] | null;
      /** Article Label */
      article_label: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Before */
      before:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined"
        | null;
      by: components["schemas"]["By"] | null;
      /** Document Id */
      document_id: string | null;
      /** Is Masked */
      is_masked: boolean;
      /** Label */
      label: string;
      prefilled: components["schemas"]["Amounts"] | null;
      /** Reason */
      reason: string | null;
      /** Revision */
      revision: number | null;
      /** Stated */
      stated: string | null;
      /** Version */
      version: number;
      /** What */
      what:
        | ("reported" | "supplemented" | "facts_supplemented" | "checked")
        | ("paper_accepted" | "paper_sent_back" | "completed" | "proposed" | "objected")
        | ("approved" | "reopened" | "access_code_changed" | "joined" | "took_in" | "parted")
        | ("paid" | "refused" | "refunded")
        | "undone"
        | (
            | "viewed_claim"
            | "viewed_paper"
            | "viewed_thumbnails"
            | "viewed_assessment"
            | "exported_log"
            | "exported_claim"
            | "copied_for_her"
          )
        | ("noted" | "note_struck" | "taken" | "handed_over" | "put_back")
        | "mailed";
    };
    /**
     * ClaimQueue
     * @description A page of the queue; `next` asks for the one after it.
     *
     *     `unreadable` has the receipts of claims that cannot be read; who runs the service is alarmed.
     */
    ClaimQueue: {
      /** Items */
      items: components["schemas"]["QueuedClaim"][];
      /** Next */
      next: string | null;
      /** Unreadable */
      unreadable: string[];
    };
    /**
     * ClaimReceipt
     * @description Proof that a claim is kept; `access_code` is shown this once.
     */
    ClaimReceipt: {
      /** Access Code */
      access_code: string;
      contact: components["schemas"]["Contact"];
      estimate: components["schemas"]["EstimateOut"] | null;
      /** Hotline */
      hotline: string;
      /** Late */
      late: boolean;
      /** Missing Papers */
      missing_papers: components["schemas"]["MissingPaper"][];
      payee_papers: components["schemas"]["PayeePapers"] | null;
      /** Receipt */
      receipt: string;
      /**
       * Report By
       * Format: date
       */
      report_by: string;
      /**
       * Reported At
       * Format: date-time
       */
      reported_at: string;
      /** Status Url */
      status_url: string;
      /** Version */
      version: number;
      whereabouts: components["schemas"]["Whereabouts"];
    };
    /**
     * ClaimStatus
     * @description Where a claim stands; names are masked, and of her health only days in hospital are told.
     *
     *     `objection`: until when she may object to how it was decided.
     */
    ClaimStatus: {
      contact: components["schemas"]["Contact"];
      /** Documents */
      documents: components["schemas"]["DocumentStatus"][];
      /** Earlier */
      earlier: components["schemas"]["Settlement"][];
      facts: components["schemas"]["KnownFacts"];
      /** Hotline */
      hotline: string;
      in_charge: components["schemas"]["InCharge"];
      /** Insured Name */
      insured_name: string;
      joined_to: components["schemas"]["LeadingClaim"] | null;
      /** Late */
      late: boolean;
      /** May Reopen */
      may_reopen: boolean;
      /** May Supplement */
      may_supplement: boolean;
      /** Missing Papers */
      missing_papers: components["schemas"]["MissingPaper"][];
      /** Next Step */
      next_step: string;
      objection: components["schemas"]["Finding"] | null;
      outcome: components["schemas"]["Settlement"] | null;
      /** Papers Complete On */
      papers_complete_on: string | null;
      pay_by: components["schemas"]["Payout"] | null;
      payee_papers: components["schemas"]["PayeePapers"] | null;
      /** Receipt */
      receipt: string;
      reopened: components["schemas"]["ReopenedClaim"] | null;
      /**
       * Report By
       * Format: date
       */
      report_by: string;
      /**
       * Reported At
       * Format: date-time
       */
      reported_at: string;
      /** State */
      state:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined";
      /** State Label */
      state_label: string;
      /** Timeline */
      timeline: components["schemas"]["ClaimStatusStep"][];
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
      whereabouts: components["schemas"]["Whereabouts"];
    };
    /**
     * ClaimStatusStep
     * @description Something that happened to a claim, in the words that people read.
     *
     *     `note` says what to do about it, where that is not said elsewhere.
     */
    ClaimStatusStep: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Label */
      label: string;
      /**
       * Note
       * @default
       */
      note: string;
      /** State */
      state:
        | ("reported" | "supplemented" | "facts_supplemented" | "checked")
        | ("paper_accepted" | "paper_sent_back" | "completed" | "proposed" | "objected")
        | ("approved" | "reopened" | "access_code_changed" | "joined" | "took_in" | "parted")
        | ("paid" | "refused" | "refunded")
        | "undone";
      /** Version */
      version: number;
    };
    /**
     * ClaimStep
     * @description Something that happened to a claim; `by` is null where it was not the desk.
     */
    ClaimStep: {
      /** After */
      after:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined"
        | null;
      /** Article Label */
      article_label: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Before */
      before:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined"
        | null;
      by: components["schemas"]["By"] | null;
      /** Document Id */
      document_id: string | null;
      /** Label */
      label: string;
      /** Reason */
      reason: string | null;
      /** Revision */
      revision: number | null;
      /** State */
      state:
        | ("reported" | "supplemented" | "facts_supplemented" | "checked")
        | ("paper_accepted" | "paper_sent_back" | "completed" | "proposed" | "objected")
        | ("approved" | "reopened" | "access_code_changed" | "joined" | "took_in" | "parted")
        | ("paid" | "refused" | "refunded")
        | "undone";
      /** Version */
      version: number;
    };
    /**
     * ClaimSubmitRequest
     * @description A claim to keep, with what the person confirmed and agreed to.
     */
    ClaimSubmitRequest: {
      bank?: components["schemas"]["BankIn"] | null;
      /** Confirmations */
      confirmations?: string[];
      consent: components["schemas"]["Consent"];
      /**
       * @default {
       *       "first_day": null,
       *       "paid_before": null,
       *       "renewal": null
       *     }
       */
      cover: components["schemas"]["CoverIn"];
      diagnosis: components["schemas"]["DiagnosisIn"];
      /** Documents */
      documents?: components["schemas"]["DocumentIn"][];
      insured: components["schemas"]["InsuredIn"];
      /** Late Reason */
      late_reason?: string | null;
      reporter: components["schemas"]["ReporterIn"];
      /** Stays */
      stays?: components["schemas"]["StayIn"][];
      unit: components["schemas"]["ClaimUnitIn"];
    };
    /**
     * ClaimUnitIn
     * @description The unit (单位) through which she is insured.
     */
    ClaimUnitIn: {
      /** County */
      county: string;
      /** Name */
      name: string;
    };
    /**
     * Clerk
     * @description Who compiles a unit's list (经办人), her phone, and her e-mail where she has left it.
     */
    Clerk: {
      /** Contact Name */
      contact_name: string;
      /**
       * Email
       * @default
       */
      email: string;
      /** Phone */
      phone: string;
    };
    /**
     * ClerkChange
     * @description Another clerk took a list over, or her phone changed.
     */
    ClerkChange: {
      after: components["schemas"]["Clerk"];
      before: components["schemas"]["Clerk"];
    };
    /**
     * ClerkIn
     * @description Who is the clerk (经办人) of a list from now on; without `email` none is sent any more.
     */
    ClerkIn: {
      /** Contact Name */
      contact_name: string;
      /**
       * Email
       * @default
       */
      email: string;
      /** Phone */
      phone: string;
    };
    /**
     * CloseRequest
     * @description A returned list is closed, and why.
     */
    CloseRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * CompleteRequest
     * @description The papers are complete since a day (第十五条).
     */
    CompleteRequest: {
      /**
       * Complete On
       * Format: date
       */
      complete_on: string;
    };
    /**
     * Confirmation
     * @description A warning that the unit confirmed when it submitted.
     */
    Confirmation: {
      /** Code */
      code: string;
      /** Title */
      title: string;
    };
    /**
     * ConfirmErasureRequest
     * @description A second person agrees to what she has seen.
     */
    ConfirmErasureRequest: {
      /** Id Number */
      id_number: string;
      /** Seen */
      seen: string;
    };
    /**
     * ConfirmRequest
     * @description What was proposed stands: since which day.
     */
    ConfirmRequest: {
      /**
       * Decided On
       * Format: date
       */
      decided_on: string;
    };
    /**
     * Consent
     * @description What a request says: `sensitive_information` is the separate consent of 第二十九条.
     */
    Consent: {
      /** Personal Information */
      personal_information: boolean;
      /** Sensitive Information */
      sensitive_information: boolean;
      /** Version */
      version: string;
    };
    /**
     * ConsentsAttested
     * @description A unit attests that it keeps what people of a version have signed.
     *
     *     `rows` are theirs, or empty: everybody's. `wording` is the version of the text by which it does,
     *     `clerk` who did so for it.
     */
    ConsentsAttested: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Clerk */
      clerk: string;
      /** Rows */
      rows: number[];
      /** Version */
      version: number;
      /** Wording */
      wording: string;
    };
    /**
     * ConsentsMissing
     * @description How many there are of whom nobody has brought a consent, or attests that it is kept.
     *
     *     `rows` are theirs in the list as it stands; empty where there is none of anybody.
     */
    ConsentsMissing: {
      /** People */
      people: number;
      /**
       * Rows
       * @default []
       */
      rows: number[];
    };
    /**
     * ConsentsPaper
     * @description Of signed consents (本人同意书): of everybody in that version, or of `rows`.
     */
    ConsentsPaper: {
      /** Document Id */
      document_id: string;
      /** Filename */
      filename: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Media Type */
      media_type: string | null;
      /** Pages */
      pages: number | null;
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /** Rows */
      rows: number[];
      /**
       * State
       * @enum {string}
       */
      state: "received" | "scanning" | "accepted" | "unscanned" | "rejected";
      /** State Label */
      state_label: string;
      /** Version */
      version: number;
    };
    /**
     * ConsentsPaperTold
     * @description Of signed consents (本人同意书): of everybody in that version, or of `rows`.
     */
    ConsentsPaperTold: {
      /** Filename */
      filename: string;
      /**
       * Findings
       * @default []
       */
      findings: components["schemas"]["Finding"][];
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /** Rows */
      rows: number[];
      /**
       * State
       * @enum {string}
       */
      state: "received" | "scanning" | "accepted" | "unscanned" | "rejected";
      /** State Label */
      state_label: string;
      /** Version */
      version: number;
    };
    /**
     * ConsentsTold
     * @description What has become of the signed consents: brought, or kept by the unit as it attests.
     */
    ConsentsTold: {
      /** Attested */
      attested: components["schemas"]["ConsentsAttested"][];
      missing: components["schemas"]["ConsentsMissing"];
      /** Papers */
      papers: components["schemas"]["ConsentsPaperTold"][];
    };
    /**
     * Contact
     * @description The insurer's person for an area.
     */
    Contact: {
      /** Area */
      area: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * ContactRequest
     * @description Which clerk or reporter herself has asked what is kept of her: the phone, in the body only.
     *
     *     `is_verified`: it is she who asks, or who she has sent.
     */
    ContactRequest: {
      /**
       * Is Verified
       * @constant
       */
      is_verified: true;
      /** Phone */
      phone: string;
    };
    /**
     * CopyRequest
     * @description Whose data she herself has asked for: the whole number, in the body only.
     *
     *     `reason` says how she asked, and `is_verified` that it is she who asks, or who she has sent.
     */
    CopyRequest: {
      /** Id Number */
      id_number: string;
      /**
       * Is Verified
       * @constant
       */
      is_verified: true;
      /** Reason */
      reason: string;
    };
    /**
     * CorrectionReport
     * @description What was found in a corrected list, and what it changes in version `version`.
     */
    CorrectionReport: {
      /** Columns */
      columns: components["schemas"]["RecognisedColumn"][];
      counts: components["schemas"]["RowCounts"];
      /**
       * Cover From
       * Format: date
       */
      cover_from: string;
      difference: components["schemas"]["Difference"];
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Left Out */
      left_out: components["schemas"]["ListedRow"][];
      /** List Mark */
      list_mark: string;
      /** Marking */
      marking: components["schemas"]["Finding"][];
      merged: components["schemas"]["MergedRows"] | null;
      /** Names */
      names: {
        [key: string]: string;
      };
      /** Names Read */
      names_read: {
        [key: string]: string;
      };
      premium: components["schemas"]["Premium"];
      /** Ready */
      ready: boolean;
      /** Rows */
      rows: components["schemas"]["RowRead"][];
      /** Sheet */
      sheet: string | null;
      /** Template */
      template: number[];
      /** Version */
      version: number;
    };
    /**
     * Count
     * @description How many rosters are in a queue; `is_more` where counting stopped there.
     */
    Count: {
      /** Count */
      count: number;
      /** Is More */
      is_more: boolean;
      /**
       * State
       * @enum {string}
       */
      state:
        "submitted" | "returned" | "accepted" | "papers_missing" | "endorsement_waits" | "to_tell";
      /** State Label */
      state_label: string;
    };
    /**
     * CoveredPeople
     * @description Who is covered by an accepted list on a day, in the list's order; numbers are masked.
     *
     *     While the cover of each is still being reckoned, the days are those of the policy, and
     *     `is_complete` is false: waiting periods are not known yet. `plan` is the day from which the plan
     *     of the policy is valid: with its words their certificates (被保险人凭证) are printed.
     */
    CoveredPeople: {
      contact: components["schemas"]["Contact"];
      /** Counts */
      counts: {
        [key: string]: number;
      };
      /** Is Complete */
      is_complete: boolean;
      /**
       * On
       * Format: date
       */
      on: string;
      /** People */
      people: components["schemas"]["CoveredPerson"][];
      /**
       * Plan
       * Format: date
       */
      plan: string;
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      /** Policy Number */
      policy_number: string;
      /** Receipt */
      receipt: string;
      /** Unit Name */
      unit_name: string;
    };
    /**
     * CoveredPerson
     * @description Somebody of an accepted list: covered from … until, both inclusive, under this list's policy.
     *
     *     Her days are None where it gives her none. `is_leaving`: she is taken out after `last_day`.
     */
    CoveredPerson: {
      /** First Day */
      first_day: string | null;
      /** Id Number */
      id_number: string;
      /** Is Leaving */
      is_leaving: boolean;
      /** Last Day */
      last_day: string | null;
      /** Name */
      name: string;
      /** Row */
      row: number;
      /** State */
      state:
        ("not_yet" | "waiting" | "covered" | "ended") | ("left" | "died" | "refused" | "no_days");
      /** State Label */
      state_label: string;
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * CoverIn
     * @description What is known of her policy, for the estimate.
     */
    CoverIn: {
      /** First Day */
      first_day?: string | null;
      /** Paid Before */
      paid_before?: boolean | null;
      /** Renewal */
      renewal?: boolean | null;
    };
    /**
     * CoverLine
     * @description What one accepted list, or old policy that was brought in, covers of her time.
     */
    CoverLine: {
      brought_in: components["schemas"]["BroughtIn"] | null;
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /** Is Continuous */
      is_continuous: boolean;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Receipt */
      receipt: string;
      /** Unit Name */
      unit_name: string;
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * CoverSummary
     * @description What came of it: how many continue a policy or begin, and the rows that somebody must see.
     *
     *     `cover_object` is the key of the object that says it of each person.
     */
    CoverSummary: {
      /** Attention Rows */
      attention_rows: number[];
      /** Continuous */
      continuous: number;
      /** Cover Object */
      cover_object: string;
      /** First Time */
      first_time: number;
      /**
       * Found At
       * Format: date-time
       */
      found_at: string;
    };
    /**
     * DeclineChangeRequest
     * @description What a unit has asked for is not done, and why.
     */
    DeclineChangeRequest: {
      /** Number */
      number: number;
      /** Reason */
      reason: string;
    };
    /**
     * DeclineEndorsementRequest
     * @description What was proposed does not hold, and why; or whoever proposed it takes it back.
     */
    DeclineEndorsementRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * DeclineErasureRequest
     * @description Why what was proposed is not done.
     */
    DeclineErasureRequest: {
      /** Id Number */
      id_number: string;
      /** Reason */
      reason: string;
    };
    /**
     * DiagnosisIn
     * @description The illness (第二、九条); the specimen's day may not be known yet.
     *
     *     `disease` is null where the insurer is to say which of the plan's it is; `certificate` is what
     *     stands on the diagnosis certificate, `earlier` whether she had cancer before.
     */
    DiagnosisIn: {
      /** Certificate */
      certificate?: string | null;
      /**
       * Diagnosis Date
       * Format: date
       */
      diagnosis_date: string;
      /** Disease */
      disease: string | null;
      /** Earlier */
      earlier?: ("no" | "other" | "same" | "unknown") | null;
      /** Hospital */
      hospital: string;
      /** Specimen Date */
      specimen_date?: string | null;
    };
    /**
     * Difference
     * @description What a list changes in the one before it; `unchanged` counts who is in both as she was.
     */
    Difference: {
      /** Added */
      added: components["schemas"]["Listed"][];
      /** After */
      after: number;
      /** Before */
      before: number;
      /** Changed */
      changed: components["schemas"]["Changed"][];
      /** Gone */
      gone: components["schemas"]["Listed"][];
      /** Unchanged */
      unchanged: number;
    };
    /**
     * Disease
     * @description The claims about a disease: reported in the period, or settled in it; amounts in yuan.
     */
    Disease: {
      /** Name */
      name: string;
      /** Paid */
      paid: number | null;
      /** Paid Amount */
      paid_amount: number | null;
      /** Refunded */
      refunded: number | null;
      /** Refunded Amount */
      refunded_amount: number | null;
      /** Refused */
      refused: number | null;
      /** Reported */
      reported: number | null;
    };
    /**
     * DocumentCheckRequest
     * @description An uploaded paper to look at.
     */
    DocumentCheckRequest: {
      /** Upload Id */
      upload_id: string;
    };
    /**
     * DocumentIn
     * @description A paper (理赔申请材料) that was uploaded.
     */
    DocumentIn: {
      /**
       * Kind
       * @enum {string}
       */
      kind:
        | "policy"
        | "id_card"
        | "diagnosis"
        | "pathology"
        | "bank_card"
        | "hospital_papers"
        | "payee";
      /** Upload Id */
      upload_id: string;
    };
    /**
     * DocumentReport
     * @description What a file is, and what to beware of; nothing was stored.
     */
    DocumentReport: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /**
       * Kind
       * @enum {string}
       */
      kind: "pdf" | "jpeg" | "png" | "heic";
      /** Label */
      label: string;
      /** Pages */
      pages: number;
    };
    /**
     * DocumentStatus
     * @description Where one file stands.
     */
    DocumentStatus: {
      /** Document Id */
      document_id: string;
      /** Filename */
      filename: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /**
       * Kind
       * @enum {string}
       */
      kind:
        | "policy"
        | "id_card"
        | "diagnosis"
        | "pathology"
        | "bank_card"
        | "hospital_papers"
        | "payee";
      /** Kind Name */
      kind_name: string;
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /** State */
      state: ("received" | "scanning" | "accepted" | "unscanned" | "rejected") | "superseded";
      /** State Label */
      state_label: string;
    };
    /**
     * Download
     * @description Where a file made for this person is to be fetched from, and until when.
     */
    Download: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Url */
      url: string;
    };
    /**
     * Duplicates
     * @description Which rows are in other lists at the same time, as far as was looked.
     *
     *     `lists` says how many of them are in each of the others, by receipt.
     */
    Duplicates: {
      /**
       * Found At
       * Format: date-time
       */
      found_at: string;
      /**
       * Lists
       * @default {}
       */
      lists: {
        [key: string]: number;
      };
      /** Rows */
      rows: number[];
    };
    /**
     * EarlierListIn
     * @description An accepted list that is referred to, with its code.
     */
    EarlierListIn: {
      /** Access Code */
      access_code: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * EndorsementLook
     * @description What an endorsement would come to, in whose way nothing stands; nothing is stored.
     *
     *     `needs_second`: it waits for a second person, and otherwise holds at once. The rest is as of one
     *     that waits.
     */
    EndorsementLook: {
      /** Decided Claims */
      decided_claims: string[];
      /** Needs Second */
      needs_second: boolean;
      /** Open Claims */
      open_claims: string[];
      /** Renewals */
      renewals: string;
      /** Waits Until */
      waits_until: string | null;
    };
    /**
     * EndorseRequest
     * @description An endorsement (批改): what is to be put right in a list, and why.
     *
     *     `answers` is the number of the unit's request that it answers, where it answers one.
     *     `confirmations` are the codes of what was found of it, and is right all the same.
     */
    EndorseRequest: {
      /** Answers */
      answers?: number | null;
      /** Confirmations */
      confirmations?: string[];
      /** Reason */
      reason: string;
      /** What */
      what:
        | components["schemas"]["PeopleOutIn"]
        | components["schemas"]["PersonIn"]
        | components["schemas"]["PolicyIn"]
        | components["schemas"]["GapIn"]
        | components["schemas"]["NotAcceptedIn"];
    };
    /**
     * Entered
     * @description An entry as the desk sees it; `may_withdraw` where whoever asks may take it back.
     */
    Entered: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Entry Id */
      entry_id: string;
      /**
       * Kind
       * @enum {string}
       */
      kind: "lectures" | "specialists";
      lecture: components["schemas"]["Lecture"] | null;
      /** May Withdraw */
      may_withdraw: boolean;
      specialist: components["schemas"]["Specialist"] | null;
      withdrawn: components["schemas"]["WithdrawnBy"] | null;
    };
    /**
     * EnteredServices
     * @description The entries for somebody's counties, those withdrawn too, the latest lecture first.
     */
    EnteredServices: {
      /** Entries */
      entries: components["schemas"]["Entered"][];
    };
    /**
     * Erasable
     * @description What may be deleted of somebody, what stays and why; what waits; what was done.
     *
     *     `seen` is a mark of goes and stays: by it nobody agrees to anything that she has not seen.
     */
    Erasable: {
      /** Done */
      done: components["schemas"]["ErasureCertificate"][];
      /** Goes */
      goes: components["schemas"]["Line"][];
      /** Id Number */
      id_number: string;
      /** Seen */
      seen: string;
      /** Stays */
      stays: components["schemas"]["Line"][];
      waiting: components["schemas"]["WaitingErasure"] | null;
    };
    /**
     * ErasableRequest
     * @description Of whom somebody asks what may be deleted: the whole number, in the body only.
     */
    ErasableRequest: {
      /** Id Number */
      id_number: string;
    };
    /**
     * ErasureCertificate
     * @description What was deleted (删除证明): who agreed to it and when, what went, what stays and why.
     *
     *     `backups_until` is the last day on which a backup still has what went, `copies_until` that on
     *     which a file has it that was uploaded or made for somebody.
     */
    ErasureCertificate: {
      /**
       * Backups Until
       * Format: date
       */
      backups_until: string;
      /**
       * Confirmed At
       * Format: date-time
       */
      confirmed_at: string;
      confirmed_by: components["schemas"]["By"];
      /**
       * Copies Until
       * Format: date
       */
      copies_until: string;
      /**
       * Done At
       * Format: date-time
       */
      done_at: string;
      /** Goes */
      goes: components["schemas"]["Line"][];
      /**
       * Proposed At
       * Format: date-time
       */
      proposed_at: string;
      proposed_by: components["schemas"]["By"];
      /** Stays */
      stays: components["schemas"]["Line"][];
    };
    /**
     * ErasureRequest
     * @description What she herself has asked to have deleted; `seen` is the mark of what may be, as shown.
     *
     *     `reason` says how she asked, and `is_verified` that it is she who asks, or who she has sent.
     */
    ErasureRequest: {
      /** Id Number */
      id_number: string;
      /**
       * Is Verified
       * @constant
       */
      is_verified: true;
      /** Reason */
      reason: string;
      /** Seen */
      seen: string;
    };
    /**
     * EstimateOut
     * @description What the claim may bring, in yuan; the insurer decides. Null: not known yet.
     */
    EstimateOut: {
      /** Allowance */
      allowance: number | null;
      /** Assumed Cover */
      assumed_cover: boolean;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Lines */
      lines: components["schemas"]["AllowanceLine"][];
      /** Lump Sum */
      lump_sum: number | null;
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "paid" | "refund" | "not_paid" | "ask";
      /** Paid Days */
      paid_days: number;
      /** Refund */
      refund: number;
      /** Total */
      total: number | null;
    };
    /**
     * ExpectedCover
     * @description The cover that a list may have at the earliest, if its three acts are all done today.
     *
     *     It is reckoned from what the unit itself says of its old cover, never from what is known of its
     *     people: the desk may find another day.
     */
    ExpectedCover: {
      begins: components["schemas"]["Finding"];
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
    };
    /**
     * FactsRequest
     * @description What is said anew of a reported claim; what is None stays as it is.
     *
     *     `stays` are all that there are, those that were reported before among them.
     */
    FactsRequest: {
      bank?: components["schemas"]["BankIn"] | null;
      /** Confirmations */
      confirmations?: string[];
      diagnosis?: components["schemas"]["IllnessIn"] | null;
      insured?: components["schemas"]["NameIn"] | null;
      /** Stays */
      stays?: components["schemas"]["StayIn"][] | null;
    };
    /**
     * Finding
     * @description What was found, where, by which article; the words come from the catalogue by `code`.
     *
     *     `row` and `column` count from 1 as Excel shows them, `cell` is its address (C12). All three are
     *     None for a finding about a whole file, `column` and `cell` for one about a whole row.
     */
    Finding: {
      /** Article */
      article: string | null;
      /**
       * Article Label
       * @description What people call the article: 第三条.
       */
      readonly article_label: string | null;
      /** Cell */
      cell: string | null;
      /** Code */
      code: string;
      /** Column */
      column: number | null;
      /** Field */
      field: string | null;
      /**
       * Fix
       * @description What to do about it.
       */
      readonly fix: string;
      /**
       * Message
       * @description What is wrong, in one sentence.
       */
      readonly message: string;
      /**
       * Params
       * @default {}
       */
      params: {
        [key: string]: string | number;
      };
      /** Row */
      row: number | null;
      /**
       * Severity
       * @enum {string}
       */
      severity: "error" | "warning" | "info";
      /** Sheet */
      sheet: string | null;
      /**
       * Title
       * @description The problem in a few words.
       */
      readonly title: string;
    };
    /**
     * FormRow
     * @description One line of 附件2; the insurer may have refused who stands in it, or she has left since.
     *
     *     `row` is her row in the list as it was submitted, by which the desk names her.
     *     `last_day` is the last day of cover of who was taken out, or `has_died`; None where she never
     *     had any.
     *     `name_written` is what the list has for her name where it was read otherwise: 原来写作….
     */
    FormRow: {
      /**
       * Has Died
       * @default false
       */
      has_died: boolean;
      /** Id Number */
      id_number: string;
      /**
       * Is Out
       * @default false
       */
      is_out: boolean;
      /**
       * Is Refused
       * @default false
       */
      is_refused: boolean;
      /** Last Day */
      last_day: string | null;
      /** Name */
      name: string;
      /**
       * Name Written
       * @default
       */
      name_written: string;
      /** Number */
      number: number;
      /**
       * Occupation
       * @default
       */
      occupation: string;
      /** Row */
      row: number;
    };
    /**
     * Gap
     * @description Somebody whose old cover, until `last_day`, ended too early for the new one to follow it.
     */
    Gap: {
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Row */
      row: number;
    };
    /**
     * GapIn
     * @description The insurer lets a gap in the cover of some people pass (宽限): they renew all the same.
     *
     *     Also of a list that waits for its acceptance.
     */
    GapIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "gap_granted";
      /** Rows */
      rows: number[];
    };
    /**
     * GatewayRefusal
     * @description What the gateway says to whoever brings no token that passes.
     */
    GatewayRefusal: {
      /** Message */
      message: string;
    };
    /**
     * Group
     * @description The lists that were accepted in a place, or of a kind of unit; `premium` in yuan.
     *
     *     `left` are people whose cover ended in the period and who did not go on.
     */
    Group: {
      /** First Time */
      first_time: number;
      /** Left */
      left: number;
      /** Lists */
      lists: number;
      /** Name */
      name: string;
      /** People */
      people: number;
      /** Premium */
      premium: number;
      /** Renewed */
      renewed: number;
      /** Units */
      units: number;
    };
    /**
     * GuessedColumn
     * @description A column that is shown, and the field that it seems to hold, if it seems to hold one.
     */
    GuessedColumn: {
      /** Column */
      column: number;
      /** Field */
      field: ("number" | "name" | "id_number" | "occupation") | null;
      /** Header */
      header: string;
      /** Letters */
      letters: string;
    };
    /**
     * HandedOffList
     * @description A list that was handed off; `number` counts how often.
     */
    HandedOffList: {
      /** Number */
      number: number;
      /** Receipt */
      receipt: string;
    };
    /**
     * HandOffMade
     * @description Where the archive of a hand-off is to be fetched from, until when, and what is in it.
     */
    HandOffMade: {
      /** Changes */
      changes: {
        [key: string]: number;
      };
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Files */
      files: components["schemas"]["ArchiveFile"][];
      /** Number */
      number: number;
      /** Sha256 */
      sha256: string;
      /** Since Version */
      since_version: number | null;
      /** Url */
      url: string;
    };
    /**
     * HandOffsMade
     * @description Where the archive of many lists is to be fetched from, until when, and what is in it.
     */
    HandOffsMade: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Files */
      files: components["schemas"]["ArchiveFile"][];
      /** People */
      people: number;
      /** Sha256 */
      sha256: string;
      /** Url */
      url: string;
    };
    /**
     * HandOffsRequest
     * @description The lists that were handed off one by one, and go out as one file.
     */
    HandOffsRequest: {
      /** Lists */
      lists: components["schemas"]["HandedOffList"][];
    };
    /**
     * HandOverIn
     * @description Somebody else takes it in hand, by her name: the desk knows nobody who is not signed in.
     */
    HandOverIn: {
      /** Holder */
      holder: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      what: "handed_over";
    };
    /**
     * Health
     * @description That the service answers, and which version of it.
     *
     *     `sends_mail`: what happens to a list or a claim is told by e-mail to who leaves an address.
     */
    Health: {
      /** Sends Mail */
      sends_mail: boolean;
      /**
       * Status
       * @constant
       */
      status: "ok";
      /** Version */
      version: string;
    };
    /**
     * HoldIn
     * @description Whoever asks takes a record in hand, or nobody has it any more.
     */
    HoldIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      what: "put_back" | "taken";
    };
    /** HTTPValidationError */
    HTTPValidationError: {
      /** Detail */
      detail?: components["schemas"]["ValidationError"][];
    };
    /**
     * IllnessIn
     * @description What should have been reported of the illness, or was not known; None: as it was.
     */
    IllnessIn: {
      /** Certificate */
      certificate?: string | null;
      /** Disease */
      disease?: string | null;
      /** Earlier */
      earlier?: ("no" | "other" | "same" | "unknown") | null;
      /** Specimen Date */
      specimen_date?: string | null;
    };
    /**
     * ImportCase
     * @description An import with all its policies, and what happened to it; `findings` are what follows.
     */
    ImportCase: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Counties */
      counties: string[];
      /** Done */
      done: number;
      /** Filename */
      filename: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Lines */
      lines: components["schemas"]["ImportedPolicy"][];
      /** May Reverse */
      may_reverse: boolean;
      /** People */
      people: number;
      /** Policies */
      policies: number;
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
      /**
       * State
       * @enum {string}
       */
      state: "importing" | "imported" | "reversing" | "reversed";
      /** State Label */
      state_label: string;
      /** Timeline */
      timeline: components["schemas"]["ImportStep"][];
    };
    /**
     * ImportedPolicy
     * @description A policy that an import brings in; `receipt` is what claims and lists name it by.
     */
    ImportedPolicy: {
      /** County */
      county: string;
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /** Is Skipped */
      is_skipped: boolean;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Number */
      number: string;
      /** Paid */
      paid: number;
      /** People */
      people: number;
      /** Receipt */
      receipt: string;
      /** Unit Name */
      unit_name: string;
    };
    /**
     * ImportLine
     * @description An import among others; `done` counts those of its policies that the work is through with.
     */
    ImportLine: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Counties */
      counties: string[];
      /** Done */
      done: number;
      /** Filename */
      filename: string;
      /** May Reverse */
      may_reverse: boolean;
      /** People */
      people: number;
      /** Policies */
      policies: number;
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
      /**
       * State
       * @enum {string}
       */
      state: "importing" | "imported" | "reversing" | "reversed";
      /** State Label */
      state_label: string;
    };
    /**
     * Imports
     * @description The imports of one's counties, the newest first.
     *
     *     `unreadable` are the receipts of those that cannot be read, of whatever county.
     */
    Imports: {
      /** Imports */
      imports: components["schemas"]["ImportLine"][];
      /** Unreadable */
      unreadable: string[];
    };
    /**
     * ImportStep
     * @description Something that happened to an import; `by` is None where the service did it.
     */
    ImportStep: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"] | null;
      /** Label */
      label: string;
      /** Reason */
      reason: string;
    };
    /**
     * InCharge
     * @description Who has the claim now, and whom to ask: their name and number.
     */
    InCharge: {
      /** Label */
      label: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * IndustryIn
     * @description It belongs to an industry union (产业工会), by its code; empty: to none.
     */
    IndustryIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "industry";
      /** Industry */
      industry: string;
    };
    /**
     * IndustryTold
     * @description An industry union (产业工会).
     */
    IndustryTold: {
      /** Code */
      code: string;
      /** Name */
      name: string;
    };
    /**
     * InsuredIn
     * @description The insured person (被保险人); name and number as typed, the rules judge them.
     */
    InsuredIn: {
      /** Id Number */
      id_number: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * IssuedClaimCode
     * @description A new access code, which is shown this once, and the claim as it is then.
     */
    IssuedClaimCode: {
      /** Access Code */
      access_code: string;
      case: components["schemas"]["ClaimCase"];
    };
    /**
     * IssuedCode
     * @description A new access code, which is shown this once, and the roster as it is then.
     */
    IssuedCode: {
      /** Access Code */
      access_code: string;
      case: components["schemas"]["Case"];
    };
    /**
     * JoinedCase
     * @description Another report of the same illness that a claim has taken in, with what was its own.
     */
    JoinedCase: {
      bank: components["schemas"]["CaseBank"] | null;
      /** Late */
      late: boolean;
      /** Receipt */
      receipt: string;
      /**
       * Report By
       * Format: date
       */
      report_by: string;
      /**
       * Reported At
       * Format: date-time
       */
      reported_at: string;
      reporter: components["schemas"]["CaseReporter"];
      /** Stays */
      stays: components["schemas"]["CaseStay"][];
    };
    /**
     * JoinRequest
     * @description Which open claim this one is another report of, and how that is known.
     */
    JoinRequest: {
      /** Into */
      into: string;
      /** Reason */
      reason: string;
    };
    /**
     * KeptContact
     * @description What a list, or a claim, says of whom one calls about it, or called before.
     *
     *     That is its clerk, who was its clerk once, or who reported it. It is kept `until` a day at the
     *     latest.
     */
    KeptContact: {
      /** County */
      county: string;
      /** Email */
      email: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
      /** Receipt */
      receipt: string;
      /**
       * Since
       * Format: date
       */
      since: string;
      /** State Label */
      state_label: string;
      /** Unit Name */
      unit_name: string;
      /**
       * Until
       * Format: date
       */
      until: string;
      /**
       * What
       * @enum {string}
       */
      what: "clerk" | "former_clerk" | "reporter";
    };
    /**
     * KeptContacts
     * @description All that is kept of whoever is called on a phone.
     */
    KeptContacts: {
      /** Contacts */
      contacts: components["schemas"]["KeptContact"][];
      /**
       * On
       * Format: date
       */
      on: string;
    };
    /**
     * KnownAccount
     * @description The account that was given, as far as whoever gave it needs to know it again.
     *
     *     `payee` says who is paid, where it is not the insured herself.
     */
    KnownAccount: {
      /** Bank */
      bank: string;
      /** Last Digits */
      last_digits: string;
      /** Payee */
      payee: string | null;
    };
    /**
     * KnownFacts
     * @description What is known of what may be said later: which days, whether the rest was given.
     *
     *     `is_disease_open`: the insurer has still to say which of the plan's diseases it is.
     */
    KnownFacts: {
      account: components["schemas"]["KnownAccount"] | null;
      /** Has Specimen Date */
      has_specimen_date: boolean;
      /** Is Disease Open */
      is_disease_open: boolean;
      /** Stays */
      stays: components["schemas"]["KnownStay"][];
    };
    /**
     * KnownStay
     * @description A stay as it is known: without a discharge she was still there on the day `known_until`.
     */
    KnownStay: {
      /**
       * Admission
       * Format: date
       */
      admission: string;
      /** Discharge */
      discharge: string | null;
      /** Known Until */
      known_until: string | null;
    };
    /**
     * LastListIn
     * @description Last year's list: as any list, or the receipt of one that was submitted, with its code.
     */
    LastListIn: {
      /**
       * Access Code
       * @default
       */
      access_code: string;
      base?: components["schemas"]["WholeListIn"] | null;
      columns?: components["schemas"]["ChosenColumns"] | null;
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      /** Receipt */
      receipt?: string | null;
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      /** Text */
      text?: string | null;
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * LeadingClaim
     * @description The claim that stands for a joined one (一病一案), and how far it is.
     */
    LeadingClaim: {
      /** Receipt */
      receipt: string;
      /** State Label */
      state_label: string;
    };
    /**
     * Leaver
     * @description Somebody of an accepted list who was taken out of it (退保), or died, before its cover ends.
     *
     *     `last_day` is her last day of cover, that of her death where she `has_died`; None where she was
     *     never to be in the list.
     */
    Leaver: {
      /**
       * Has Died
       * @default false
       */
      has_died: boolean;
      /** Last Day */
      last_day: string | null;
      /** Row */
      row: number;
    };
    /**
     * Lecture
     * @description A lecture on health or insurance, and where to ask about it; times are China's.
     */
    Lecture: {
      /** Begins */
      begins: string;
      /** County */
      county: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Ends */
      ends: string;
      /** Phone */
      phone: string;
      /** Place */
      place: string;
      /**
       * Speaker
       * @default
       */
      speaker: string;
      /** Title */
      title: string;
    };
    /**
     * LectureIn
     * @description A lecture to be entered; times are China's.
     */
    LectureIn: {
      /** Begins */
      begins: string;
      /** County */
      county: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Ends */
      ends: string;
      /** Form */
      form: string;
      /** Phone */
      phone: string;
      /** Place */
      place: string;
      /**
       * Speaker
       * @default
       */
      speaker: string;
      /** Title */
      title: string;
    };
    /**
     * Line
     * @description What goes, or what stays: why, and until when at the latest it does.
     */
    Line: {
      /**
       * Receipt
       * @default
       */
      receipt: string;
      /** Until */
      until: string | null;
      /** What */
      what: string;
      /**
       * Why
       * @default
       */
      why: string;
    };
    /**
     * LineAsked
     * @description A line to be recorded: `row` as the check gave it, `parts` add up to its amount.
     */
    LineAsked: {
      /** Parts */
      parts: components["schemas"]["PartAsked"][];
      /** Row */
      row: number;
    };
    /**
     * LineFound
     * @description The units that a line may mean: none where nobody is known so.
     */
    LineFound: {
      /** Units */
      units: components["schemas"]["UnitFound"][];
    };
    /**
     * LinePart
     * @description What of a line's money is for a list.
     */
    LinePart: {
      /** Amount */
      amount: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * LineRecorded
     * @description What became of a line that was to be recorded; `finding` says why where it was not.
     */
    LineRecorded: {
      finding: components["schemas"]["Finding"] | null;
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "recorded" | "known" | "refused";
      /** Row */
      row: number;
    };
    /**
     * LinesRecorded
     * @description What became of each line.
     */
    LinesRecorded: {
      /** Lines */
      lines: components["schemas"]["LineRecorded"][];
    };
    /**
     * ListDocument
     * @description The refusal of a list, for her who sent it.
     *
     *     `sheets` are what her own list begins with, where it is not clear which column is which; `names`
     *     say who stands in the rows that findings are about.
     */
    ListDocument: {
      /** Code */
      code: string;
      /** Detail */
      detail: string;
      /**
       * Findings
       * @default []
       */
      findings: components["schemas"]["Finding"][];
      /**
       * Names
       * @default {}
       */
      names: {
        [key: string]: string;
      };
      /**
       * Sheets
       * @default []
       */
      sheets: components["schemas"]["SheetBeginning"][];
      /** Status */
      status: number;
      /** Title */
      title: string;
      /** Type */
      type: string;
    };
    /**
     * Listed
     * @description Somebody who stands in one of the two lists only; `row` is that list's.
     */
    Listed: {
      /** Name */
      name: string;
      /** Row */
      row: number;
    };
    /**
     * ListedRow
     * @description A row by its number, the name in it where there is one, and its beginning.
     *
     *     Long numbers are masked. It goes only to those who may see the list.
     */
    ListedRow: {
      /** Name */
      name: string;
      /** Row */
      row: number;
      /** Says */
      says: string;
    };
    /**
     * ListSought
     * @description Which lists are searched for: in one county, or in all that may be seen.
     */
    ListSought: {
      /**
       * After
       * @default
       */
      after: string;
      /**
       * County
       * @default
       */
      county: string;
      /** Q */
      q: string;
    };
    /**
     * ListTold
     * @description A list of a unit, or an old policy that was brought in (补录).
     *
     *     `day` is that on which it came, `clerk` who sent it, with her phone; masked where the unit is.
     */
    ListTold: {
      /** Clerk */
      clerk: string;
      /** County */
      county: string;
      /** Credit Code */
      credit_code: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** First Day */
      first_day: string | null;
      /** Is Brought In */
      is_brought_in: boolean;
      /** Last Day */
      last_day: string | null;
      /** People */
      people: number;
      /** Policy Number */
      policy_number: string;
      /** Receipt */
      receipt: string;
      /** State Label */
      state_label: string;
      /** Unit Name */
      unit_name: string;
    };
    /**
     * Log
     * @description The log of a roster, the newest first; the file has what is not in it any more.
     */
    Log: {
      /** Entries */
      entries: components["schemas"]["LogEntry"][];
      /** Is Complete */
      is_complete: boolean;
      /** Unreadable */
      unreadable: number;
    };
    /**
     * LogEntry
     * @description What somebody did or saw, when, why, and the state before and after.
     */
    LogEntry: {
      acceptance: components["schemas"]["Acceptance"] | null;
      /** After */
      after: ("submitted" | "returned" | "accepted" | "withdrawn" | "closed") | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Before */
      before: ("submitted" | "returned" | "accepted" | "withdrawn" | "closed") | null;
      by: components["schemas"]["By"] | null;
      /** Is Masked */
      is_masked: boolean;
      /** Label */
      label: string;
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
      /** Revision */
      revision: number | null;
      /** Rows */
      rows: [number, number] | null;
      /** Version */
      version: number;
      /** What */
      what:
        | (
            | "submitted"
            | "returned"
            | "accepted"
            | "withdrawn"
            | "closed"
            | "endorsed"
            | "acceptance_withdrawn"
            | "corrected"
            | "reminded"
            | "access_code_changed"
            | "clerk_changed"
            | "endorsement_proposed"
            | "endorsement_declined"
            | "change_requested"
            | "change_declined"
            | "premium_received"
            | "premium_paid_back"
            | "payment_struck"
            | "policy_attached"
            | "policy_replaced"
            | "policy_opened"
            | "invoice_attached"
            | "invoice_replaced"
            | "invoice_opened"
            | "sheets_brought"
            | "consents_brought"
            | "consents_attested"
            | "person_erased"
            | "undone"
          )
        | (
            | "viewed_case"
            | "viewed_rows"
            | "exported"
            | "unit_viewed_list"
            | "unit_exported_list"
            | "unit_viewed_people"
            | "unit_exported_people"
            | "unit_renews"
            | "unit_opened_paper"
            | "opened_paper"
            | "person_sought"
            | "person_copied"
            | "viewed_sheet"
            | "viewed_sheet_thumbnails"
          )
        | "handed_off"
        | ("noted" | "note_struck" | "taken" | "handed_over" | "put_back")
        | "mailed";
    };
    /**
     * LumpSumOut
     * @description The lump sum, in yuan.
     */
    LumpSumOut: {
      /** Amount */
      amount: number;
      /** Item */
      item: string;
      /** Item Label */
      item_label: string;
    };
    /**
     * MarkedUpList
     * @description Where the marked-up list is; `findings` say what of the own file is not in it, and why.
     */
    MarkedUpList: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Url */
      url: string;
    };
    /**
     * MarkUpRequest
     * @description A list to be marked up: all of it, or only the rows that must be mended.
     */
    MarkUpRequest: {
      base?: components["schemas"]["WholeListIn"] | null;
      columns?: components["schemas"]["ChosenColumns"] | null;
      /**
       * Exclude Rows
       * @default []
       */
      exclude_rows: number[];
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      /**
       * Only
       * @default all
       * @enum {string}
       */
      only: "all" | "to_mend";
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      /** Text */
      text?: string | null;
      unit?: components["schemas"]["RosterUnitIn"] | null;
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * MatchedLine
     * @description A line, why it stands so, and what it may be for; a certain one has one proposal.
     */
    MatchedLine: {
      /**
       * Account
       * @enum {string}
       */
      account: "unit" | "union" | "person";
      /** Amount */
      amount: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Is Out */
      is_out: boolean;
      /** Note */
      note: string;
      /** Payer */
      payer: string;
      /** Proposals */
      proposals: components["schemas"]["LinePart"][][];
      reason: components["schemas"]["Finding"];
      /** Row */
      row: number;
      /**
       * Standing
       * @enum {string}
       */
      standing: "certain" | "doubtful" | "unmatched" | "known";
    };
    /**
     * MatchedList
     * @description A list that a line may be for; `due` is what is still missing of its premium, in yuan.
     */
    MatchedList: {
      /** County */
      county: string;
      /** Due */
      due: string;
      /** Receipt */
      receipt: string;
      /**
       * State
       * @enum {string}
       */
      state: "submitted" | "returned" | "accepted" | "withdrawn" | "closed";
      /** Unit Name */
      unit_name: string;
    };
    /**
     * MatchedStatement
     * @description A statement beside the lists of her counties: nothing was recorded.
     *
     *     `findings` are about lines that cannot be read, at their rows, and about such lists.
     */
    MatchedStatement: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Lines */
      lines: components["schemas"]["MatchedLine"][];
      /** Lists */
      lists: components["schemas"]["MatchedList"][];
      /** Sheet */
      sheet: string | null;
    };
    /**
     * Me
     * @description Who is signed in, what she may see, and whether she may decide anything.
     *
     *     `counties` are those whose lists she sees, `summary_counties` those whose sums,
     *     `summary_industries` the industry unions (产业工会) whose sums. `places_units`: there are such,
     *     and she may record which units are theirs.
     */
    Me: {
      /** Counties */
      counties: string[];
      /** Decides */
      decides: boolean;
      /** Name */
      name: string;
      /** Places Units */
      places_units: boolean;
      /** Roles */
      roles: ("contact" | "area" | "industry" | "claims" | "federation" | "privacy" | "admin")[];
      /** Summary Counties */
      summary_counties: string[];
      /** Summary Industries */
      summary_industries: components["schemas"]["IndustryTold"][];
    };
    /**
     * MemberTold
     * @description A unit that is part of this one.
     */
    MemberTold: {
      /** County */
      county: string;
      /** Name */
      name: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * Mend
     * @description What one person's cell shall say; `row` is Excel's row number.
     */
    Mend: {
      /** Field */
      field: string;
      /** Row */
      row: number;
      /** Value */
      value: string;
    };
    /**
     * MendIn
     * @description A cell as the page has put it right; the rule says of an unknown field what is wrong.
     */
    MendIn: {
      /**
       * Field
       * @enum {string}
       */
      field: "name" | "id_number" | "occupation";
      /** Row */
      row: number;
      /** Value */
      value: string;
    };
    /**
     * MergedIn
     * @description Another unit is part of it (合并); `other` is its number, or the receipt of a list of it.
     */
    MergedIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "merged";
      /** Other */
      other: string;
    };
    /**
     * MergedRows
     * @description What came of rows to mend that were put into their base.
     *
     *     `mends` are all of the base's, its earlier ones too: sent with the base alone, they make the
     *     same list. `rows` are those of the base that came back. What could not be put in is an error
     *     among the findings (`merge.…`).
     */
    MergedRows: {
      /** Mends */
      mends: components["schemas"]["Mend"][];
      /** Rows */
      rows: number[];
    };
    /**
     * MissingPaper
     * @description A kind of paper that is still needed (第十四条).
     */
    MissingPaper: {
      /** Hint */
      hint: string;
      /**
       * Kind
       * @enum {string}
       */
      kind:
        | "policy"
        | "id_card"
        | "diagnosis"
        | "pathology"
        | "bank_card"
        | "hospital_papers"
        | "payee";
      /** Name */
      name: string;
    };
    /**
     * MonthlySummaries
     * @description Every month's, the latest first; `unreadable` are the months whose record cannot be read.
     */
    MonthlySummaries: {
      /** Months */
      months: components["schemas"]["MonthlySummary"][];
      /** Unreadable */
      unreadable: string[];
    };
    /**
     * MonthlySummary
     * @description The summary of a month of all counties, as the schedule made it.
     */
    MonthlySummary: {
      /**
       * Made At
       * Format: date-time
       */
      made_at: string;
      /** Month */
      month: string;
    };
    /**
     * NameIn
     * @description Her name as it should have been reported.
     */
    NameIn: {
      /** Name */
      name: string;
    };
    /**
     * NameTold
     * @description A name of a unit, and since when it was known by it.
     */
    NameTold: {
      /** County */
      county: string;
      /** Credit Code */
      credit_code: string;
      /** Name */
      name: string;
      /**
       * Since
       * Format: date
       */
      since: string;
    };
    /**
     * NextYear
     * @description Next year's list as it can be handed in when nothing has changed; nothing was stored.
     *
     *     `unit` has the last day of the old cover, `last_day`, and the name that it has now; `formerly`
     *     is that of the list where it was renamed, or merged into another one, since; otherwise empty.
     *     Whatever is sent is judged as any list.
     *     `list_mark` is the same for the same people; `sent` are the lists that renew this one already.
     */
    NextYear: {
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /**
       * Formerly
       * @default
       */
      formerly: string;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** List Mark */
      list_mark: string;
      /** Not Renewed */
      not_renewed: components["schemas"]["NotRenewed"][];
      /** People */
      people: components["schemas"]["Values"][];
      /** Receipt */
      receipt: string;
      /** Sent */
      sent: components["schemas"]["RenewalSent"][];
      unit: components["schemas"]["Unit"];
    };
    /**
     * NextYearFile
     * @description Where next year's list is, as a workbook; who is not in it, and why.
     */
    NextYearFile: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Not Renewed */
      not_renewed: components["schemas"]["NotRenewed"][];
      /** People */
      people: number;
      /** Url */
      url: string;
    };
    /**
     * NotAcceptedIn
     * @description The list was accepted in error: it waits for the desk again.
     */
    NotAcceptedIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "acceptance_withdrawn";
    };
    /**
     * NoteIn
     * @description A note for the others.
     */
    NoteIn: {
      /** Text */
      text: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      what: "noted";
    };
    /**
     * NotRenewed
     * @description Somebody of an accepted list who is not in next year's, with her row in the old one.
     */
    NotRenewed: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Name */
      name: string;
      /** Row */
      row: number;
      /**
       * Why
       * @enum {string}
       */
      why: "too_old" | "left" | "died" | "refused" | "ask_her";
      /** Why Label */
      why_label: string;
    };
    /**
     * ObjectRequest
     * @description Why a proposal does not hold.
     */
    ObjectRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * OldCover
     * @description The last day of the cover that people of a list have had, and how many of them.
     */
    OldCover: {
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** People */
      people: number;
    };
    /**
     * OldCoverSeen
     * @description Papers of old cover (原保障凭证) that the desk has seen of some people: 第四、五条.
     *
     *     `last_day` is the last of that cover, `paper` says which papers they were; who saw them is who
     *     did the event.
     */
    OldCoverSeen: {
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Paper */
      paper: string;
      /** Rows */
      rows: number[];
    };
    /**
     * OldCoverSeenIn
     * @description Papers of old cover (原保障凭证) that the desk has seen: these people renew it.
     */
    OldCoverSeenIn: {
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Paper */
      paper: string;
      /** Rows */
      rows: number[];
    };
    /**
     * OldCoverTold
     * @description The rows of whose old cover the desk has seen papers, and its last day: they renew.
     */
    OldCoverTold: {
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Rows */
      rows: number[];
    };
    /**
     * OnBehalfRequest
     * @description What somebody has said of her claim, how it came, and who she is or which paper it was.
     */
    OnBehalfRequest: {
      bank?: components["schemas"]["BankIn"] | null;
      /** Confirmations */
      confirmations?: string[];
      diagnosis?: components["schemas"]["IllnessIn"] | null;
      insured?: components["schemas"]["NameIn"] | null;
      /** Reason */
      reason: string;
      /**
       * Source
       * @enum {string}
       */
      source: "paper" | "phone";
      /** Stays */
      stays?: components["schemas"]["StayIn"][] | null;
    };
    /**
     * OtherCase
     * @description Another claim of hers, open or settled; `may_take_in`: this one may be joined to it.
     */
    OtherCase: {
      /** Item Label */
      item_label: string;
      /** May Take In */
      may_take_in: boolean;
      /** Receipt */
      receipt: string;
      /**
       * Reported On
       * Format: date
       */
      reported_on: string;
      /** State Label */
      state_label: string;
    };
    /**
     * OtherList
     * @description Another list that covers her at the same time; which one is told to who may see it.
     */
    OtherList: {
      /**
       * Cover From
       * Format: date
       */
      cover_from: string;
      /**
       * Cover Until
       * Format: date
       */
      cover_until: string;
      /** Is Accepted */
      is_accepted: boolean;
      /** Receipt */
      receipt: string | null;
      /** Unit Name */
      unit_name: string | null;
    };
    /**
     * Pace
     * @description How many days something took, beside how many were promised, and by whom: an article, or us.
     *
     *     `count` is of how many; `in_time` of these, how many took no longer than promised.
     */
    Pace: {
      /** Count */
      count: number | null;
      /** In Time */
      in_time: number | null;
      /** Label */
      label: string;
      /** Median */
      median: number | null;
      /** Ninetieth */
      ninetieth: number | null;
      /** Promise */
      promise: number;
      /** Promised By */
      promised_by: string;
      /**
       * Unit
       * @enum {string}
       */
      unit: "天" | "个工作日";
      /**
       * What
       * @enum {string}
       */
      what: "lists" | "claims";
    };
    /**
     * PaidItem
     * @description An item that has ended for her (第五条).
     */
    PaidItem: {
      /** Item */
      item: string;
      /** Item Label */
      item_label: string;
      /**
       * Paid On
       * Format: date
       */
      paid_on: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * PaidStay
     * @description A stay in hospital as it was reckoned with.
     */
    PaidStay: {
      /**
       * Admission
       * Format: date
       */
      admission: string;
      /**
       * Discharge
       * Format: date
       */
      discharge: string;
    };
    /**
     * PaperDecision
     * @description What the desk decided on a paper.
     */
    PaperDecision: {
      /** Article */
      article: string | null;
      /** Article Label */
      article_label: string | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "accepted" | "sent_back";
      /** Reason */
      reason: string | null;
    };
    /**
     * PapersOnBehalfRequest
     * @description Papers of hers that came to the counter or by post, and who brought them.
     */
    PapersOnBehalfRequest: {
      /** Documents */
      documents: components["schemas"]["DocumentIn"][];
      /** Reason */
      reason: string;
    };
    /**
     * PaperTold
     * @description The policy or the invoice of a list, which its unit may download; `opened_at`: first done.
     */
    PaperTold: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /**
       * Format
       * @enum {string}
       */
      format: "pdf" | "ofd";
      /**
       * Kind
       * @enum {string}
       */
      kind: "policy" | "invoice";
      /** Opened At */
      opened_at: string | null;
      /** Size */
      size: number;
    };
    /**
     * PartAsked
     * @description What of a line is to be recorded for a list, in yuan.
     */
    PartAsked: {
      /** Amount */
      amount: number | string;
      /** Receipt */
      receipt: string;
    };
    /**
     * PartRequest
     * @description Why a joining does not hold.
     */
    PartRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * PayeePapers
     * @description What else to bring where somebody else is paid, and why; whether it is enough, people decide.
     *
     *     `is_brought`: something of that kind came.
     */
    PayeePapers: {
      /** Is Brought */
      is_brought: boolean;
      /** Name */
      name: string;
      /** Papers */
      papers: string[];
      /**
       * Payee
       * @enum {string}
       */
      payee: "insured" | "heir" | "guardian" | "relative";
    };
    /**
     * Payment
     * @description Where the premium goes (第十二条).
     */
    Payment: {
      /** Account Name */
      account_name: string;
      /** Account Number */
      account_number: string;
      /** Article */
      article: string;
      /** Bank */
      bank: string;
    };
    /**
     * PaymentKept
     * @description A payment as it was recorded: `number` is the revision of its event, `by` who recorded it.
     *
     *     One that was recorded in error is struck, and counts no more.
     */
    PaymentKept: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["Actor"];
      /** Is Struck */
      is_struck: boolean;
      /** Number */
      number: number;
      payment: components["schemas"]["PremiumPayment"];
    };
    /**
     * PaymentRequest
     * @description Premium that arrived with the insurer, or went back, as the bank says it.
     *
     *     `account` says whose account it came from, or went back to; `payer` is that account's name, and
     *     `bank_reference` the number of the line in the bank's statement, where there is one. What went
     *     back `is_for_good` after acceptance (退还、退保) is not owed again.
     */
    PaymentRequest: {
      /**
       * Account
       * @enum {string}
       */
      account: "unit" | "union" | "person";
      /** Amount */
      amount: number | string;
      /**
       * Bank Reference
       * @default
       */
      bank_reference: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /**
       * Is Back
       * @default false
       */
      is_back: boolean;
      /**
       * Is For Good
       * @default false
       */
      is_for_good: boolean;
      /**
       * Payer
       * @default
       */
      payer: string;
    };
    /**
     * PaymentTold
     * @description Premium that arrived, or went back (`is_back`), in yuan.
     */
    PaymentTold: {
      /** Amount */
      amount: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Is Back */
      is_back: boolean;
    };
    /**
     * Payout
     * @description The last day to pay (第十五条); provisional while the official calendar is not announced.
     */
    Payout: {
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Provisional */
      provisional: boolean;
    };
    /**
     * PeopleOutIn
     * @description Some people leave the list (离职、退保), or have died: the last day of their cover.
     *
     *     None where they were never to be in it; of who has died it is the day of her death.
     */
    PeopleOutIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "died" | "people_out";
      /** Last Day */
      last_day?: string | null;
      /** Rows */
      rows: number[];
    };
    /**
     * PersonChange
     * @description Somebody of a list before and after an endorsement.
     */
    PersonChange: {
      after: components["schemas"]["Values"];
      before: components["schemas"]["Values"];
      /** Row */
      row: number;
    };
    /**
     * PersonClaim
     * @description A claim of hers, open or settled; item, day and sum once it is settled.
     */
    PersonClaim: {
      /** Item Label */
      item_label: string | null;
      /** Receipt */
      receipt: string;
      /**
       * Reported On
       * Format: date
       */
      reported_on: string;
      /** Settled On */
      settled_on: string | null;
      /** State Label */
      state_label: string;
      /** Total */
      total: number | null;
    };
    /**
     * PersonCopy
     * @description Where the copy of what is kept of somebody is to be fetched from, and what is in it.
     */
    PersonCopy: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Files */
      files: components["schemas"]["ArchiveFile"][];
      /** Sha256 */
      sha256: string;
      /** Url */
      url: string;
    };
    /**
     * PersonCover
     * @description The cover of one person under an accepted list, as her policies make it (第四、五条).
     *
     *     `first_day` is later than the list's where a policy before it still runs; both days are None
     *     where this policy adds no day. `waiting_last_day` is None without a waiting period.
     */
    PersonCover: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** First Day */
      first_day: string | null;
      /** Is Continuous */
      is_continuous: boolean;
      /** Last Day */
      last_day: string | null;
      /** Row */
      row: number;
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * PersonEnded
     * @description An item that is over for her (第五条), by which claim or old policy.
     */
    PersonEnded: {
      /** Is Refund */
      is_refund: boolean;
      /** Item */
      item: string;
      /** Item Label */
      item_label: string;
      /**
       * Paid On
       * Format: date
       */
      paid_on: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * PersonFound
     * @description What is known of somebody, as far as whoever asks may see it.
     *
     *     `is_whole`: all her policies, with what is remarkable between them, ended items and claims. A
     *     county's contact sees the policies of her own counties, and nothing about illness.
     *     `restricted_on` is since when her data are only kept, as she has asked (限制处理).
     */
    PersonFound: {
      /** Claims */
      claims: components["schemas"]["PersonClaim"][];
      /** Ended */
      ended: components["schemas"]["PersonEnded"][];
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Id Number */
      id_number: string;
      /** Is Whole */
      is_whole: boolean;
      /**
       * On
       * Format: date
       */
      on: string;
      /** Policies */
      policies: components["schemas"]["PersonPolicy"][];
      /** Restricted On */
      restricted_on: string | null;
    };
    /**
     * PersonIn
     * @description What somebody's row should have said; what is not given stays.
     */
    PersonIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "person";
      /**
       * Id Number
       * @default
       */
      id_number: string;
      /**
       * Name
       * @default
       */
      name: string;
      /**
       * Occupation
       * @default
       */
      occupation: string;
      /** Row */
      row: number;
    };
    /**
     * PersonPolicy
     * @description A policy of hers and what it covers of her time; `is_brought_in`: 补录, from before go-live.
     *
     *     Her days are None where it gives her none, as another one runs.
     */
    PersonPolicy: {
      /** County */
      county: string;
      /** First Day */
      first_day: string | null;
      /** Is Brought In */
      is_brought_in: boolean;
      /** Is Continuous */
      is_continuous: boolean;
      /** Last Day */
      last_day: string | null;
      /** Policy Number */
      policy_number: string;
      /** Receipt */
      receipt: string;
      /** State */
      state: ("not_yet" | "waiting" | "covered" | "ended") | null;
      /** State Label */
      state_label: string;
      /** Unit Name */
      unit_name: string;
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * PersonRequest
     * @description Whom the desk asks about: the whole number, in the body only.
     */
    PersonRequest: {
      /** Id Number */
      id_number: string;
    };
    /**
     * PlanSum
     * @description What a list costs under the plan that is valid from a day.
     */
    PlanSum: {
      /**
       * Plan
       * Format: date
       */
      plan: string;
      premium: components["schemas"]["Premium"];
    };
    /**
     * Policy
     * @description The policy (保单) by which a list was accepted: covered from … until, both inclusive.
     *
     *     The three days are those that decide when it may begin at the earliest (第四条); `begins` says
     *     why it begins on its first day; `premium_why` which of two premiums holds, where the list was
     *     quoted under another one. `examined_rows` are those insured of whom there was something to
     *     decide; what, may be an illness of theirs, and is not told. `granted_rows` renew, although there
     *     was a gap in their cover.
     */
    Policy: {
      begins: components["schemas"]["Finding"];
      /**
       * Consent Date
       * Format: date
       */
      consent_date: string;
      /**
       * Examined Rows
       * @default []
       */
      examined_rows: number[];
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /**
       * Granted Rows
       * @default []
       */
      granted_rows: number[];
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /**
       * Leavers
       * @default []
       */
      leavers: components["schemas"]["Leaver"][];
      /** Number */
      number: string;
      /**
       * Old Covers
       * @default []
       */
      old_covers: components["schemas"]["OldCoverTold"][];
      /** People */
      people: number;
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      premium: components["schemas"]["Premium"];
      /**
       * Premium Received Date
       * Format: date
       */
      premium_received_date: string;
      premium_why: components["schemas"]["Finding"] | null;
      /** Refusals */
      refusals: components["schemas"]["Refusal"][];
    };
    /**
     * PolicyIn
     * @description The dates and the number of the policy, as they should have been: all of them.
     */
    PolicyIn: {
      /** Agreed First Day */
      agreed_first_day?: string | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "policy";
      /**
       * Consent Date
       * Format: date
       */
      consent_date: string;
      /**
       * Policy Issued Date
       * Format: date
       */
      policy_issued_date: string;
      /** Policy Number */
      policy_number: string;
      /** Premium Holds */
      premium_holds?: ("quoted" | "issued") | null;
      /**
       * Premium Received Date
       * Format: date
       */
      premium_received_date: string;
    };
    /**
     * Premium
     * @description What a unit transfers, in yuan; `capitals` is the amount in capital numerals (大写).
     */
    Premium: {
      /** Amount */
      amount: number;
      /** Capitals */
      capitals: string;
      /** Per Person */
      per_person: number;
    };
    /**
     * PremiumPayment
     * @description Premium that arrived with the insurer, or went back (`is_back`), as the bank says it.
     *
     *     What went back `is_for_good` (退还、退保) after acceptance is not owed again.
     *     `amount` is in yuan, to the fen. `payer` is the name of the account, `bank_reference` the number
     *     of the line in the bank's statement, both empty where nobody wrote them down. `statement_line`
     *     is the digest of the line that it was taken from; empty where it was written down by hand.
     */
    PremiumPayment: {
      /**
       * Account
       * @enum {string}
       */
      account: "unit" | "union" | "person";
      /** Amount */
      amount: string;
      /**
       * Bank Reference
       * @default
       */
      bank_reference: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /**
       * Is Back
       * @default false
       */
      is_back: boolean;
      /**
       * Is For Good
       * @default false
       */
      is_for_good: boolean;
      /**
       * Payer
       * @default
       */
      payer: string;
      /**
       * Statement Line
       * @default
       */
      statement_line: string;
    };
    /**
     * PrintedForm
     * @description What the unit prints and stamps (第十一条): what it submitted, as it was endorsed since.
     *
     *     `code` is a QR code that leads to where its check text is compared, as SVG. `offline_text` is
     *     what stands instead on sheets of the same list that were printed before it was submitted; none
     *     once somebody was erased. `ended` is what the state of a list is called that has ended: nobody
     *     needs to stamp it.
     */
    PrintedForm: {
      /** Check Text */
      check_text: string;
      /** Code */
      code: string;
      /**
       * Ended
       * @default
       */
      ended: string;
      funding: components["schemas"]["Finding"];
      /** Offline Text */
      offline_text: string;
      payment: components["schemas"]["Payment"];
      /** People */
      people: number;
      policy: components["schemas"]["Policy"] | null;
      premium: components["schemas"]["Premium"];
      /** Receipt */
      receipt: string;
      /** Rows */
      rows: components["schemas"]["FormRow"][];
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
    };
    /**
     * ProblemDocument
     * @description What a refused request gets back.
     */
    ProblemDocument: {
      /** Code */
      code: string;
      /** Detail */
      detail: string;
      /**
       * Findings
       * @default []
       */
      findings: components["schemas"]["Finding"][];
      /** Status */
      status: number;
      /** Title */
      title: string;
      /** Type */
      type: string;
    };
    /**
     * ProposedEndorsement
     * @description An endorsement that waits for a second person; `person` is masked as rows are.
     *
     *     `open_claims` are the receipts of claims that may rest on cover that it takes away, and
     *     `decided_claims` of those that are to be reopened once it holds; `renewals` says in which later
     *     lists people would not renew any more, or is empty. `waits_until` is the last day on which
     *     `person` waits by it, who renewed before; null where she renews still. `gaps` are let pass.
     */
    ProposedEndorsement: {
      acceptance: components["schemas"]["Acceptance"] | null;
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /**
       * Change
       * @enum {string}
       */
      change: "people_out" | "died" | "person" | "policy" | "gap_granted" | "acceptance_withdrawn";
      /** Decided Claims */
      decided_claims: string[];
      /** Gaps */
      gaps: components["schemas"]["Gap"][];
      /** Label */
      label: string;
      /** Leavers */
      leavers: components["schemas"]["Leaver"][];
      /** May Confirm */
      may_confirm: boolean;
      /** Open Claims */
      open_claims: string[];
      person: components["schemas"]["PersonChange"] | null;
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
      /** Renewals */
      renewals: string;
      /** Waits Until */
      waits_until: string | null;
    };
    /**
     * ProposeRequest
     * @description What somebody has found; `specimen_date` where the report did not know it, or was wrong.
     *
     *     `primary` (原发) and `first` (初次发生) are stated of the illness, with the `grounds`.
     *     `not_needed` are the papers that she has not opened, as she does not need them.
     */
    ProposeRequest: {
      /** Allowance */
      allowance: number;
      /** Article */
      article?: string | null;
      /** First */
      first: boolean;
      /** Grounds */
      grounds: string;
      /** Lump Sum */
      lump_sum: number;
      /** Not Needed */
      not_needed?: string[];
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "pay" | "refuse" | "refund";
      /** Primary */
      primary: boolean;
      /** Reason */
      reason?: string | null;
      /** Refund */
      refund: number;
      /** Specimen Date */
      specimen_date?: string | null;
    };
    /**
     * PublicLecture
     * @description A lecture; `entry_id` is the same as long as it is not changed.
     */
    PublicLecture: {
      /** Begins */
      begins: string;
      /** County */
      county: string;
      /**
       * Day
       * Format: date
       */
      day: string;
      /** Ends */
      ends: string;
      /** Entry Id */
      entry_id: string;
      /** Phone */
      phone: string;
      /** Place */
      place: string;
      /**
       * Speaker
       * @default
       */
      speaker: string;
      /** Title */
      title: string;
    };
    /**
     * PublishedPace
     * @description Within how many days half of something was done, and nine of ten.
     */
    PublishedPace: {
      /** Label */
      label: string;
      /** Median */
      median: number;
      /** Ninetieth */
      ninetieth: number;
      /** Unit */
      unit: string;
    };
    /**
     * PublishedPaces
     * @description What was done from a day until another, both inclusive.
     */
    PublishedPaces: {
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** Paces */
      paces: components["schemas"]["PublishedPace"][];
    };
    /**
     * Queue
     * @description A page of the queue; `next` asks for the one after it.
     *
     *     `unreadable` has the receipts of lists that cannot be read; who runs the service is alarmed.
     */
    Queue: {
      /** Items */
      items: components["schemas"]["Queued"][];
      /** Next */
      next: string | null;
      /** Unreadable */
      unreadable: string[];
    };
    /**
     * Queued
     * @description A roster as the queue shows it; `due` is the day until which the next step is to be done.
     *
     *     `holder` is who has it in hand, empty where nobody has. `arrived` has what came for it, and is
     *     empty of lists to which nothing has happened since that is kept.
     *
     *     `papers_missing` and `to_tell`, what is to be told, are there where such lists are asked for.
     */
    Queued: {
      /** Arrived */
      arrived: ("sheets" | "premium" | "premium_part")[];
      /** County */
      county: string;
      /**
       * Due
       * Format: date
       */
      due: string;
      /** Holder */
      holder: string;
      /** Is Overdue */
      is_overdue: boolean;
      /** Is Soon */
      is_soon: boolean;
      /**
       * Papers Missing
       * @default []
       */
      papers_missing: ("policy" | "invoice")[];
      /** People */
      people: number;
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
      /**
       * State
       * @enum {string}
       */
      state: "submitted" | "returned" | "accepted" | "withdrawn" | "closed";
      /** State Label */
      state_label: string;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
      /**
       * To Tell
       * @default []
       */
      to_tell: string[];
      /**
       * Unit Kind
       * @enum {string}
       */
      unit_kind: "机关" | "事业单位" | "企业" | "社会团体";
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
    };
    /**
     * QueuedClaim
     * @description A claim as the queue shows it; `due` is null once it is settled.
     *
     *     `insured_name` is masked. `to_tell` is what is to be told, where such claims are asked for.
     *
     *     `is_provisional` says that the official calendar up to `due` is not announced yet.
     *     `holder` is who has it in hand, empty where nobody has.
     */
    QueuedClaim: {
      /** County */
      county: string;
      /** Due */
      due: string | null;
      /** Due Label */
      due_label: string;
      /** Holder */
      holder: string;
      /** Insured Name */
      insured_name: string;
      /** Is Late Report */
      is_late_report: boolean;
      /** Is Overdue */
      is_overdue: boolean;
      /** Is Provisional */
      is_provisional: boolean;
      /** Is Soon */
      is_soon: boolean;
      /** Receipt */
      receipt: string;
      /**
       * Reported At
       * Format: date-time
       */
      reported_at: string;
      /** Revision */
      revision: number;
      /** State */
      state:
        | ("waiting_for_papers" | "papers_complete" | "assessed" | "awaiting_transfer")
        | ("paid" | "refused" | "refunded")
        | "joined";
      /** State Label */
      state_label: string;
      /**
       * To Tell
       * @default []
       */
      to_tell: string[];
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
    };
    /**
     * Reason
     * @description Why something was done to a list: about all of it, or some of its rows.
     */
    Reason: {
      /** Article */
      article: string | null;
      /**
       * Article Label
       * @description What people call the article.
       */
      readonly article_label: string | null;
      /**
       * Rows
       * @default []
       */
      rows: number[];
      /** Text */
      text: string;
    };
    /**
     * ReasonIn
     * @description Why the list comes back; `rows` where it is only about some.
     */
    ReasonIn: {
      /** Article */
      article?: string | null;
      /** Rows */
      rows?: number[];
      /** Text */
      text: string;
    };
    /**
     * Receipt
     * @description Proof that a list is kept; `access_code` is shown this once.
     *
     *     By `list_mark` a device knows the same list when it comes again.
     */
    Receipt: {
      /** Access Code */
      access_code: string;
      contact: components["schemas"]["Contact"];
      /** List Mark */
      list_mark: string;
      payment: components["schemas"]["Payment"];
      /** People */
      people: number;
      premium: components["schemas"]["Premium"];
      /** Print Url */
      print_url: string;
      /** Receipt */
      receipt: string;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
      /** Version */
      version: number;
      whereabouts: components["schemas"]["Whereabouts"];
    };
    /**
     * RecognisedColumn
     * @description Which column of the sheet holds which field; `column` counts from 1.
     *
     *     `is_guess` says that the header alone did not decide it, but what stands below.
     */
    RecognisedColumn: {
      /** Column */
      column: number;
      /**
       * Field
       * @enum {string}
       */
      field: "number" | "name" | "id_number" | "occupation";
      /** Header */
      header: string;
      /**
       * Is Guess
       * @default false
       */
      is_guess: boolean;
      /** Letters */
      letters: string;
    };
    /**
     * RecordLinesRequest
     * @description Lines of an uploaded statement to be recorded.
     *
     *     `is_looked_at` says that somebody has looked at each of them, and knows that it was not written
     *     down by hand before.
     */
    RecordLinesRequest: {
      /**
       * Is Looked At
       * @default false
       */
      is_looked_at: boolean;
      /** Lines */
      lines: components["schemas"]["LineAsked"][];
      /** Upload Id */
      upload_id: string;
    };
    /**
     * RefundOut
     * @description The premium that is given back.
     */
    RefundOut: {
      /** Premium */
      premium: number;
    };
    /**
     * Refusal
     * @description Why the insurer does not insure somebody of an accepted list (第三、四条).
     */
    Refusal: {
      /** Article */
      article: string;
      /**
       * Article Label
       * @description What people call the article.
       */
      readonly article_label: string;
      /** Reason */
      reason: string;
      /** Row */
      row: number;
    };
    /**
     * RefusalIn
     * @description Somebody whom the insurer does not insure, and by which article.
     */
    RefusalIn: {
      /** Article */
      article: string;
      /** Reason */
      reason: string;
      /** Row */
      row: number;
    };
    /**
     * Reminder
     * @description The desk has reminded of a list that went back; from `close_from` on it may close it.
     */
    Reminder: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /**
       * Close From
       * Format: date
       */
      close_from: string;
      /** Reasons */
      reasons: components["schemas"]["Reason"][];
    };
    /**
     * RemindRequest
     * @description A unit is reminded of a list that went back: what it reads.
     */
    RemindRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * RenamedIn
     * @description The unit has another name, county or 统一社会信用代码.
     */
    RenamedIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "renamed";
      /** County */
      county: string;
      /**
       * Credit Code
       * @default
       */
      credit_code: string;
      /** Name */
      name: string;
    };
    /**
     * RenewalCounts
     * @description How many people there are of each change; how many rows of each list were not compared.
     */
    RenewalCounts: {
      /** Added */
      added: number;
      /** Lapsed */
      lapsed: number;
      /** Last Not Compared */
      last_not_compared: number;
      /** Left */
      left: number;
      /** Renewed */
      renewed: number;
      /** This Not Compared */
      this_not_compared: number;
      /** Too Old */
      too_old: number;
    };
    /**
     * RenewalOffer
     * @description Next year's list of an accepted one: offered from `opens_on`, as the old cover nears its end.
     *
     *     `first_day` is the earliest of the new cover: the day after the old one ends, or tomorrow where
     *     it has ended. `sent` are the lists that were submitted to renew it.
     */
    RenewalOffer: {
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /** Is Open */
      is_open: boolean;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /**
       * Opens On
       * Format: date
       */
      opens_on: string;
      /**
       * Sent
       * @default []
       */
      sent: components["schemas"]["RenewalSent"][];
    };
    /**
     * RenewalPerson
     * @description What becomes of one person, in the words that people read.
     */
    RenewalPerson: {
      /**
       * Change
       * @enum {string}
       */
      change: "renewed" | "added" | "left" | "lapsed" | "too_old";
      /** Change Label */
      change_label: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Last Row */
      last_row: number | null;
      /** Maximum Age */
      maximum_age: number | null;
      /** Name */
      name: string;
      /**
       * Name Before
       * @default
       */
      name_before: string;
      /** Row */
      row: number | null;
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * RenewalReport
     * @description Two lists compared, as if the new cover began on `cover_from`; nothing was stored.
     */
    RenewalReport: {
      counts: components["schemas"]["RenewalCounts"];
      /**
       * Cover From
       * Format: date
       */
      cover_from: string;
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /** People */
      people: components["schemas"]["RenewalPerson"][];
    };
    /**
     * RenewalRequest
     * @description This year's list and last year's; `last_day` is the last of last year's cover.
     *
     *     It is not asked of a receipt whose list was accepted: there it is known.
     */
    RenewalRequest: {
      last: components["schemas"]["LastListIn"];
      /** Last Day */
      last_day?: string | null;
      this: components["schemas"]["ThisListIn"];
    };
    /**
     * RenewalSent
     * @description A list that was submitted to renew another one; `is_ended`: it was withdrawn or closed.
     */
    RenewalSent: {
      /** Is Ended */
      is_ended: boolean;
      /** People */
      people: number;
      /** Receipt */
      receipt: string;
      /** State Label */
      state_label: string;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
    };
    /**
     * ReopenedClaim
     * @description Since when a claim that was settled goes on, and why.
     */
    ReopenedClaim: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Label */
      label: string;
      /** Told */
      told: string;
    };
    /**
     * ReopeningRequest
     * @description Why a settled claim shall go on: she objects, in her words, or was in hospital again.
     */
    ReopeningRequest: {
      /**
       * Why
       * @enum {string}
       */
      why: "objection" | "stay";
      /** Words */
      words?: string | null;
    };
    /**
     * ReopenRequest
     * @description Why a claim that was decided goes on.
     *
     *     A mistake, money that cannot be transferred, or a further stay of which she told the desk.
     */
    ReopenRequest: {
      /** Reason */
      reason: string;
      /**
       * Why
       * @enum {string}
       */
      why: "mistake" | "transfer" | "stay";
    };
    /**
     * ReporterIn
     * @description Who reports, and what the person is to the insured.
     *
     *     To `email`, where it is left, goes what happens to the claim.
     */
    ReporterIn: {
      /**
       * Email
       * @default
       */
      email: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
      /**
       * Relation
       * @enum {string}
       */
      relation: "self" | "spouse" | "parent" | "child" | "unit" | "other";
    };
    /** ResponseValidationError */
    ResponseValidationError: {
      /** Detail */
      detail?: components["schemas"]["ValidationError"][];
    };
    /**
     * RestrictionRequest
     * @description Whose data are to be kept only (限制处理), still so, or not any more, as she has asked.
     *
     *     `reason` of one that is looked at again (`kept`) says what came of that.
     */
    RestrictionRequest: {
      /** Id Number */
      id_number: string;
      /**
       * Is Verified
       * @constant
       */
      is_verified: true;
      /** Reason */
      reason: string;
      /**
       * What
       * @enum {string}
       */
      what: "restricted" | "kept" | "lifted";
    };
    /**
     * ReturnRequest
     * @description A list goes back to its unit.
     */
    ReturnRequest: {
      /** Reasons */
      reasons: components["schemas"]["ReasonIn"][];
    };
    /**
     * ReverseRequest
     * @description Why all that an import brought in is taken back.
     */
    ReverseRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * RosterCheckReport
     * @description What was found in a list; nothing was stored.
     *
     *     `names` says who stands in each row; `rows` what those rows say that have an error or a
     *     warning, or were mended. `names_read` are the names that are read otherwise than they are
     *     written. `left_out` and `template` are the rows that `counts` counts as such. `marking` tells
     *     before a download what a marked-up file will not hold; `merged` is there where rows to mend
     *     were put into their base. `list_mark` is that of the receipt of a list with the same people.
     */
    RosterCheckReport: {
      /** Columns */
      columns: components["schemas"]["RecognisedColumn"][];
      counts: components["schemas"]["RowCounts"];
      /**
       * Cover From
       * Format: date
       */
      cover_from: string;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Left Out */
      left_out: components["schemas"]["ListedRow"][];
      /** List Mark */
      list_mark: string;
      /** Marking */
      marking: components["schemas"]["Finding"][];
      merged: components["schemas"]["MergedRows"] | null;
      /** Names */
      names: {
        [key: string]: string;
      };
      /** Names Read */
      names_read: {
        [key: string]: string;
      };
      premium: components["schemas"]["Premium"];
      /** Ready */
      ready: boolean;
      /** Rows */
      rows: components["schemas"]["RowRead"][];
      /** Sheet */
      sheet: string | null;
      /** Template */
      template: number[];
    };
    /**
     * RosterCheckRequest
     * @description A list to look at; `exclude_rows` are of people who are not to be insured this time.
     */
    RosterCheckRequest: {
      base?: components["schemas"]["WholeListIn"] | null;
      columns?: components["schemas"]["ChosenColumns"] | null;
      /**
       * Exclude Rows
       * @default []
       */
      exclude_rows: number[];
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      /** Text */
      text?: string | null;
      unit?: components["schemas"]["RosterUnitIn"] | null;
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * RosterCounts
     * @description How much there is of each state.
     */
    RosterCounts: {
      /** Counts */
      counts: components["schemas"]["Count"][];
    };
    /**
     * RosterStatus
     * @description Where a roster stands; `reasons` say why it was returned or closed, if it was.
     *
     *     `reminder` is there while a list that went back waits and the desk has reminded of it.
     *     `expected` is there until the insurer has accepted it, `policy` and `renewal` from then on, and
     *     of the `papers` those that were handed over;
     *     before it, `two_sums`, where today's premium is not the one that the list was quoted. `names`
     *     say who stands in the rows that reasons and refusals are about. `check_text` stands on the
     *     sheets of the list as it is now. `unit` is what the unit said of itself, so that a correction
     *     need not ask for it again.
     */
    RosterStatus: {
      account: components["schemas"]["AccountTold"];
      /** Check Text */
      check_text: string;
      consents: components["schemas"]["ConsentsTold"];
      contact: components["schemas"]["Contact"];
      expected: components["schemas"]["ExpectedCover"] | null;
      /**
       * Names
       * @default {}
       */
      names: {
        [key: string]: string;
      };
      /** Next Step */
      next_step: string;
      /**
       * Papers
       * @default []
       */
      papers: components["schemas"]["PaperTold"][];
      payment: components["schemas"]["Payment"];
      /** People */
      people: number;
      policy: components["schemas"]["Policy"] | null;
      premium: components["schemas"]["Premium"];
      /** Print Url */
      print_url: string;
      /**
       * Reasons
       * @default []
       */
      reasons: components["schemas"]["Reason"][];
      /** Receipt */
      receipt: string;
      reminder: components["schemas"]["Reminder"] | null;
      renewal: components["schemas"]["RenewalOffer"] | null;
      /**
       * Renews
       * @default
       */
      renews: string;
      /**
       * Requests
       * @default []
       */
      requests: components["schemas"]["ChangeRequested"][];
      /**
       * Sheets
       * @default []
       */
      sheets: components["schemas"]["SheetTold"][];
      /**
       * State
       * @enum {string}
       */
      state: "submitted" | "returned" | "accepted" | "withdrawn" | "closed";
      /** State Label */
      state_label: string;
      /**
       * Supplements
       * @default
       */
      supplements: string;
      /** Timeline */
      timeline: components["schemas"]["RosterStatusStep"][];
      two_sums: components["schemas"]["Finding"] | null;
      unit: components["schemas"]["Unit"];
      /** Unit Name */
      unit_name: string;
      /** Version */
      version: number;
      whereabouts: components["schemas"]["Whereabouts"];
    };
    /**
     * RosterStatusStep
     * @description Something that happened to a roster, to one version of its list, in words for the unit.
     *
     *     `note` says what to do about it, where that is not said elsewhere.
     */
    RosterStatusStep: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      /** Label */
      label: string;
      /**
       * Note
       * @default
       */
      note: string;
      /**
       * Reasons
       * @default []
       */
      reasons: components["schemas"]["Reason"][];
      /**
       * State
       * @enum {string}
       */
      state:
        | "submitted"
        | "returned"
        | "accepted"
        | "withdrawn"
        | "closed"
        | "endorsed"
        | "acceptance_withdrawn"
        | "corrected"
        | "reminded"
        | "access_code_changed"
        | "clerk_changed"
        | "endorsement_proposed"
        | "endorsement_declined"
        | "change_requested"
        | "change_declined"
        | "premium_received"
        | "premium_paid_back"
        | "payment_struck"
        | "policy_attached"
        | "policy_replaced"
        | "policy_opened"
        | "invoice_attached"
        | "invoice_replaced"
        | "invoice_opened"
        | "sheets_brought"
        | "consents_brought"
        | "consents_attested"
        | "person_erased"
        | "undone";
      /** Version */
      version: number;
    };
    /**
     * RosterSubmitRequest
     * @description A list to keep, with what the person confirmed and agreed to.
     *
     *     Where it `supplements` an accepted list (补充名单) its people get a year of their own; where it
     *     `renews` one (续保名单) both know of each other. A correction keeps what the first version said.
     *     By the text of version `attestation`, where it is given, the unit attests that it keeps what
     *     everybody has signed (本人同意书).
     */
    RosterSubmitRequest: {
      /**
       * Attestation
       * @default
       */
      attestation: string;
      base?: components["schemas"]["WholeListIn"] | null;
      columns?: components["schemas"]["ChosenColumns"] | null;
      /** Confirmations */
      confirmations?: string[];
      consent: components["schemas"]["Consent"];
      /**
       * Exclude Rows
       * @default []
       */
      exclude_rows: number[];
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      renews?: components["schemas"]["EarlierListIn"] | null;
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      supplements?: components["schemas"]["EarlierListIn"] | null;
      /** Text */
      text?: string | null;
      unit: components["schemas"]["RosterUnitIn"];
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * RosterUnitIn
     * @description The unit (单位) whose union sends the list: 第三、十一、十九条.
     *
     *     `old_last_day` is the last day of the cover that the list renews, as far as the unit knows. To
     *     `email`, where it is left, goes what happens to the list.
     */
    RosterUnitIn: {
      /** Contact Name */
      contact_name: string;
      /** County */
      county: string;
      /**
       * Credit Code
       * @default
       */
      credit_code: string;
      /**
       * Email
       * @default
       */
      email: string;
      /**
       * Funding
       * @enum {string}
       */
      funding: "self" | "unit" | "union" | "mixed";
      /**
       * Kind
       * @enum {string}
       */
      kind: "机关" | "事业单位" | "企业" | "社会团体";
      /** Name */
      name: string;
      /** Old Last Day */
      old_last_day?: string | null;
      /** Phone */
      phone: string;
      /** Union */
      union: boolean;
    };
    /**
     * RowCounts
     * @description What became of every row that the list has, and how many findings there are.
     *
     *     No row is lost: `seen` = `people` + `to_mend` + `left_out` + `template` + `excluded`; those of
     *     people, `rows`, are `people` + `to_mend`.
     *
     *     `people` have no error, `to_mend` have one, `left_out` are no people's, `template` holds only
     *     what the form came with, `excluded` were left out by her who brought the list.
     */
    RowCounts: {
      /** Errors */
      errors: number;
      /** Excluded */
      excluded: number;
      /** Left Out */
      left_out: number;
      /** People */
      people: number;
      /** Rows */
      rows: number;
      /** Seen */
      seen: number;
      /** Template */
      template: number;
      /** To Mend */
      to_mend: number;
      /** Warnings */
      warnings: number;
    };
    /**
     * RowIn
     * @description What a person's row says, where the list is not a file; the rules say what is missing.
     */
    RowIn: {
      /**
       * Id Number
       * @default
       */
      id_number: string;
      /**
       * Name
       * @default
       */
      name: string;
      /**
       * Occupation
       * @default
       */
      occupation: string;
    };
    /**
     * RowRead
     * @description One person's row as the list has it, before any mend.
     */
    RowRead: {
      /** Id Number */
      id_number: string;
      /** Name */
      name: string;
      /**
       * Occupation
       * @default
       */
      occupation: string;
      /** Row */
      row: number;
    };
    /**
     * RowsAccepted
     * @description Why people are insured about whom there was something to decide.
     */
    RowsAccepted: {
      /** Reason */
      reason: string;
      /** Rows */
      rows: number[];
    };
    /**
     * RowsAcceptedIn
     * @description Why people are insured about whom there was something to decide.
     */
    RowsAcceptedIn: {
      /** Reason */
      reason: string;
      /** Rows */
      rows: number[];
    };
    /**
     * RowsPage
     * @description Some rows of a version; `next` asks for those after them.
     *
     *     `difference` comes with the first rows of a version that took the place of another one.
     *     `offline_text` stands on sheets of these people that were printed before they were submitted;
     *     who sees people masked is not told it, nor is it there once somebody was erased.
     */
    RowsPage: {
      difference: components["schemas"]["Difference"] | null;
      /** Is Masked */
      is_masked: boolean;
      /** Next */
      next: number | null;
      /** Offline Text */
      offline_text: string;
      /** Rows */
      rows: components["schemas"]["CaseRow"][];
      /** Total */
      total: number;
      /** Version */
      version: number;
    };
    /**
     * RowStates
     * @description What the insurer's file says of a list's rows; nothing was stored.
     *
     *     `refusals` go into the acceptance as they are; `without_state` counts the people of whom the
     *     file says nothing.
     */
    RowStates: {
      /** Accepted */
      accepted: number;
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** Refusals */
      refusals: components["schemas"]["RefusalIn"][];
      /** Without State */
      without_state: number;
    };
    /**
     * RowStatesRequest
     * @description The insurer's file, as an upload.
     */
    RowStatesRequest: {
      /** Upload Id */
      upload_id: string;
    };
    /**
     * SameUnitList
     * @description An earlier list of the same unit with people of this one; what this one changes in it.
     *
     *     `is_renewed`: it is last year's, by which they were insured last, or which this one names.
     *     `is_added_to`: this one supplements it, or the same list as it does; the others stay there.
     */
    SameUnitList: {
      difference: components["schemas"]["Difference"];
      /** Is Added To */
      is_added_to: boolean;
      /** Is Renewed */
      is_renewed: boolean;
      /** Receipt */
      receipt: string;
      /** State Label */
      state_label: string;
      /**
       * Submitted At
       * Format: date-time
       */
      submitted_at: string;
    };
    /**
     * SendBackRequest
     * @description A paper must come again, and why.
     */
    SendBackRequest: {
      /** Article */
      article?: string | null;
      /** Reason */
      reason: string;
    };
    /**
     * SeparatedIn
     * @description A unit that was merged into it in error is one of its own again; `other` is its number.
     */
    SeparatedIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "separated";
      /** Other */
      other: string;
    };
    /**
     * Services
     * @description What there is (第十七、十八条), lectures in the order of their days; nothing withdrawn.
     *
     *     `paces` is how long lists and claims took lately.
     */
    Services: {
      /** Lectures */
      lectures: components["schemas"]["PublicLecture"][];
      paces: components["schemas"]["PublishedPaces"] | null;
      /** Specialists */
      specialists: components["schemas"]["Specialist"][];
    };
    /**
     * Settlement
     * @description How a claim was decided: what is paid in yuan, by which article, and why not.
     *
     *     `paid_before` is what earlier decisions on it had paid, which is set off. `lines` are the
     *     arithmetic of the allowance, where it was paid by it. `stated` is what was found of the illness
     *     (原发、初次发生), and `grounds` by what; null where it was decided before that was asked.
     *     `decided_on` is null where money was paid, or none was due, on the day of the decision itself;
     *     `settled_on` is null as long as it is still to be transferred, and `account` are the last digits
     *     of where it went.
     */
    Settlement: {
      /** Account */
      account: string | null;
      /** Allowance */
      allowance: number;
      /** Article */
      article: string | null;
      /** Article Label */
      article_label: string | null;
      /** Decided On */
      decided_on: string | null;
      /** Grounds */
      grounds: string | null;
      /** Lines */
      lines: components["schemas"]["AllowanceLine"][];
      /** Lump Sum */
      lump_sum: number;
      /**
       * Outcome
       * @enum {string}
       */
      outcome: "pay" | "refuse" | "refund";
      /** Paid Before */
      paid_before: number;
      /** Reason */
      reason: string | null;
      /** Refund */
      refund: number;
      /** Settled On */
      settled_on: string | null;
      /** Stated */
      stated: string | null;
      /** Total */
      total: number;
    };
    /**
     * SheetBeginning
     * @description The first rows of a sheet, as texts in which long numbers are masked.
     *
     *     `first_row` is the number of the first of `rows`; `header_row` the guessed header's, or 0.
     *     It is for the person who brought the file, in the answer to her own request: never for a log.
     */
    SheetBeginning: {
      /** Columns */
      columns: components["schemas"]["GuessedColumn"][];
      /** First Row */
      first_row: number;
      /** Header Row */
      header_row: number;
      /** Rows */
      rows: string[][];
      /** Sheet */
      sheet: string | null;
    };
    /**
     * SheetIn
     * @description What stands on a printed sheet: its receipt and its check text (核对码).
     */
    SheetIn: {
      /** Check Text */
      check_text: string;
      /** Receipt */
      receipt: string;
    };
    /**
     * SheetStanding
     * @description What the check text of a sheet is to a list; `finding` says it, and what to do.
     *
     *     An `offline` one was printed before its list was submitted: it is not compared here.
     */
    SheetStanding: {
      finding: components["schemas"]["Finding"];
      /** Standing */
      standing: ("matches" | "outdated" | "differs") | "offline";
    };
    /**
     * SheetTold
     * @description Of stamped sheets; `is_current`: it is of the list as it stands.
     */
    SheetTold: {
      /** Filename */
      filename: string;
      /**
       * Findings
       * @default []
       */
      findings: components["schemas"]["Finding"][];
      /** Is Current */
      is_current: boolean;
      /**
       * Received At
       * Format: date-time
       */
      received_at: string;
      /**
       * State
       * @enum {string}
       */
      state: "received" | "scanning" | "accepted" | "unscanned" | "rejected";
      /** State Label */
      state_label: string;
      /** Version */
      version: number;
    };
    /**
     * SignedConsentsIn
     * @description Scans or photos of signed consents (本人同意书), or that the unit keeps them.
     *
     *     It attests that by the text of version `attestation`. Without `rows` they are everybody's.
     */
    SignedConsentsIn: {
      /**
       * Attestation
       * @default
       */
      attestation: string;
      /**
       * Rows
       * @default []
       */
      rows: number[];
      /**
       * Upload Ids
       * @default []
       */
      upload_ids: string[];
    };
    /**
     * SignIn
     * @description Where the desk's people sign in: what a page gives its OIDC client.
     *
     *     The ID token that comes back is the bearer token of /api/staff.
     */
    SignIn: {
      /** Client Id */
      client_id: string;
      /** Issuer */
      issuer: string;
      /** Scope */
      scope: string;
    };
    /**
     * Slip
     * @description Something to tell on paper; `why` says what became of its e-mail, or of it.
     */
    Slip: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      contact: components["schemas"]["Contact"];
      /** Fix */
      fix: string;
      /** Is Told */
      is_told: boolean;
      /** Message */
      message: string;
      /** Name */
      name: string;
      /** Title */
      title: string;
      /** Told At */
      told_at: string | null;
      /** Why */
      why: string;
    };
    /**
     * Slips
     * @description What is to be told on paper about a record, the newest first; `mail`: whether e-mail goes.
     */
    Slips: {
      /**
       * Mail
       * @enum {string}
       */
      mail: "none" | "used" | "unsubscribed" | "bounced";
      /** Slips */
      slips: components["schemas"]["Slip"][];
    };
    /**
     * Sought
     * @description What is searched for; `after` is what the page before gave as `next`.
     */
    Sought: {
      /**
       * After
       * @default
       */
      after: string;
      /** Q */
      q: string;
    };
    /**
     * Specialist
     * @description Somebody of the insurer who serves counties, and her work phone, published with her leave.
     */
    Specialist: {
      /** Counties */
      counties: string[];
      /**
       * Duties
       * @default
       */
      duties: string;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * SpecialistIn
     * @description A specialist to be entered; she has agreed that name and work phone are published.
     */
    SpecialistIn: {
      /** Counties */
      counties: string[];
      /**
       * Duties
       * @default
       */
      duties: string;
      /** Form */
      form: string;
      /**
       * Has Agreed
       * @constant
       */
      has_agreed: true;
      /** Name */
      name: string;
      /** Phone */
      phone: string;
    };
    /**
     * SplitIn
     * @description Another unit came out of it (分立), which is known so, or from now on.
     */
    SplitIn: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      change: "split";
      /** County */
      county: string;
      /**
       * Credit Code
       * @default
       */
      credit_code: string;
      /** Name */
      name: string;
    };
    /**
     * StampedSheetsIn
     * @description Scans or photos of stamped sheets, and the check text that stands on each of them.
     */
    StampedSheetsIn: {
      /** Check Text */
      check_text: string;
      /** Upload Ids */
      upload_ids: string[];
    };
    /**
     * StandingRestriction
     * @description Somebody's data are kept only, `since` a day: who did last what about it, when and why.
     *
     *     That is who restricted it, or, where it `is_looked_at`, who has looked at it again; nobody knows
     *     once the years are over for which that is kept. From `look_again_on` it is to be looked at.
     */
    StandingRestriction: {
      /** At */
      at: string | null;
      by: components["schemas"]["By"] | null;
      /** Is Looked At */
      is_looked_at: boolean;
      /** Is To Be Looked At */
      is_to_be_looked_at: boolean;
      /**
       * Look Again On
       * Format: date
       */
      look_again_on: string;
      /** Reason */
      reason: string;
      /**
       * Since
       * Format: date
       */
      since: string;
    };
    /**
     * StandingRestrictions
     * @description All that stand, whom to look at again first; of whom each is, who did it knows.
     */
    StandingRestrictions: {
      /** Restrictions */
      restrictions: components["schemas"]["StandingRestriction"][];
    };
    /**
     * StatementRequest
     * @description A bank statement that was uploaded as a list is.
     */
    StatementRequest: {
      /** Upload Id */
      upload_id: string;
    };
    /**
     * StayIn
     * @description A stay in hospital (住院); no discharge: she is still there.
     */
    StayIn: {
      /**
       * Admission
       * Format: date
       */
      admission: string;
      /** Discharge */
      discharge?: string | null;
    };
    /**
     * StrikeNoteIn
     * @description One's own note does not hold any more; `number` is the one that the case gives it.
     */
    StrikeNoteIn: {
      /** Number */
      number: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      what: "note_struck";
    };
    /**
     * StrikePaymentRequest
     * @description A payment was recorded in error; `number` is the one that the case gives it.
     */
    StrikePaymentRequest: {
      /** Number */
      number: number;
      /** Reason */
      reason: string;
    };
    /**
     * Summary
     * @description What was accepted, ended, reported and settled from a day until another, both inclusive.
     *
     *     `waiting` is of no period, but of `made_at`. `of_industry` is there, and nothing waits, where it
     *     is that of an industry union, and says of how many units. `hidden` is there where numbers of
     *     claims are not shown, and says which. `two_sums` says how many lists had two premiums
     *     (第二十条).
     */
    Summary: {
      /** Cities */
      cities: components["schemas"]["City"][];
      claims: components["schemas"]["Disease"];
      /** Diseases */
      diseases: components["schemas"]["Disease"][];
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      hidden: components["schemas"]["Finding"] | null;
      /** Kinds */
      kinds: components["schemas"]["Group"][];
      /**
       * Last Day
       * Format: date
       */
      last_day: string;
      /**
       * Made At
       * Format: date-time
       */
      made_at: string;
      of_industry: components["schemas"]["Finding"] | null;
      /** Paces */
      paces: components["schemas"]["Pace"][];
      total: components["schemas"]["Group"];
      two_sums: components["schemas"]["Finding"] | null;
      /** Waiting */
      waiting: components["schemas"]["Waiting"][];
    };
    /**
     * SupplementRequest
     * @description Papers that are brought later to the same claim.
     */
    SupplementRequest: {
      /** Documents */
      documents: components["schemas"]["DocumentIn"][];
    };
    /**
     * Teamwork
     * @description What the desk's people told each other of a record, as one of them sees it.
     *
     *     `number` counts it all, and is what an If-Match names. `holder` has it in hand, empty: nobody;
     *     `held_since` is when she took it, or was given it by `held_by`.
     */
    Teamwork: {
      held_by: components["schemas"]["By"] | null;
      /** Held Since */
      held_since: string | null;
      /** Holder */
      holder: string;
      /** Notes */
      notes: components["schemas"]["CaseNote"][];
      /** Number */
      number: number;
    };
    /**
     * TeamworkRequest
     * @description What one of the desk's people tells the others of a record.
     */
    TeamworkRequest: {
      /** Doing */
      doing:
        | components["schemas"]["NoteIn"]
        | components["schemas"]["StrikeNoteIn"]
        | components["schemas"]["HoldIn"]
        | components["schemas"]["HandOverIn"];
    };
    /**
     * TellRequest
     * @description Which of them somebody tells now, and how: `printed`, or `told` in person.
     */
    TellRequest: {
      /**
       * How
       * @enum {string}
       */
      how: "printed" | "told";
      /** Name */
      name: string;
    };
    /**
     * ThisListIn
     * @description This year's list: as any list, without the rows that are left out.
     */
    ThisListIn: {
      base?: components["schemas"]["WholeListIn"] | null;
      columns?: components["schemas"]["ChosenColumns"] | null;
      /**
       * Exclude Rows
       * @default []
       */
      exclude_rows: number[];
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      /** Text */
      text?: string | null;
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * Thumbnail
     * @description Where the small picture of a paper is to be looked at.
     */
    Thumbnail: {
      /** Document Id */
      document_id: string;
      /** Url */
      url: string;
    };
    /**
     * Thumbnails
     * @description The small pictures of a record's papers, and until when their addresses are good.
     */
    Thumbnails: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Thumbnails */
      thumbnails: components["schemas"]["Thumbnail"][];
    };
    /**
     * TransferRequest
     * @description Money has gone out (给付): on which day, how much, and the last digits of where it went.
     */
    TransferRequest: {
      /** Account */
      account: string;
      /** Amount */
      amount: number;
      /**
       * Paid On
       * Format: date
       */
      paid_on: string;
    };
    /**
     * TwoSums
     * @description The sum of the day a list was submitted, that of its policy's day, and which holds.
     */
    TwoSums: {
      /** Holds */
      holds: ("quoted" | "issued") | null;
      issued: components["schemas"]["PlanSum"];
      quoted: components["schemas"]["PlanSum"];
      /** @description Both sums, and which one holds. */
      readonly why: components["schemas"]["Finding"];
    };
    /**
     * Underwriting
     * @description The people of a list if cover began on `first_day`: `rows` has who does not simply renew.
     */
    Underwriting: {
      /** Continuous */
      continuous: number;
      /**
       * First Day
       * Format: date
       */
      first_day: string;
      /** First Time */
      first_time: number;
      /** Lapsed */
      lapsed: number;
      /** Rows */
      rows: components["schemas"]["UnderwrittenRow"][];
    };
    /**
     * UnderwrittenRow
     * @description How somebody stands to the old cover, and what of her must be decided before acceptance.
     *
     *     `old_last_day` is the last day of all cover that she has had; `to_decide` are the findings that
     *     stop acceptance until she is refused, or until what they ask for is there.
     */
    UnderwrittenRow: {
      /** Id Number */
      id_number: string;
      /** Name */
      name: string;
      /** Old Last Day */
      old_last_day: string | null;
      /** Others */
      others: components["schemas"]["OtherList"][];
      /** Row */
      row: number;
      /**
       * Standing
       * @enum {string}
       */
      standing: "continuous" | "lapsed" | "first_time";
      /** To Decide */
      to_decide: components["schemas"]["Finding"][];
      /** Waiting Last Day */
      waiting_last_day: string | null;
    };
    /**
     * Unit
     * @description The unit (单位) that sent a list, as it described itself.
     *
     *     `old_last_day` is the last day of the cover that the list renews, as the unit says. To `email`,
     *     where its clerk has left it, goes what happens to the list.
     */
    Unit: {
      /** Contact Name */
      contact_name: string;
      /** County */
      county: string;
      /**
       * Credit Code
       * @default
       */
      credit_code: string;
      /**
       * Email
       * @default
       */
      email: string;
      /**
       * Funding
       * @enum {string}
       */
      funding: "self" | "unit" | "union" | "mixed";
      /**
       * Kind
       * @enum {string}
       */
      kind: "机关" | "事业单位" | "企业" | "社会团体";
      /** Name */
      name: string;
      /** Old Last Day */
      old_last_day: string | null;
      /** Phone */
      phone: string;
      /** Union */
      union: boolean;
    };
    /**
     * UnitCase
     * @description A unit as the desk sees it: of its lists and policies those of one's own counties.
     *
     *     `lists_elsewhere` counts the others. `alike` are lists with a name of it that are another
     *     unit's, as their 统一社会信用代码 says. `industry` is its industry union (产业工会),
     *     `industries` are those that one may record. `unreadable` are the receipts of what cannot be
     *     read.
     */
    UnitCase: {
      /** Alike */
      alike: components["schemas"]["ListTold"][];
      /** County */
      county: string;
      /** Credit Code */
      credit_code: string;
      /** Industries */
      industries: components["schemas"]["IndustryTold"][];
      /** Industry */
      industry: string;
      /** Is Masked */
      is_masked: boolean;
      /** Lists */
      lists: components["schemas"]["ListTold"][];
      /** Lists Elsewhere */
      lists_elsewhere: number;
      /** May Decide */
      may_decide: boolean;
      /** Members */
      members: components["schemas"]["MemberTold"][];
      /** Name */
      name: string;
      /** Names */
      names: components["schemas"]["NameTold"][];
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
      /** Timeline */
      timeline: components["schemas"]["UnitStep"][];
      /** Unreadable */
      unreadable: string[];
    };
    /**
     * UnitFound
     * @description A unit that a line may mean, as it is now; `industry` is the code of its industry union.
     */
    UnitFound: {
      /** County */
      county: string;
      /** Credit Code */
      credit_code: string;
      /** Industry */
      industry: string;
      /** Industry Name */
      industry_name: string;
      /** Name */
      name: string;
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
    };
    /**
     * UnitRequest
     * @description What became of a unit, since when, and why the desk says so.
     */
    UnitRequest: {
      /** Reason */
      reason: string;
      /**
       * Since
       * Format: date
       */
      since: string;
      /** What */
      what:
        | components["schemas"]["RenamedIn"]
        | components["schemas"]["SplitIn"]
        | components["schemas"]["MergedIn"]
        | components["schemas"]["SeparatedIn"]
        | components["schemas"]["IndustryIn"];
    };
    /**
     * UnitsFound
     * @description What each line may mean, in their order; `industries` are those that one may record.
     */
    UnitsFound: {
      /** Industries */
      industries: components["schemas"]["IndustryTold"][];
      /** Lines */
      lines: components["schemas"]["LineFound"][];
    };
    /**
     * UnitsSought
     * @description Lines of a list that names units: each by its name, its 统一社会信用代码, or both.
     */
    UnitsSought: {
      /** Lines */
      lines: string[];
    };
    /**
     * UnitStep
     * @description Something that happened to a unit, or to one that is part of it; `by` is null: a list did.
     */
    UnitStep: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"] | null;
      /** Label */
      label: string;
      /** Name */
      name: string;
      /** Other */
      other: string;
      /** Reason */
      reason: string;
      /** Receipt */
      receipt: string;
      /** Revision */
      revision: number;
      /** Since */
      since: string | null;
      /**
       * What
       * @enum {string}
       */
      what:
        | "registered"
        | "known_as"
        | "renamed"
        | "merged"
        | "merged_into"
        | "separated"
        | "separated_from"
        | "split"
        | "split_from"
        | "industry";
    };
    /**
     * Unsubscribed
     * @description Of this receipt no message goes to the address any more.
     */
    Unsubscribed: {
      /** Receipt */
      receipt: string;
    };
    /**
     * UploadRequest
     * @description A file that a person wants to send.
     */
    UploadRequest: {
      /**
       * Content Type
       * @default
       */
      content_type: string;
      /**
       * Filename
       * @description shortened where it is too long, never empty
       */
      filename: string;
      /**
       * Purpose
       * @enum {string}
       */
      purpose: "roster" | "claim-document" | "policy-paper";
      /**
       * Size
       * @description bytes
       */
      size: number;
    };
    /**
     * UploadTicket
     * @description A presigned POST: send `fields` and then `file` to `url` as multipart/form-data.
     */
    UploadTicket: {
      /**
       * Expires At
       * Format: date-time
       */
      expires_at: string;
      /** Fields */
      fields: {
        [key: string]: string;
      };
      /** Max Size */
      max_size: number;
      /** Upload Id */
      upload_id: string;
      /** Url */
      url: string;
    };
    /** ValidationError */
    ValidationError: {
      /** Location */
      loc: (string | number)[];
      /** Error Type */
      type: string;
    };
    /**
     * Values
     * @description What one person's row says, for requests and answers.
     */
    Values: {
      /** Id Number */
      id_number: string;
      /** Name */
      name: string;
      /**
       * Occupation
       * @default
       */
      occupation: string;
    };
    /**
     * Verdict
     * @description Whether the illness occurred in her cover, and in its waiting period, and why.
     */
    Verdict: {
      /** Findings */
      findings: components["schemas"]["Finding"][];
      /** In Waiting */
      in_waiting: boolean;
      /** Is Covered */
      is_covered: boolean;
    };
    /**
     * Waiting
     * @description What waits for its next step, and how much of that is past its day.
     *
     *     With `is_more` there are more that wait; what is overdue was counted first.
     */
    Waiting: {
      /** Count */
      count: number;
      /** Is More */
      is_more: boolean;
      /** Label */
      label: string;
      /** Overdue */
      overdue: number;
    };
    /**
     * WaitingErasure
     * @description What waits for a second person, or, once it `is_confirmed`, has not come to its end yet.
     */
    WaitingErasure: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Is Confirmed */
      is_confirmed: boolean;
      /** Is Own */
      is_own: boolean;
      /** Reason */
      reason: string;
    };
    /**
     * WaitingErasures
     * @description All that waits, the oldest first; of whom each is, who proposed it says to the second one.
     *
     *     `unreadable` is how many of them cannot be read.
     */
    WaitingErasures: {
      /** Unreadable */
      unreadable: number;
      /** Waiting */
      waiting: components["schemas"]["WaitingErasure"][];
    };
    /**
     * Whereabouts
     * @description Who has it, since when, and what is said of that and of the day until which, in words.
     *
     *     `by` is the day of the desk's queue; null where the step has none. `past` says that it is over,
     *     "" before; then it is `call` who is to be called.
     */
    Whereabouts: {
      /** By */
      by: string | null;
      call: components["schemas"]["Call"];
      /** Past */
      past: string;
      /**
       * Since
       * Format: date
       */
      since: string;
      /** Told */
      told: string;
      /** Who */
      who: string;
    };
    /**
     * WholeListIn
     * @description A list: the id of an upload, rows, or the text of rows copied from a spreadsheet.
     *
     *     `columns` say which column is which, where the list does not; `mends` stand in the place of
     *     what the list says in these cells.
     */
    WholeListIn: {
      columns?: components["schemas"]["ChosenColumns"] | null;
      /**
       * Mends
       * @default []
       */
      mends: components["schemas"]["MendIn"][];
      /** Rows */
      rows?: components["schemas"]["RowIn"][] | null;
      /** Text */
      text?: string | null;
      /** Upload Id */
      upload_id?: string | null;
    };
    /**
     * WithdrawnBy
     * @description Who took an entry back, when, and why.
     */
    WithdrawnBy: {
      /**
       * At
       * Format: date-time
       */
      at: string;
      by: components["schemas"]["By"];
      /** Reason */
      reason: string;
    };
    /**
     * WithdrawRequest
     * @description Why an entry is taken back.
     */
    WithdrawRequest: {
      /** Reason */
      reason: string;
    };
    /**
     * WorkbookRequest
     * @description A workbook of old policies that was uploaded as a list is.
     */
    WorkbookRequest: {
      /** Upload Id */
      upload_id: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type Acceptance = components["schemas"]["Acceptance"];
export type AcceptLook = components["schemas"]["AcceptLook"];
export type AcceptLookRequest = components["schemas"]["AcceptLookRequest"];
export type AcceptRequest = components["schemas"]["AcceptRequest"];
export type AccessCodeRequest = components["schemas"]["AccessCodeRequest"];
export type AccountTold = components["schemas"]["AccountTold"];
export type Actor = components["schemas"]["Actor"];
export type AllowanceLine = components["schemas"]["AllowanceLine"];
export type AllowanceOut = components["schemas"]["AllowanceOut"];
export type Amounts = components["schemas"]["Amounts"];
export type AnnouncedDocument = components["schemas"]["AnnouncedDocument"];
export type ArchiveFile = components["schemas"]["ArchiveFile"];
export type ArrivalTold = components["schemas"]["ArrivalTold"];
export type Asked = components["schemas"]["Asked"];
export type Assessment = components["schemas"]["Assessment"];
export type AttachedPaper = components["schemas"]["AttachedPaper"];
export type AttachRequest = components["schemas"]["AttachRequest"];
export type BankIn = components["schemas"]["BankIn"];
export type BounceRequest = components["schemas"]["BounceRequest"];
export type BroughtIn = components["schemas"]["BroughtIn"];
export type BroughtList = components["schemas"]["BroughtList"];
export type BroughtLists = components["schemas"]["BroughtLists"];
export type By = components["schemas"]["By"];
export type Call = components["schemas"]["Call"];
export type Case = components["schemas"]["Case"];
export type CaseAccount = components["schemas"]["CaseAccount"];
export type CaseBank = components["schemas"]["CaseBank"];
export type CaseConsents = components["schemas"]["CaseConsents"];
export type CaseDisease = components["schemas"]["CaseDisease"];
export type CaseEvent = components["schemas"]["CaseEvent"];
export type CaseHandOff = components["schemas"]["CaseHandOff"];
export type CaseInsured = components["schemas"]["CaseInsured"];
export type CaseNote = components["schemas"]["CaseNote"];
export type CaseOutcome = components["schemas"]["CaseOutcome"];
export type CasePaper = components["schemas"]["CasePaper"];
export type CaseProposal = components["schemas"]["CaseProposal"];
export type CaseReporter = components["schemas"]["CaseReporter"];
export type CaseRow = components["schemas"]["CaseRow"];
export type CaseSheet = components["schemas"]["CaseSheet"];
export type CaseStay = components["schemas"]["CaseStay"];
export type CaseUnit = components["schemas"]["CaseUnit"];
export type CaseVersion = components["schemas"]["CaseVersion"];
export type Challenge = components["schemas"]["Challenge"];
export type ChallengeParameters = components["schemas"]["ChallengeParameters"];
export type Changed = components["schemas"]["Changed"];
export type ChangeRequest = components["schemas"]["ChangeRequest"];
export type ChangeRequested = components["schemas"]["ChangeRequested"];
export type Checked = components["schemas"]["Checked"];
export type CheckedPolicy = components["schemas"]["CheckedPolicy"];
export type ChosenColumns = components["schemas"]["ChosenColumns"];
export type City = components["schemas"]["City"];
export type ClaimCase = components["schemas"]["ClaimCase"];
export type ClaimCheckReport = components["schemas"]["ClaimCheckReport"];
export type ClaimCheckRequest = components["schemas"]["ClaimCheckRequest"];
export type ClaimCount = components["schemas"]["ClaimCount"];
export type ClaimCounts = components["schemas"]["ClaimCounts"];
export type ClaimExport = components["schemas"]["ClaimExport"];
export type ClaimLog = components["schemas"]["ClaimLog"];
export type ClaimLogEntry = components["schemas"]["ClaimLogEntry"];
export type ClaimQueue = components["schemas"]["ClaimQueue"];
export type ClaimReceipt = components["schemas"]["ClaimReceipt"];
export type ClaimStatus = components["schemas"]["ClaimStatus"];
export type ClaimStatusStep = components["schemas"]["ClaimStatusStep"];
export type ClaimStep = components["schemas"]["ClaimStep"];
export type ClaimSubmitRequest = components["schemas"]["ClaimSubmitRequest"];
export type ClaimUnitIn = components["schemas"]["ClaimUnitIn"];
export type Clerk = components["schemas"]["Clerk"];
export type ClerkChange = components["schemas"]["ClerkChange"];
export type ClerkIn = components["schemas"]["ClerkIn"];
export type CloseRequest = components["schemas"]["CloseRequest"];
export type CompleteRequest = components["schemas"]["CompleteRequest"];
export type Confirmation = components["schemas"]["Confirmation"];
export type ConfirmErasureRequest = components["schemas"]["ConfirmErasureRequest"];
export type ConfirmRequest = components["schemas"]["ConfirmRequest"];
export type Consent = components["schemas"]["Consent"];
export type ConsentsAttested = components["schemas"]["ConsentsAttested"];
export type ConsentsMissing = components["schemas"]["ConsentsMissing"];
export type ConsentsPaper = components["schemas"]["ConsentsPaper"];
export type ConsentsPaperTold = components["schemas"]["ConsentsPaperTold"];
export type ConsentsTold = components["schemas"]["ConsentsTold"];
export type Contact = components["schemas"]["Contact"];
export type ContactRequest = components["schemas"]["ContactRequest"];
export type CopyRequest = components["schemas"]["CopyRequest"];
export type CorrectionReport = components["schemas"]["CorrectionReport"];
export type Count = components["schemas"]["Count"];
export type CoveredPeople = components["schemas"]["CoveredPeople"];
export type CoveredPerson = components["schemas"]["CoveredPerson"];
export type CoverIn = components["schemas"]["CoverIn"];
export type CoverLine = components["schemas"]["CoverLine"];
export type CoverSummary = components["schemas"]["CoverSummary"];
export type DeclineChangeRequest = components["schemas"]["DeclineChangeRequest"];
export type DeclineEndorsementRequest = components["schemas"]["DeclineEndorsementRequest"];
export type DeclineErasureRequest = components["schemas"]["DeclineErasureRequest"];
export type DiagnosisIn = components["schemas"]["DiagnosisIn"];
export type Difference = components["schemas"]["Difference"];
export type Disease = components["schemas"]["Disease"];
export type DocumentCheckRequest = components["schemas"]["DocumentCheckRequest"];
export type DocumentIn = components["schemas"]["DocumentIn"];
export type DocumentReport = components["schemas"]["DocumentReport"];
export type DocumentStatus = components["schemas"]["DocumentStatus"];
export type Download = components["schemas"]["Download"];
export type Duplicates = components["schemas"]["Duplicates"];
export type EarlierListIn = components["schemas"]["EarlierListIn"];
export type EndorsementLook = components["schemas"]["EndorsementLook"];
export type EndorseRequest = components["schemas"]["EndorseRequest"];
export type Entered = components["schemas"]["Entered"];
export type EnteredServices = components["schemas"]["EnteredServices"];
export type Erasable = components["schemas"]["Erasable"];
export type ErasableRequest = components["schemas"]["ErasableRequest"];
export type ErasureCertificate = components["schemas"]["ErasureCertificate"];
export type ErasureRequest = components["schemas"]["ErasureRequest"];
export type EstimateOut = components["schemas"]["EstimateOut"];
export type ExpectedCover = components["schemas"]["ExpectedCover"];
export type FactsRequest = components["schemas"]["FactsRequest"];
export type Finding = components["schemas"]["Finding"];
export type FormRow = components["schemas"]["FormRow"];
export type Gap = components["schemas"]["Gap"];
export type GapIn = components["schemas"]["GapIn"];
export type GatewayRefusal = components["schemas"]["GatewayRefusal"];
export type Group = components["schemas"]["Group"];
export type GuessedColumn = components["schemas"]["GuessedColumn"];
export type HandedOffList = components["schemas"]["HandedOffList"];
export type HandOffMade = components["schemas"]["HandOffMade"];
export type HandOffsMade = components["schemas"]["HandOffsMade"];
export type HandOffsRequest = components["schemas"]["HandOffsRequest"];
export type HandOverIn = components["schemas"]["HandOverIn"];
export type Health = components["schemas"]["Health"];
export type HoldIn = components["schemas"]["HoldIn"];
export type HttpValidationError = components["schemas"]["HTTPValidationError"];
export type IllnessIn = components["schemas"]["IllnessIn"];
export type ImportCase = components["schemas"]["ImportCase"];
export type ImportedPolicy = components["schemas"]["ImportedPolicy"];
export type ImportLine = components["schemas"]["ImportLine"];
export type Imports = components["schemas"]["Imports"];
export type ImportStep = components["schemas"]["ImportStep"];
export type InCharge = components["schemas"]["InCharge"];
export type IndustryIn = components["schemas"]["IndustryIn"];
export type IndustryTold = components["schemas"]["IndustryTold"];
export type InsuredIn = components["schemas"]["InsuredIn"];
export type IssuedClaimCode = components["schemas"]["IssuedClaimCode"];
export type IssuedCode = components["schemas"]["IssuedCode"];
export type JoinedCase = components["schemas"]["JoinedCase"];
export type JoinRequest = components["schemas"]["JoinRequest"];
export type KeptContact = components["schemas"]["KeptContact"];
export type KeptContacts = components["schemas"]["KeptContacts"];
export type KnownAccount = components["schemas"]["KnownAccount"];
export type KnownFacts = components["schemas"]["KnownFacts"];
export type KnownStay = components["schemas"]["KnownStay"];
export type LastListIn = components["schemas"]["LastListIn"];
export type LeadingClaim = components["schemas"]["LeadingClaim"];
export type Leaver = components["schemas"]["Leaver"];
export type Lecture = components["schemas"]["Lecture"];
export type LectureIn = components["schemas"]["LectureIn"];
export type Line = components["schemas"]["Line"];
export type LineAsked = components["schemas"]["LineAsked"];
export type LineFound = components["schemas"]["LineFound"];
export type LinePart = components["schemas"]["LinePart"];
export type LineRecorded = components["schemas"]["LineRecorded"];
export type LinesRecorded = components["schemas"]["LinesRecorded"];
export type ListDocument = components["schemas"]["ListDocument"];
export type Listed = components["schemas"]["Listed"];
export type ListedRow = components["schemas"]["ListedRow"];
export type ListSought = components["schemas"]["ListSought"];
export type ListTold = components["schemas"]["ListTold"];
export type Log = components["schemas"]["Log"];
export type LogEntry = components["schemas"]["LogEntry"];
export type LumpSumOut = components["schemas"]["LumpSumOut"];
export type MarkedUpList = components["schemas"]["MarkedUpList"];
export type MarkUpRequest = components["schemas"]["MarkUpRequest"];
export type MatchedLine = components["schemas"]["MatchedLine"];
export type MatchedList = components["schemas"]["MatchedList"];
export type MatchedStatement = components["schemas"]["MatchedStatement"];
export type Me = components["schemas"]["Me"];
export type MemberTold = components["schemas"]["MemberTold"];
export type Mend = components["schemas"]["Mend"];
export type MendIn = components["schemas"]["MendIn"];
export type MergedIn = components["schemas"]["MergedIn"];
export type MergedRows = components["schemas"]["MergedRows"];
export type MissingPaper = components["schemas"]["MissingPaper"];
export type MonthlySummaries = components["schemas"]["MonthlySummaries"];
export type MonthlySummary = components["schemas"]["MonthlySummary"];
export type NameIn = components["schemas"]["NameIn"];
export type NameTold = components["schemas"]["NameTold"];
export type NextYear = components["schemas"]["NextYear"];
export type NextYearFile = components["schemas"]["NextYearFile"];
export type NotAcceptedIn = components["schemas"]["NotAcceptedIn"];
export type NoteIn = components["schemas"]["NoteIn"];
export type NotRenewed = components["schemas"]["NotRenewed"];
export type ObjectRequest = components["schemas"]["ObjectRequest"];
export type OldCover = components["schemas"]["OldCover"];
export type OldCoverSeen = components["schemas"]["OldCoverSeen"];
export type OldCoverSeenIn = components["schemas"]["OldCoverSeenIn"];
export type OldCoverTold = components["schemas"]["OldCoverTold"];
export type OnBehalfRequest = components["schemas"]["OnBehalfRequest"];
export type OtherCase = components["schemas"]["OtherCase"];
export type OtherList = components["schemas"]["OtherList"];
export type Pace = components["schemas"]["Pace"];
export type PaidItem = components["schemas"]["PaidItem"];
export type PaidStay = components["schemas"]["PaidStay"];
export type PaperDecision = components["schemas"]["PaperDecision"];
export type PapersOnBehalfRequest = components["schemas"]["PapersOnBehalfRequest"];
export type PaperTold = components["schemas"]["PaperTold"];
export type PartAsked = components["schemas"]["PartAsked"];
export type PartRequest = components["schemas"]["PartRequest"];
export type PayeePapers = components["schemas"]["PayeePapers"];
export type Payment = components["schemas"]["Payment"];
export type PaymentKept = components["schemas"]["PaymentKept"];
export type PaymentRequest = components["schemas"]["PaymentRequest"];
export type PaymentTold = components["schemas"]["PaymentTold"];
export type Payout = components["schemas"]["Payout"];
export type PeopleOutIn = components["schemas"]["PeopleOutIn"];
export type PersonChange = components["schemas"]["PersonChange"];
export type PersonClaim = components["schemas"]["PersonClaim"];
export type PersonCopy = components["schemas"]["PersonCopy"];
export type PersonCover = components["schemas"]["PersonCover"];
export type PersonEnded = components["schemas"]["PersonEnded"];
export type PersonFound = components["schemas"]["PersonFound"];
export type PersonIn = components["schemas"]["PersonIn"];
export type PersonPolicy = components["schemas"]["PersonPolicy"];
export type PersonRequest = components["schemas"]["PersonRequest"];
export type PlanSum = components["schemas"]["PlanSum"];
export type Policy = components["schemas"]["Policy"];
export type PolicyIn = components["schemas"]["PolicyIn"];
export type Premium = components["schemas"]["Premium"];
export type PremiumPayment = components["schemas"]["PremiumPayment"];
export type PrintedForm = components["schemas"]["PrintedForm"];
export type ProblemDocument = components["schemas"]["ProblemDocument"];
export type ProposedEndorsement = components["schemas"]["ProposedEndorsement"];
export type ProposeRequest = components["schemas"]["ProposeRequest"];
export type PublicLecture = components["schemas"]["PublicLecture"];
export type PublishedPace = components["schemas"]["PublishedPace"];
export type PublishedPaces = components["schemas"]["PublishedPaces"];
export type Queue = components["schemas"]["Queue"];
export type Queued = components["schemas"]["Queued"];
export type QueuedClaim = components["schemas"]["QueuedClaim"];
export type Reason = components["schemas"]["Reason"];
export type ReasonIn = components["schemas"]["ReasonIn"];
export type Receipt = components["schemas"]["Receipt"];
export type RecognisedColumn = components["schemas"]["RecognisedColumn"];
export type RecordLinesRequest = components["schemas"]["RecordLinesRequest"];
export type RefundOut = components["schemas"]["RefundOut"];
export type Refusal = components["schemas"]["Refusal"];
export type RefusalIn = components["schemas"]["RefusalIn"];
export type Reminder = components["schemas"]["Reminder"];
export type RemindRequest = components["schemas"]["RemindRequest"];
export type RenamedIn = components["schemas"]["RenamedIn"];
export type RenewalCounts = components["schemas"]["RenewalCounts"];
export type RenewalOffer = components["schemas"]["RenewalOffer"];
export type RenewalPerson = components["schemas"]["RenewalPerson"];
export type RenewalReport = components["schemas"]["RenewalReport"];
export type RenewalRequest = components["schemas"]["RenewalRequest"];
export type RenewalSent = components["schemas"]["RenewalSent"];
export type ReopenedClaim = components["schemas"]["ReopenedClaim"];
export type ReopeningRequest = components["schemas"]["ReopeningRequest"];
export type ReopenRequest = components["schemas"]["ReopenRequest"];
export type ReporterIn = components["schemas"]["ReporterIn"];
export type ResponseValidationError = components["schemas"]["ResponseValidationError"];
export type RestrictionRequest = components["schemas"]["RestrictionRequest"];
export type ReturnRequest = components["schemas"]["ReturnRequest"];
export type ReverseRequest = components["schemas"]["ReverseRequest"];
export type RosterCheckReport = components["schemas"]["RosterCheckReport"];
export type RosterCheckRequest = components["schemas"]["RosterCheckRequest"];
export type RosterCounts = components["schemas"]["RosterCounts"];
export type RosterStatus = components["schemas"]["RosterStatus"];
export type RosterStatusStep = components["schemas"]["RosterStatusStep"];
export type RosterSubmitRequest = components["schemas"]["RosterSubmitRequest"];
export type RosterUnitIn = components["schemas"]["RosterUnitIn"];
export type RowCounts = components["schemas"]["RowCounts"];
export type RowIn = components["schemas"]["RowIn"];
export type RowRead = components["schemas"]["RowRead"];
export type RowsAccepted = components["schemas"]["RowsAccepted"];
export type RowsAcceptedIn = components["schemas"]["RowsAcceptedIn"];
export type RowsPage = components["schemas"]["RowsPage"];
export type RowStates = components["schemas"]["RowStates"];
export type RowStatesRequest = components["schemas"]["RowStatesRequest"];
export type SameUnitList = components["schemas"]["SameUnitList"];
export type SendBackRequest = components["schemas"]["SendBackRequest"];
export type SeparatedIn = components["schemas"]["SeparatedIn"];
export type Services = components["schemas"]["Services"];
export type Settlement = components["schemas"]["Settlement"];
export type SheetBeginning = components["schemas"]["SheetBeginning"];
export type SheetIn = components["schemas"]["SheetIn"];
export type SheetStanding = components["schemas"]["SheetStanding"];
export type SheetTold = components["schemas"]["SheetTold"];
export type SignedConsentsIn = components["schemas"]["SignedConsentsIn"];
export type SignIn = components["schemas"]["SignIn"];
export type Slip = components["schemas"]["Slip"];
export type Slips = components["schemas"]["Slips"];
export type Sought = components["schemas"]["Sought"];
export type Specialist = components["schemas"]["Specialist"];
export type SpecialistIn = components["schemas"]["SpecialistIn"];
export type SplitIn = components["schemas"]["SplitIn"];
export type StampedSheetsIn = components["schemas"]["StampedSheetsIn"];
export type StandingRestriction = components["schemas"]["StandingRestriction"];
export type StandingRestrictions = components["schemas"]["StandingRestrictions"];
export type StatementRequest = components["schemas"]["StatementRequest"];
export type StayIn = components["schemas"]["StayIn"];
export type StrikeNoteIn = components["schemas"]["StrikeNoteIn"];
export type StrikePaymentRequest = components["schemas"]["StrikePaymentRequest"];
export type Summary = components["schemas"]["Summary"];
export type SupplementRequest = components["schemas"]["SupplementRequest"];
export type Teamwork = components["schemas"]["Teamwork"];
export type TeamworkRequest = components["schemas"]["TeamworkRequest"];
export type TellRequest = components["schemas"]["TellRequest"];
export type ThisListIn = components["schemas"]["ThisListIn"];
export type Thumbnail = components["schemas"]["Thumbnail"];
export type Thumbnails = components["schemas"]["Thumbnails"];
export type TransferRequest = components["schemas"]["TransferRequest"];
export type TwoSums = components["schemas"]["TwoSums"];
export type Underwriting = components["schemas"]["Underwriting"];
export type UnderwrittenRow = components["schemas"]["UnderwrittenRow"];
export type Unit = components["schemas"]["Unit"];
export type UnitCase = components["schemas"]["UnitCase"];
export type UnitFound = components["schemas"]["UnitFound"];
export type UnitRequest = components["schemas"]["UnitRequest"];
export type UnitsFound = components["schemas"]["UnitsFound"];
export type UnitsSought = components["schemas"]["UnitsSought"];
export type UnitStep = components["schemas"]["UnitStep"];
export type Unsubscribed = components["schemas"]["Unsubscribed"];
export type UploadRequest = components["schemas"]["UploadRequest"];
export type UploadTicket = components["schemas"]["UploadTicket"];
export type ValidationError = components["schemas"]["ValidationError"];
export type Values = components["schemas"]["Values"];
export type Verdict = components["schemas"]["Verdict"];
export type Waiting = components["schemas"]["Waiting"];
export type WaitingErasure = components["schemas"]["WaitingErasure"];
export type WaitingErasures = components["schemas"]["WaitingErasures"];
export type Whereabouts = components["schemas"]["Whereabouts"];
export type WholeListIn = components["schemas"]["WholeListIn"];
export type WithdrawnBy = components["schemas"]["WithdrawnBy"];
export type WithdrawRequest = components["schemas"]["WithdrawRequest"];
export type WorkbookRequest = components["schemas"]["WorkbookRequest"];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
