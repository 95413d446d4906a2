import { deskOf } from "./place.js";

/**
 * @param {string} receipt Of a list or a claim, or the number of a unit.
 * @returns {string} The path of what the desk sees of it.
 */
export function pathOf(receipt) {
  const room = receipt.startsWith("DW") ? "units" : deskOf(receipt);
  return `${room}/${encodeURIComponent(receipt)}`;
}

/** @param {Record<string, string>} values Empty ones are left out. */
export function queryOf(values) {
  const given = Object.entries(values).filter(([, value]) => value);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : "";
}
