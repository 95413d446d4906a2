import { isClaim } from "../lookup.js";
import { numberOf, wordsOf } from "./searches.js";
import { CLAIM_STATES, LIST_QUEUES, ROOMS } from "./words.js";

/** @typedef {"rosters" | "claims"} Desk What is done at it; the API's routes bear these names. */
/** @typedef {Desk | "batch" | "summary" | "services" | "statements" | "imports" | "people"} Room A part of the page. */

/**
 * Where somebody is at the desk: at one case or unit, at a part of a queue, or in another room. It stands
 * behind the address's `#`, which no server and no log gets to see; of a search there is its number.
 *
 * @typedef {object} Place
 * @property {string} receipt Empty at a queue.
 * @property {string} unit Of a unit its number, or a list of it; empty elsewhere.
 * @property {Room | ""} desk Empty: the first that she may enter.
 * @property {string} state Empty: what a queue begins with.
 * @property {string} county
 * @property {string} q What is searched for.
 * @property {string} sort In what order; empty: the most urgent first.
 */

/** @type {Place} */
const START = { receipt: "", unit: "", desk: "", state: "", county: "", q: "", sort: "" };
const KNOWN_STATES = { ...LIST_QUEUES, ...CLAIM_STATES };

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
    unit: said.get("unit") ?? "",
    desk: Object.hasOwn(ROOMS, desk) ? /** @type {Room} */ (desk) : "",
    state: Object.hasOwn(KNOWN_STATES, state) ? state : "",
    county: said.get("county") ?? "",
    q: wordsOf(said.get("search") ?? ""),
    sort: said.get("sort") ?? "",
  };
}

/**
 * @param {Partial<Place>} place
 * @returns {string} Its hash, `#` at the start.
 */
export function hashOf(place) {
  const { receipt, unit, q, ...queue } = { ...START, ...place };
  const said = receipt ? { receipt } : unit ? { unit } : { ...queue, search: numberOf(q) };
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
 * @param {Room} room
 * @returns {room is Desk} Whether cases are dealt with there.
 */
export function isDesk(room) {
  return room === "rosters" || room === "claims";
}

/**
 * @param {string[]} roles
 * @returns {Room[]} The rooms that these roles see, what she begins with first.
 */
export function roomsOf(roles) {
  const sees = (/** @type {string[]} */ those) => roles.some((role) => those.includes(role));
  const ofRosters = sees(["contact", "federation", "admin"]);
  const decides = sees(["contact", "admin"]);
  /** @type {Room[]} */
  const rooms = [];
  if (ofRosters) rooms.push("rosters");
  if (decides) rooms.push("batch");
  if (sees(["claims", "federation", "admin"])) rooms.push("claims");
  if (decides) rooms.push("statements");
  if (ofRosters || sees(["area", "industry"])) rooms.push("summary");
  if (ofRosters) rooms.push("services", "imports");
  if (sees(["contact", "claims", "privacy", "admin"])) rooms.push("people");
  return rooms;
}
