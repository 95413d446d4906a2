/** @import {List, Report, Submission, Unit} from "../contract.js" */
/** @import {Prefilled} from "./prefilled.js" */
/**
 * What a list is brought for. Types only: nothing runs here.
 *
 * @typedef {object} Errand
 * @property {string} draft Under which name the unit's answers are kept.
 * @property {() => Storage} storage Where: in this tab, or on this device.
 * @property {boolean} isReal Whether the service is to have the list.
 * @property {Unit | null} unit What is known about the unit already.
 * @property {Prefilled | undefined} [prefilled] The list, where it need not be brought; it may come
 *   later than the page.
 * @property {{receipt: string, access_code: string}} [renews] Last year's list.
 * @property {() => void} prepare Makes ready what handing in takes, while she is still reading.
 * @property {(list: List & {unit?: Partial<Unit>}) => Promise<Report>} check Judges a list.
 * @property {(list: List) => boolean} [leaves] Has the service check a list from now on that was
 *   checked here; whether it was.
 * @property {(submission: Submission, status: HTMLElement) => Promise<(report: Report) => void>} send
 *   Hands the list in; gives what shows the outcome.
 */

export {};
