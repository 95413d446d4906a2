import { isClaim } from "../lookup.js";
import { CLAIM_STATES, STATES } from "./words.js";

/** @typedef {"rosters" | "claims"} Desk What is done at it; the API's routes bear these names. */

/**
 * Where somebody is at the desk: at one case, or at a part of a queue. It stands behind the
 * address's `#`, which no server and no log gets to see.
 *
 * @typedef {object} Place
 * @property {string} receipt Empty at a queue.
 * @property {Desk | ""} desk Empty: the first of hers.
 * @property {string} state Empty: what a queue begins with.
 * @property {string} county
 * @property {string} q What is searched for.
 */

/** @type {Place} */
const START = { receipt: "", desk: "", state: "", county: "", q: "" };
const KNOWN_STATES = { ...STATES, ...CLAIM_STATES };

/**
 * @param {string} hash As `location.hash`.
 * @returns {Place} A queue's start, where the hash says nothing that is known.
 */
export function placeOf(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const state = said.get("state") ?? "";
  const desk = said.get("desk") ?? "";
  return {
    receipt: said.get("receipt") ?? "",
    desk: desk === "rosters" || desk === "claims" ? desk : "",
    state: Object.hasOwn(KNOWN_STATES, state) ? state : "",
    county: said.get("county") ?? "",
    q: said.get("q") ?? "",
  };
}

/**
 * @param {Partial<Place>} place
 * @returns {string} Its hash, `#` at the start.
 */
export function hashOf(place) {
  const { receipt, ...queue } = { ...START, ...place };
  const said = receipt ? { receipt } : queue;
  const given = Object.entries(said).filter(([, value]) => value);
  return `#${new URLSearchParams(given)}`;
}

/**
 * @param {string} receipt
 * @returns {Desk} The desk at which it is dealt with.
 */
export function deskOf(receipt) {
  return isClaim(receipt) ? "claims" : "rosters";
}

/**
 * @param {string[]} roles
 * @returns {Desk[]} The desks that these roles see, what she begins with first.
 */
export function desksOf(roles) {
  const sees = (/** @type {string[]} */ those) => roles.some((role) => those.includes(role));
  /** @type {Desk[]} */
  const desks = [];
  if (sees(["contact", "federation", "admin"])) desks.push("rosters");
  if (sees(["claims", "federation", "admin"])) desks.push("claims");
  return desks;
}
