/** The one kind of paper that is needed only where there was a stay in hospital (第十四条). */
const OF_A_STAY = "hospital_papers";
/** Asked for only where somebody else is paid than the insured. */
const OF_A_PAYEE = "payee";

/**
 * Whether a claim needs a kind of paper.
 *
 * @param {string} kind As in content/data/papers.yaml.
 * @param {boolean} inHospital Whether she was, or still is.
 * @param {boolean} [hasPayee] Whether somebody else is paid.
 */
export function isNeeded(kind, inHospital, hasPayee = false) {
  if (kind === OF_A_PAYEE) return hasPayee;
  return inHospital || kind !== OF_A_STAY;
}
