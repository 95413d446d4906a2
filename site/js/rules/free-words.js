/**
 * Whole ID numbers (身份证号) in free words: reasons, notes and grounds that many read, and for good.
 * Words are often about a number that is written wrong; numbers of policies, phones and bank cards
 * are taken.
 */
import { parseIdNumber, RuleError } from "./index.js";
import { standard } from "./writing.js";

const DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";
// Whoever is insured was born before there was the cover; who had 15 digits, decades before.
const BORN = "(?:19[0-9]{2}|200[0-9]|201[0-4])";
const WHOLE = new RegExp(`^[1-9][0-9]{5}${BORN}${DAY}[0-9]{3}[0-9Xx]$`);
const OLD = new RegExp(`^[1-9][0-9]{5}[4-9][0-9]${DAY}[0-9]{3}$`);

/**
 * @param {string} text
 * @returns {boolean} Whether a whole number stands among these words: of 18 characters, or the old
 *   one of 15.
 */
export function holdsIdNumber(text) {
  const plain = standard(text);
  const joined = plain.replace(/([0-9]) +(?=[0-9Xx])/g, "$1");
  return (`${plain} ${joined}`.match(/[0-9A-Za-z-]+/g) ?? []).some(isHeldIn);
}

/** @param {string} part */
function isHeldIn(part) {
  const numbers = part.match(/[0-9]+[Xx]?/g) ?? [];
  return OLD.test(part) || numbers.some((number) => WHOLE.test(number) || isValid(number));
}

/** @param {string} number */
function isValid(number) {
  try {
    parseIdNumber(number);
    return true;
  } catch (error) {
    if (error instanceof RuleError) return false;
    throw error;
  }
}
