/** @import {Plan} from "../../site/js/rules/types.js" */
/** @import {Applicant} from "../../site/js/rules/types.js" */

/** What is asked, and her age by it. Facts not known are 0, yes is 1 and no is 2. */
const FACTS = {
  sex: { valeur: 0 },
  relation: { valeur: 0 },
  health: { valeur: 0 },
  union: { valeur: 0 },
  renewal: { valeur: 0 },
  "born year": { valeur: 1990 },
  "born day": { valeur: 101 },
  "cover year": { valeur: 2026 },
  "cover day": { valeur: 101 },
  age: {
    somme: [
      "cover year - born year",
      { variations: [{ si: "cover day < born day", alors: -1 }, { sinon: 0 }] },
    ],
  },
};

/**
 * The checker as a publicodes model, with the plan's values: the outcome is 2 for “not eligible”,
 * 1 for “ask”, 0 for “eligible”.
 *
 * @param {Plan} plan
 */
export function modelOf({ minimum_age, maximum_age, maximum_age_renewal }) {
  return {
    ...FACTS,
    "too old": {
      variations: [
        { si: "renewal = 2", alors: `age > ${maximum_age.value}` },
        { sinon: `age > ${maximum_age_renewal.value}` },
      ],
    },
    refused: {
      "une de ces conditions": [
        "sex = 1",
        "union = 2",
        `age < ${minimum_age.value}`,
        "too old",
        { "toutes ces conditions": ["health = 1", "renewal = 2"] },
      ],
    },
    asks: {
      "une de ces conditions": [
        "union = 0",
        "relation = 2",
        "health >= 2",
        { "toutes ces conditions": ["health = 1", "renewal != 2"] },
        { "toutes ces conditions": ["renewal = 0", `age > ${maximum_age.value}`] },
      ],
    },
    outcome: {
      variations: [{ si: "refused", alors: 2 }, { si: "asks", alors: 1 }, { sinon: 0 }],
    },
  };
}

export const OUTCOMES = ["eligible", "ask", "not_eligible"];

/**
 * @param {Applicant} applicant
 * @param {string} coverFrom
 */
export function situationOf(applicant, coverFrom) {
  return {
    sex: ["female", "male"].indexOf(applicant.sex),
    relation: ["worker", "wife_of_worker", "other_relative"].indexOf(applicant.relation),
    health: ["healthy", "cancer_of_the_plan", "other_serious_illness", "cancer_cured"].indexOf(
      applicant.health,
    ),
    union: known(applicant.union),
    renewal: known(applicant.renewal),
    ...parts("born", applicant.birth_date),
    ...parts("cover", coverFrom),
  };
}

/** @param {boolean | null} fact */
function known(fact) {
  if (fact === null) return 0;
  return fact ? 1 : 2;
}

/**
 * @param {string} name
 * @param {string} day
 */
function parts(name, day) {
  return {
    [`${name} year`]: Number(day.slice(0, 4)),
    [`${name} day`]: Number(day.slice(5).replace("-", "")),
  };
}
