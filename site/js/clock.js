/** `sv-SE` writes days as ISO 8601 does. */
const ISO = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Shanghai" });

/**
 * @param {string} moment ISO, with its offset; or a day.
 * @returns {string} The day that it was then in China, ISO.
 */
export function dayOf(moment) {
  return ISO.format(new Date(moment));
}

/**
 * @returns {string} The day it is in China, ISO; pages ask once and hand it on.
 */
export function today() {
  return ISO.format(new Date());
}

/**
 * @returns {string} A moment of the day it is in China, ISO: what is judged goes by days.
 */
export function noonToday() {
  return `${today()}T12:00:00+08:00`;
}
