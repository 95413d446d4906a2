/** What is said where row numbers cannot be read. */
export const NOT_ROWS = "行号没有写对。几个用顿号隔开，例如 3、5-8。";

/** No list has so many rows; a slip such as 1-99999999 must not hold the page up. */
const MOST = 100_000;
const PART = /^(\d{1,9})(?:[-–—~～至到](\d{1,9}))?$/;

/**
 * Row numbers as people type them: `3、5-8，12`.
 *
 * @param {string} text
 * @returns {number[] | null} In order, each once; null where it cannot be read.
 */
export function readRows(text) {
  const parts = text
    .normalize("NFKC")
    .replace(/[第行]/g, "")
    .replace(/\s*([-–—~至到])\s*/g, "$1")
    .split(/[\s、,;]+/)
    .filter(Boolean);
  const rows = new Set();
  for (const part of parts) {
    const [, first, last = first] = PART.exec(part) ?? [];
    const [from, until] = [Number(first), Number(last)];
    if (!first || from < 1 || until < from || until - from >= MOST) return null;
    for (let row = from; row <= until; row += 1) rows.add(row);
  }
  return [...rows].sort((one, other) => one - other);
}

/**
 * @param {number[]} rows In order.
 * @returns {string} `3、5–8、12`
 */
export function rowsInWords(rows) {
  /** @type {[number, number][]} */
  const spans = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans.map(spanInWords).join("、");
}

/** @param {[number, number]} span */
function spanInWords([from, until]) {
  if (from === until) return String(from);
  return until === from + 1 ? `${from}、${until}` : `${from}–${until}`;
}
