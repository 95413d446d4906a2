/**
 * The shapes of the summary (see /api/openapi.json): a number is null where it is not shown. Types
 * only: nothing runs here.
 *
 * @typedef {object} Group
 * @property {string} name
 * @property {number} units
 * @property {number} lists
 * @property {number | null} people
 * @property {number | null} first_time
 * @property {number | null} renewed
 * @property {number | null} left
 * @property {number | null} premium In yuan.
 *
 * @typedef {Group & {counties: Group[]}} City
 *
 * @typedef {object} Disease
 * @property {string} name
 * @property {number | null} reported
 * @property {number | null} paid
 * @property {number | null} refused
 * @property {number | null} refunded
 * @property {number | null} paid_amount In yuan.
 * @property {number | null} refunded_amount
 *
 * @typedef {object} Pace
 * @property {"lists" | "claims"} what
 * @property {string} label
 * @property {string} unit 天 or 个工作日.
 * @property {number} promise
 * @property {number | null} count
 * @property {number | null} in_time
 * @property {number | null} median
 * @property {number | null} ninetieth
 *
 * @typedef {object} Summary
 * @property {string} first_day ISO date.
 * @property {string} last_day
 * @property {Group} total
 * @property {City[]} cities
 * @property {Group[]} kinds
 * @property {Disease} claims
 * @property {Disease[]} diseases
 * @property {Pace[]} paces
 * @property {boolean} has_hidden
 * @property {number} smallest
 *
 * @typedef {{month: string, made_at: string}} MonthlySummary
 */
export {};
