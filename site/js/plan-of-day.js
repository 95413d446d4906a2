import { today } from "./clock.js";

/** Puts the plan of the day first: the page may have been built before it was in force (第二十条). */
const built = document.querySelector("[data-plan-built]");
const from = built?.getAttribute("data-plan-built") ?? "";
const day = today();
const begun = [...document.querySelectorAll("section[data-plan-from]")]
  .filter((section) => isBetween(section.getAttribute("data-plan-from") ?? ""))
  .sort((one, other) => (one.id < other.id ? 1 : -1));
if (begun[0]) built?.before(begun[0]);

/** @param {string} began */
function isBetween(began) {
  return from < began && began <= day;
}
