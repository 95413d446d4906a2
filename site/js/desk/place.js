/** @import {RosterStateName} from "../contract.js" */
import { STATES } from "./words.js";

/**
 * Where somebody is at the desk: at one roster, or at a part of the queue. It stands behind the
 * address's `#`, which no server and no log gets to see.
 *
 * @typedef {object} Place
 * @property {string} receipt Empty at the queue.
 * @property {RosterStateName | ""} state
 * @property {string} county
 * @property {string} q What is searched for.
 */

/** @type {Place} */
const START = { receipt: "", state: "", county: "", q: "" };

/**
 * @param {string} hash As `location.hash`.
 * @returns {Place} The queue's start, where the hash says nothing that is known.
 */
export function placeOf(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const state = said.get("state") ?? "";
  return {
    receipt: said.get("receipt") ?? "",
    state: Object.hasOwn(STATES, state) ? /** @type {RosterStateName} */ (state) : "",
    county: said.get("county") ?? "",
    q: said.get("q") ?? "",
  };
}

/**
 * @param {Partial<Place>} place
 * @returns {string} Its hash, `#` at the queue's start.
 */
export function hashOf(place) {
  const { receipt, ...queue } = { ...START, ...place };
  const said = receipt ? { receipt } : queue;
  const given = Object.entries(said).filter(([, value]) => value);
  return `#${new URLSearchParams(given)}`;
}
