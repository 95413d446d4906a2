/** The steps of a report, in their order; after them comes the check. */
export const STEPS = /** @type {const} */ ([
  "insured",
  "unit",
  "illness",
  "bank",
  "papers",
  "reporter",
]);
export const CHECK = /** @type {const} */ ("check");

/** @typedef {typeof STEPS[number] | "check"} Step */

/**
 * Whose questions these are, by the beginning of their names.
 *
 * @type {[string, Step][]}
 */
const OWNERS = [
  ["insured.", "insured"],
  ["unit.", "unit"],
  ["cover.", "unit"],
  ["diagnosis.", "illness"],
  ["late_reason", "illness"],
  ["hospitalised", "illness"],
  ["stays", "illness"],
  ["bank", "bank"],
  ["documents", "papers"],
  ["reporter.", "reporter"],
];

/**
 * @param {unknown} name As a page's history may hold it.
 * @returns {name is Step}
 */
export function isStep(name) {
  return name === CHECK || STEPS.some((step) => step === name);
}

/**
 * @param {string | undefined} name As a button or a draft holds it.
 * @returns {Step} The first, where it is none.
 */
export function stepNamed(name) {
  return isStep(name) ? name : "insured";
}

/**
 * The step on which a question is asked.
 *
 * @param {string} field
 * @returns {Step} The check, where it is asked at the end.
 */
export function stepOf(field) {
  return OWNERS.find(([prefix]) => field.startsWith(prefix))?.[1] ?? CHECK;
}

/**
 * @param {Step} step
 * @returns {Step} The check stays where it is.
 */
export function nextOf(step) {
  const place = STEPS.findIndex((each) => each === step);
  return place < 0 ? CHECK : (STEPS[place + 1] ?? CHECK);
}

/**
 * @param {Step} step
 * @returns {Step | null} Null before the first.
 */
export function previousOf(step) {
  if (step === CHECK) return STEPS[STEPS.length - 1] ?? null;
  return STEPS[STEPS.findIndex((each) => each === step) - 1] ?? null;
}

/**
 * @param {Step} step
 * @returns {string} 第 2 步，共 6 步
 */
export function progressWords(step) {
  if (step === CHECK) return "最后一步：核对后提交";
  return `第 ${STEPS.findIndex((each) => each === step) + 1} 步，共 ${STEPS.length} 步`;
}
