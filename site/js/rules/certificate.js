/** @import {Finding, Plan} from "./types.js" */
import { finding } from "./finding.js";
import { known } from "./generated/certificates.js";
import { bare } from "./writing.js";

/**
 * The disease of a plan that the words of a diagnosis certificate lead to; null where the insurer
 * decides, and why.
 *
 * @param {string} text
 * @param {Plan} plan
 * @returns {{disease: string | null, finding: Finding}}
 */
export function read(text, plan) {
  const plain = bare(text).toUpperCase();
  const insured = Object.values(plan.items).flatMap(({ diseases }) => diseases);
  const diseases = found(plain, [
    ...known.sites.map(({ words, disease }) => meaning(words, disease)),
    ...insured.map((disease) => meaning([disease], disease)),
  ]);
  const kinds = found(
    plain,
    known.kinds.map((kind) => meaning(kind.words, kind)),
  );
  const kind = known.kinds.find((each) => kinds.has(each));
  const open = (/** @type {string} */ code, params = {}) => ({
    disease: null,
    finding: finding(code, params),
  });
  if (kind && !kind.is_cancer) return open("certificate.other_kind", { kind: kind.name });
  if (!kind || diseases.size === 0) return open("certificate.unread");
  if (diseases.size > 1) return open("certificate.several_sites");
  const [disease] = diseases;
  if (!disease || !insured.includes(disease)) return open("certificate.not_listed");
  return { disease, finding: finding("certificate.proposed", { disease }) };
}

/**
 * @template T
 * @param {string[]} words
 * @param {T} means
 * @returns {[string, T][]}
 */
function meaning(words, means) {
  return words.map((word) => [word, means]);
}

/**
 * What the words in a text stand for: of words that overlap the longest counts.
 *
 * @template T
 * @param {string} text
 * @param {[string, T][][]} listed
 * @returns {Set<T>}
 */
function found(text, listed) {
  const meant = new Map(listed.flat());
  const longest = [...meant.keys(), ...known.passed_over].sort(
    (one, other) => other.length - one.length,
  );
  const matches = text.match(new RegExp(longest.map(escaped).join("|"), "g")) ?? [];
  return new Set(
    matches.flatMap((word) => (meant.has(word) ? [/** @type {T} */ (meant.get(word))] : [])),
  );
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
}
