/**
 * How long the checker takes for an answer, and publicodes for the same one: microseconds as JSON.
 * Both are warm; the engine and its model are made once, outside the measure.
 *
 * @import {Applicant} from "../../site/js/rules/types.js"
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { stdout } from "node:process";
import { URL } from "node:url";
import Engine from "publicodes";
import { judge } from "../../site/js/rules/eligibility.js";
import { inForce } from "../../site/js/rules/plans.js";
import { modelOf, OUTCOMES, situationOf } from "./publicodes-model.js";

const VECTORS = new URL("../vectors/eligibility.json", import.meta.url);
const USUAL = { sex: "female", relation: "worker", health: "healthy", union: true, renewal: false };
const ROUNDS = 7;
const STEP = 7;

const plan = inForce("2026-01-01");
const engine = new Engine(modelOf(plan), { logger: silent() });
const people = peopleOfVectors();

for (const person of people) assert.equal(published(person), ours(person), JSON.stringify(person));

const best = { ours: Infinity, publicodes: Infinity };
for (let round = 0; round < ROUNDS; round++) {
  best.ours = Math.min(best.ours, microseconds(ours));
  best.publicodes = Math.min(best.publicodes, microseconds(published));
}
stdout.write(JSON.stringify({ ...best, people: people.length }));

/** @typedef {{applicant: Applicant, coverFrom: string}} Person */

/** Some of the applicants of the vectors, whose dates a model without a calendar can take. */
function peopleOfVectors() {
  /** @type {{cases: [string, any, {outcome?: string, codes?: string[]}][]}} */
  const { cases } = JSON.parse(readFileSync(VECTORS, "utf-8"));
  return cases
    .filter(([rule, , { outcome, codes }]) => {
      return rule === "eligibility" && outcome && !codes?.includes("id_number.birth_date");
    })
    .filter((_, index) => index % STEP === 0)
    .map(([, { cover_from: coverFrom, ...facts }]) => ({
      applicant: { ...USUAL, ...facts },
      coverFrom,
    }));
}

/** @param {Person} person */
function ours({ applicant, coverFrom }) {
  return judge(applicant, coverFrom, plan).outcome;
}

/** @param {Person} person */
function published({ applicant, coverFrom }) {
  engine.setSituation(situationOf(applicant, coverFrom));
  return OUTCOMES[Number(engine.evaluate("outcome").nodeValue)];
}

/** @param {(person: Person) => unknown} answer */
function microseconds(answer) {
  const begin = performance.now();
  for (const person of people) answer(person);
  return ((performance.now() - begin) * 1000) / people.length;
}

function silent() {
  const nothing = () => undefined;
  return { log: nothing, warn: nothing, error: nothing };
}
