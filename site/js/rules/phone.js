/** Phones, judged as `shared_rules/identity/phone.py` does. */
import { bare } from "./writing.js";

const DASHES = /[-‐‑‒–—−]/gu;
const BETWEEN = /[-‐‑‒–—−()]/gu;
// Area codes: 010 and 02x have three digits, the others four.
const LANDLINE =
  /^(?:\+?86-?(?=0))?\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?-?[2-9][0-9]{6,7}(?:(?:-|转|ext\.?|#)[0-9]{1,6})?$/;
const MOBILE = /^1[3-9][0-9]{9}$/;
const COUNTRY_CODE = /^(?:\+|00)?86(?=1[0-9]{10}$)/;

/**
 * @param {string} text As it is typed.
 * @returns {boolean} Whether it is a mobile number, or a landline with its area code.
 */
export function isPhone(text) {
  const plain = bare(text).replace(DASHES, "-");
  if (LANDLINE.test(plain.toLowerCase())) return true;
  const digits = bare(plain.replace(BETWEEN, ""))
    .replace(/^['’‘`]+/u, "")
    .replace(COUNTRY_CODE, "");
  return LANDLINE.test(digits) || MOBILE.test(digits);
}
