/**
 * Calendar files (.ics, RFC 5545): of whole days, which are the same days in every time zone, and of
 * hours, which are China's.
 */
import { addDays } from "./rules/index.js";

const LINE_OCTETS = 75;
const ENCODER = new TextEncoder();

/**
 * @typedef {object} CalendarDay
 * @property {string} uid The same for the same day of the same kind, so that it is not kept twice.
 * @property {string} day ISO date.
 * @property {string} summary
 */

/**
 * @typedef {object} CalendarEvent
 * @property {string} uid
 * @property {string} day ISO date.
 * @property {string} begins 14:30, as China's clocks show it.
 * @property {string} ends
 * @property {string} summary
 * @property {string} location
 */

/**
 * A calendar with an event for each day or each event, and an alarm at nine o'clock the day before.
 *
 * @param {(CalendarDay | CalendarEvent)[]} entries
 * @param {Date} made
 * @returns {string}
 */
export function calendarOf(entries, made) {
  const stamp = compact(made);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ankangbao//calculators//ZH",
    "X-WR-TIMEZONE:Asia/Shanghai",
    ...entries.flatMap((entry) => eventOf(entry, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {CalendarDay | CalendarEvent} entry
 * @param {string} stamp
 */
function eventOf(entry, stamp) {
  const text = escaped(entry.summary);
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${stamp}`,
    ...("begins" in entry ? hoursOf(entry) : daysOf(entry)),
    `SUMMARY:${text}`,
    // A whole day on which something ends takes nobody's time.
    ...("begins" in entry ? [] : ["TRANSP:TRANSPARENT"]),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${text}`,
    `TRIGGER${"begins" in entry ? `;VALUE=DATE-TIME:${eveOf(entry.day)}` : ":-PT15H"}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {CalendarDay} entry */
function daysOf({ day }) {
  return [`DTSTART;VALUE=DATE:${basic(day)}`, `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`];
}

/** @param {CalendarEvent} entry */
function hoursOf({ day, begins, ends, location }) {
  return [
    `DTSTART:${utc(day, begins)}`,
    `DTEND:${utc(day, ends)}`,
    `LOCATION:${escaped(location)}`,
  ];
}

/** @param {string} day ISO date. */
function eveOf(day) {
  return utc(addDays(day, -1), "09:00");
}

/**
 * @param {string} day ISO date.
 * @param {string} time As China's clocks show it; they know no summer time.
 */
function utc(day, time) {
  return compact(new Date(`${day}T${time}:00+08:00`));
}

/** @param {Date} moment */
function compact(moment) {
  return moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** @param {string} day ISO date. */
function basic(day) {
  return day.replaceAll("-", "");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/**
 * Lines have at most 75 octets; the rest follows after a line break and a space.
 *
 * @param {string} line
 */
function folded(line) {
  let octets = 0;
  let text = "";
  for (const sign of line) {
    const size = ENCODER.encode(sign).length;
    if (octets + size > LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}
