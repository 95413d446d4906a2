/**
 * ID numbers (公民身份号码, GB 11643-1999) of 18 characters, and permits of the same shape: those of
 * Hong Kong, Macau and Taiwan residents begin with 81, 82 and 83, those of foreigners with 9.
 *
 * The county part is not checked: many valid people carry codes that no longer exist.
 */
/** @import {IdNumber} from "./types.js" */
import { exists } from "./days.js";
import { RuleError } from "./finding.js";
import { bare, sample } from "./writing.js";

const LENGTH = 18;
const FIRST_GENERATION_LENGTH = 15;
const SHOWN_AT_EACH_END = 4;
const EARLIEST_BIRTH = "1900";

/**
 * The number as GB 11643 writes it: plain digits, capital X, no spaces, no quotes around it.
 *
 * @param {string | null} [text]
 * @returns {string}
 */
export function compact(text) {
  const plain = bare(text ?? "").replace(/^['’‘`"“”]+|['’‘`"“”]+$/g, "");
  // Some letters have no capital of their own length (ß, ŉ).
  return /^[ -~]*$/.test(plain) ? plain.toUpperCase() : plain;
}

/**
 * What the number says.
 *
 * @param {string | null} [text]
 * @returns {IdNumber}
 * @throws {RuleError} `id_number.…`: `missing`, `fifteen_digits`, `cyrillic_x`, `characters`,
 *   `length`, `birth_date`, `check_character`, `unknown_kind`.
 */
export function parse(text) {
  const number = compact(text);
  if (!/^[0-9]{17}[0-9X]$/.test(number)) throw misshapen(number);
  const born = birthDate(number);
  if (remainder(number) !== 1) throw new RuleError("id_number.check_character");
  return {
    value: number,
    kind: kindOf(number),
    birth_date: born,
    sex: "13579".includes(number.charAt(LENGTH - 2)) ? "male" : "female",
  };
}

/**
 * The number with all but its ends hidden; anything not much longer than its ends is hidden.
 *
 * @param {string | null} [text]
 */
export function mask(text) {
  const signs = [...compact(text)];
  const ends = signs.length < FIRST_GENERATION_LENGTH ? 0 : SHOWN_AT_EACH_END;
  const hidden = (/** @type {number} */ place) => place >= ends && place < signs.length - ends;
  return signs.map((sign, place) => (hidden(place) ? "*" : sign)).join("");
}

/** @param {string} number */
function misshapen(number) {
  const length = [...number].length;
  if (!number) return new RuleError("id_number.missing");
  if (length === FIRST_GENERATION_LENGTH && /^[0-9]+$/.test(number)) {
    return new RuleError("id_number.fifteen_digits");
  }
  if (length === LENGTH && /[ХхΧχ×✕✖]$/.test(number)) {
    return new RuleError("id_number.cyrillic_x");
  }
  const unwanted = sample(number.match(/[^0-9X]|X(?!$)/gu) ?? []);
  if (unwanted) return new RuleError("id_number.characters", { characters: unwanted });
  return new RuleError("id_number.length", { length });
}

/** @param {string} number */
function birthDate(number) {
  const born = number.slice(6, 14).replace(/(....)(..)(..)/, "$1-$2-$3");
  if (born < EARLIEST_BIRTH || !exists(born)) throw new RuleError("id_number.birth_date");
  return born;
}

/**
 * ISO 7064 MOD 11-2 over the whole number: 1 where the last character is the right one.
 *
 * @param {string} number
 */
function remainder(number) {
  let check = 0;
  for (const sign of number) check = (2 * check + (sign === "X" ? 10 : Number(sign))) % 11;
  return check;
}

/**
 * @param {string} number
 * @returns {IdNumber["kind"]}
 */
function kindOf(number) {
  if (number.startsWith("9")) return "foreign_permit";
  if (/^8[123]/.test(number)) return "hmt_permit";
  if (/^[08]/.test(number)) throw new RuleError("id_number.unknown_kind");
  return "resident";
}
