/**
 * The shapes that the rules take and give. Types only: nothing runs here, and no page loads it.
 *
 * @typedef {"error" | "warning" | "info"} Severity
 *
 * @typedef {object} Message The wording of one code; `{name}` in it is filled from params.
 * @property {Severity} severity
 * @property {string | null} article
 * @property {string} title
 * @property {string} explanation
 * @property {string} fix
 *
 * @typedef {[
 *   severity: Severity, article: string | null, title: string, explanation: string, fix: string,
 * ]} Wording A message as it is kept.
 *
 * @typedef {Record<string, string | number>} Params
 *
 * @typedef {object} Finding What was found, by which article, in words ready to be shown.
 * @property {Severity} severity
 * @property {string} code
 * @property {string | null} article
 * @property {string | null} article_label
 * @property {string | null} field
 * @property {Params} params
 * @property {string} title
 * @property {string} message
 * @property {string} fix
 *
 * @typedef {{value: number, article: string}} Quantity
 * @typedef {string} ItemName The key of an item in the plans that have it.
 *
 * @typedef {object} Item One of the items (保险责任) that pay separately: a sum, an allowance or both.
 * @property {string} name
 * @property {string[]} diseases
 * @property {Quantity} [lump_sum]
 * @property {Quantity} [daily_allowance]
 * @property {Quantity} [unpaid_days_per_stay]
 * @property {Quantity} [paid_days_per_year]
 *
 * @typedef {object} Plan What decides in one 管理办法, as it is in force from `valid_from` on.
 * @property {string} valid_from ISO date.
 * @property {Quantity} minimum_age
 * @property {Quantity} maximum_age
 * @property {Quantity} maximum_age_renewal
 * @property {Quantity} cover_length
 * @property {Quantity} waiting_period
 * @property {Quantity} premium
 * @property {Record<ItemName, Item>} items
 * @property {Quantity} report_within
 * @property {Quantity} payout_within
 *
 * @typedef {object} CertificateWords The words of diagnosis certificates.
 * @property {{code: string, disease: string | null, words: string[]}[]} sites
 * @property {{name: string, is_cancer: boolean, words: string[]}[]} kinds
 * @property {string[]} passed_over
 *
 * @typedef {object} IdNumber A valid number in its standard spelling, and what is written in it.
 * @property {string} value
 * @property {"resident" | "hmt_permit" | "foreign_permit"} kind
 * @property {string} birth_date ISO date.
 * @property {"female" | "male"} sex
 *
 * @typedef {object} Applicant What decides whether a woman may join; null stands for “not known”.
 * @property {string} birth_date ISO date.
 * @property {"female" | "male"} sex
 * @property {"worker" | "wife_of_worker" | "other_relative"} relation
 * @property {"healthy" | "cancer_of_the_plan" | "cancer_cured" | "other_serious_illness"} health
 * @property {boolean | null} union Her unit (or her husband's) has set up a union.
 * @property {boolean | null} renewal The new cover follows the old without a gap.
 *
 * @typedef {object} Verdict The answer and its reasons.
 * @property {"eligible" | "not_eligible" | "ask"} outcome
 * @property {Finding[]} findings
 * @property {string} last_day_first_time The last day on which cover may begin, joining first.
 * @property {string} last_day_renewal The same in continuous renewal.
 *
 * @typedef {"self" | "unit" | "union" | "mixed"} Funding
 *
 * @typedef {object} Policy A policy (保险单) of one person; the plan of the day of issue stays with it.
 * @property {string} issued ISO date.
 * @property {string} first_day ISO date.
 *
 * @typedef {object} Period What one policy covers of a person's time.
 * @property {Policy} policy
 * @property {Plan} plan
 * @property {string} first_day Later than the policy's where the one before it still runs.
 * @property {string} last_day
 * @property {boolean} continuous
 * @property {string | null} waiting_last_day Null in continuous renewal, which has no waiting.
 *
 * @typedef {object} Proposal The first day that is proposed for a list.
 * @property {string} day
 * @property {string} earliest The day after the latest of the three acts.
 * @property {string | null} old_last_day The end of the old cover that it follows.
 *
 * @typedef {object} Timeline A person's cover over her policies, the earliest first.
 * @property {Period[]} periods
 * @property {Finding[]} findings
 *
 * @typedef {object} Illness A confirmed cancer; null for what the papers do not tell.
 * @property {ItemName} item
 * @property {string} specimen_date ISO date.
 * @property {string} diagnosis_date ISO date.
 * @property {boolean | null} primary It arose there and did not spread from elsewhere (原发性).
 * @property {boolean | null} first It never occurred before (初次发生).
 * @property {string | null} [disease] What it is called, where that is known.
 *
 * @typedef {object} LumpSum What one illness brings, in yuan, and why.
 * @property {Illness} illness
 * @property {"paid" | "refund" | "not_paid" | "ask"} outcome
 * @property {Finding[]} findings
 * @property {number} amount
 * @property {number} refund The premium given back.
 *
 * @typedef {object} Stay A stay in hospital (住院) for one item.
 * @property {ItemName} item
 * @property {string} admission ISO date.
 * @property {string} discharge ISO date.
 *
 * @typedef {"outside_cover" | "not_in_plan" | "illness_unpaid" | "unpaid" | "waiting" | "over_cap"} Reason
 *
 * @typedef {object} Stretch The part of a stay that one policy covers, or none.
 * @property {Stay} stay
 * @property {Period | undefined} period
 * @property {string} first_day
 * @property {number} days
 * @property {number} paid_days
 * @property {Partial<Record<Reason, number>>} deducted Days that are not paid, by reason.
 *
 * @typedef {Stretch & {rate: number, amount: number, text: string}} Line A stretch in yuan, with
 *   the arithmetic as people write it: 7 天 − 3 天免赔 = 4 天 × 100 元 = 400 元.
 *
 * @typedef {object} Allowance
 * @property {Line[]} lines
 * @property {Finding[]} findings Why days are not paid.
 * @property {number} paid_days
 * @property {number} amount
 */
export {};
