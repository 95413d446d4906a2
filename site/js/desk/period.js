/**
 * @typedef {{from: string, until: string, industry?: string}} Period Both days are in it, ISO; of an
 *   industry union's units where its code is said.
 */

/** @typedef {"month" | "last_month" | "year" | "last_year"} Span */

/** @type {Record<Span, string>} */
export const SPANS = { month: "本月", last_month: "上个月", year: "今年", last_year: "去年" };

/**
 * @param {Span} span
 * @param {string} today ISO date.
 * @returns {Period}
 */
export function periodOf(span, today) {
  const [year = 0, month = 0] = today.split("-").map(Number);
  switch (span) {
    case "month":
      return { from: `${today.slice(0, -2)}01`, until: today };
    case "last_month": {
      const until = iso(year, month - 1, 0);
      return { from: `${until.slice(0, -2)}01`, until };
    }
    case "year":
      return { from: `${year}-01-01`, until: today };
    default:
      return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
  }
}

/**
 * @param {Period} period
 * @param {string} today ISO date.
 * @returns {Span | ""} Empty where it is none of them.
 */
export function spanOf({ from, until }, today) {
  const spans = /** @type {Span[]} */ (Object.keys(SPANS));
  const found = spans.find((span) => {
    const period = periodOf(span, today);
    return period.from === from && period.until === until;
  });
  return found ?? "";
}

/**
 * @param {string} hash As `location.hash`.
 * @param {string} today ISO date.
 * @returns {Period} This year's, where the hash names none.
 */
export function periodIn(hash, today) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const [from, until, industry] = ["from", "until", "industry"].map((name) => said.get(name));
  const days = from && until ? { from, until } : periodOf("year", today);
  return industry ? { ...days, industry } : days;
}

/**
 * @param {Period} period
 * @returns {string} The hash of its summary.
 */
export function hashOfPeriod(period) {
  return `#${new URLSearchParams({ desk: "summary", ...period })}`;
}

/**
 * @param {number} year
 * @param {number} month From 0; before that, of the year before.
 * @param {number} date 0 is the last of the month before.
 */
function iso(year, month, date) {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, "2026-11-24".length);
}
