/**
 * How a printed list breaks into sheets of A4. Each says by itself which of how many it is, in any
 * browser: few number the pages that they print, and none can be asked for it.
 */

/** So many lines of people fit on a sheet; on the last one, which is stamped, fewer. */
const LINES = 26;
const LINES_OF_LAST = 17;
/** Where the stamp's sheet would be without people, it takes over so many lines. */
const LINES_TAKEN_OVER = 6;

/** So many Chinese characters fit into a line of a cell; of other columns, as in the last entry. */
/** @type {Record<string, number>} */
const FITS = { name: 11, id_number: 18 };
const OTHERS_FIT = 15;
const UNIT_FITS = 42;

/**
 * How many lines the longest cell of a row takes; `mark` stands beside the name.
 *
 * @param {Record<string, string>} cells By field.
 */
export function linesOf({ mark = "", ...cells }) {
  const texts = { ...cells, name: `${cells.name}${mark}` };
  const lines = Object.entries(texts).map(([field, text]) =>
    linesIn(text, FITS[field] ?? OTHERS_FIT),
  );
  return Math.max(...lines);
}

/** @param {string} name */
export function linesOfUnit(name) {
  return linesIn(`单位名称：${name}`, UNIT_FITS);
}

/**
 * @param {number[]} rows The lines of each row.
 * @param {number} [ofUnit] Those of the unit's name, below the rows of each sheet.
 * @returns {[number, number][]} Of each sheet its first row and the one after its last.
 */
export function sheetsOf(rows, ofUnit = 1) {
  const room = LINES + 1 - ofUnit;
  const roomOfLast = LINES_OF_LAST + 1 - ofUnit;
  /** @type {[number, number][]} */
  const sheets = [];
  let first = 0;
  let left = sum(rows);
  while (left > roomOfLast && first < rows.length - 1) {
    const end = endOf(rows, first, Math.min(room, left - LINES_TAKEN_OVER));
    sheets.push([first, end]);
    left -= sum(rows.slice(first, end));
    first = end;
  }
  return [...sheets, [first, rows.length]];
}

/**
 * The row after the last one that fits, but after one at least, and before the very last.
 *
 * @param {number[]} rows
 * @param {number} first
 * @param {number} room
 */
function endOf(rows, first, room) {
  let end = first + 1;
  while (end < rows.length - 1 && sum(rows.slice(first, end + 1)) <= room) end += 1;
  return end;
}

/**
 * @param {string} text
 * @param {number} fits
 */
function linesIn(text, fits) {
  const width = [...text].reduce((total, sign) => total + (sign < "\u0250" ? 0.55 : 1), 0);
  return Math.max(1, Math.ceil(width / fits));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
