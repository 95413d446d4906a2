/** @import {CoveredPeople, CoveredPerson} from "./contract.js" */
import { byId, element, fill, partIn, reveal } from "./dom.js";
import { count, day } from "./format.js";
import { startLookup } from "./lookup.js";
import { contactSlots } from "./slots.js";

/** So many are on the page at once: who has more prints them in parts. */
const AT_ONCE = 200;
/** Whose cover has begun, or will. */
const COVERED = ["not_yet", "waiting", "covered"];

const section = byId("certificates", HTMLElement);
const who = byId("certificates-who", HTMLSelectElement);
const place = byId("certificates-of", HTMLElement);

/**
 * Shows the certificates (被保险人凭证) of those who are covered by an accepted list.
 *
 * @param {CoveredPeople} found
 */
function show(found) {
  const covered = found.people.filter(({ state }) => COVERED.includes(state));
  who.replaceChildren(...choices(covered));
  who.onchange = () => showChosen(found, covered);
  partIn(section, "reckoning").hidden = found.is_complete;
  byId("print", HTMLButtonElement).disabled = covered.length === 0 || !found.is_complete;
  byId("lookup-form", HTMLFormElement).hidden = true;
  showChosen(found, covered);
  reveal(section);
}

/**
 * @param {CoveredPerson[]} covered
 * @returns {HTMLOptionElement[]} Everybody, in parts; then each by herself, by her place in the list.
 */
function choices(covered) {
  const parts = [];
  for (let from = 0; from < covered.length; from += AT_ONCE) {
    const until = Math.min(from + AT_ONCE, covered.length);
    const isAll = covered.length <= AT_ONCE;
    const words = isAll ? `全部 ${count(until)} 人` : `第 ${from + 1} 到 ${until} 人`;
    parts.push(element("option", { value: `${from} ${until}` }, words));
  }
  const each = covered.map(({ row, name }, at) =>
    element("option", { value: `${at} ${at + 1}` }, `第 ${row} 行 ${name}`),
  );
  return [...parts, ...each];
}

/**
 * @param {CoveredPeople} found
 * @param {CoveredPerson[]} covered
 */
function showChosen(found, covered) {
  const [from = 0, until = 0] = who.value.split(" ").map(Number);
  const chosen = covered.slice(from, until);
  const out = found.people.length - covered.length;
  const rest = out > 0 ? `名单上另有 ${count(out)} 人现在没有保险，没有凭证。` : "";
  byId("certificates-said", HTMLElement).textContent = `${count(chosen.length)} 份凭证。${rest}`;
  place.replaceChildren(...chosen.map((person) => certificate(found, person)));
}

/**
 * @param {CoveredPeople} found
 * @param {CoveredPerson} person
 * @returns {HTMLElement} In the words of the plan and the article of her policy.
 */
function certificate(found, person) {
  const { first_day, last_day, waiting_last_day } = person;
  const made = /** @type {HTMLElement} */ (templateOf(found.plan).cloneNode(true));
  keepWords(made, found.policy_issued_date);
  fill(made, {
    name: person.name,
    id_number: person.id_number,
    unit_name: found.unit_name,
    policy_number: found.policy_number,
    cover: first_day && last_day ? `${day(first_day)}零时起，到${day(last_day)}24 时` : "",
    waiting: waiting_last_day ? `到${day(waiting_last_day)}为止` : "没有（连续续保）",
    receipt: found.receipt,
    on: day(found.on),
    ...contactSlots(found.contact),
  });
  return made;
}

/**
 * @param {string} plan The day from which the policy's plan is valid.
 * @returns {Element}
 */
function templateOf(plan) {
  /** @type {HTMLTemplateElement | null} */
  const template = document.querySelector(`template[data-plan="${plan}"]`);
  const made = template?.content.querySelector("article");
  if (!made) throw new Error("a policy of a plan that this page does not know");
  return made;
}

/**
 * Of an article's wordings the one stays that was in force on a day.
 *
 * @param {HTMLElement} made
 * @param {string} on ISO date.
 */
function keepWords(made, on) {
  /** @type {NodeListOf<HTMLElement>} */
  const words = made.querySelectorAll(".words");
  const inForce = [...words].filter(({ dataset }) => (dataset.since ?? "") <= on).pop() ?? words[0];
  for (const each of words) if (each !== inForce) each.remove();
}

byId("print", HTMLButtonElement).addEventListener("click", () => window.print());
startLookup("/people", show);
