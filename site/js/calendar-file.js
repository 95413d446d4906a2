/** Calendar files (.ics, RFC 5545) of whole days, which are the same days in every time zone. */
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
 * A calendar with an event for each day, and an alarm at nine o'clock the day before.
 *
 * @param {CalendarDay[]} days
 * @param {Date} made
 * @returns {string}
 */
export function calendarOf(days, made) {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ankangbao//calculators//ZH",
    "X-WR-TIMEZONE:Asia/Shanghai",
    ...days.flatMap((day) => eventOf(day, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {CalendarDay} day
 * @param {string} stamp
 */
function eventOf({ uid, day, summary }, stamp) {
  const text = escaped(summary);
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${text}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${text}`,
    "TRIGGER:-PT15H",
    "END:VALARM",
    "END:VEVENT",
  ];
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
