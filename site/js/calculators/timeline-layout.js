/** @import {Timeline} from "../rules/types.js" */
import { addDays, daysBetween } from "../rules/index.js";

/**
 * @typedef {"cover" | "waiting" | "stay" | "specimen"} BarKind
 * @typedef {object} Bar A stretch of days on the picture.
 * @property {BarKind} kind
 * @property {string} first ISO date.
 * @property {string} last ISO date, included.
 * @property {number} left In percent of the picture's width.
 * @property {number} width In percent.
 *
 * @typedef {object} Picture
 * @property {string} from ISO date.
 * @property {string} to ISO date, included.
 * @property {Bar[]} bars
 */

/**
 * Cover, waiting periods, stays and the specimen's day on one line of days.
 *
 * @param {Timeline} cover With at least one period.
 * @param {{admission: string, discharge: string}[]} stays
 * @param {string} specimen ISO date.
 * @returns {Picture}
 */
export function layOut({ periods }, stays, specimen) {
  /** @type {[BarKind, string, string][]} */
  const stretches = [
    ...periods.map((each) => stretch("cover", each.first_day, each.last_day)),
    ...periods.flatMap(({ first_day, waiting_last_day: end }) =>
      end ? [stretch("waiting", first_day, end)] : [],
    ),
    ...stays.map(({ admission, discharge }) => stretch("stay", admission, discharge)),
    stretch("specimen", specimen, specimen),
  ];
  const from = stretches.map(([, first]) => first).sort()[0] ?? specimen;
  const to =
    stretches
      .map(([, , last]) => last)
      .sort()
      .at(-1) ?? specimen;
  const days = daysBetween(from, addDays(to, 1));
  const bars = stretches.map(([kind, first, last]) => ({
    kind,
    first,
    last,
    left: (100 * daysBetween(from, first)) / days,
    width: (100 * (daysBetween(first, last) + 1)) / days,
  }));
  return { from, to, bars };
}

/**
 * @param {BarKind} kind
 * @param {string} first
 * @param {string} last
 * @returns {[BarKind, string, string]}
 */
function stretch(kind, first, last) {
  return [kind, first, last];
}
