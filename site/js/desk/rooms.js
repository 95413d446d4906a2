/** @import {Me} from "./contract.js" */
import { element } from "../dom.js";

/** @typedef {"rosters" | "summary" | "services"} Room A part of the desk. */

/** @type {Record<Room, string>} */
const NAMES = { rosters: "名单", summary: "汇总", services: "讲座与专员" };

/**
 * @param {string} hash As `location.hash`.
 * @returns {Room} The lists, where it names no other room.
 */
export function roomOf(hash) {
  const room = new URLSearchParams(hash.replace(/^#/, "")).get("desk") ?? "";
  return Object.hasOwn(NAMES, room) ? /** @type {Room} */ (room) : "rosters";
}

/**
 * @param {Me} me
 * @returns {Room[]} The rooms that are open to her.
 */
export function roomsOf({ counties }) {
  return counties.length > 0 ? ["rosters", "summary", "services"] : [];
}

/**
 * Writes the entries of the rooms.
 *
 * @param {HTMLElement} nav
 * @param {Room[]} rooms
 * @param {Room} current
 */
export function showRooms(nav, rooms, current) {
  const entries = rooms.map((room) => {
    const attributes = room === current ? { "aria-current": "page" } : {};
    const href = room === "rosters" ? "#" : `#desk=${room}`;
    return element("li", {}, element("a", { href, ...attributes }, NAMES[room]));
  });
  nav.querySelector("ul")?.replaceChildren(...entries);
  nav.hidden = rooms.length === 0;
}
