/** The one kind of paper that is needed only where there was a stay in hospital (第十四条). */
const OF_A_STAY = "hospital_papers";

/**
 * Whether a claim needs a kind of paper.
 *
 * @param {string} kind As in content/data/papers.yaml.
 * @param {boolean} inHospital Whether she was, or still is.
 */
export function isNeeded(kind, inHospital) {
  return inHospital || kind !== OF_A_STAY;
}
