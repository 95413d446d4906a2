/** @import {Decidable} from "./contract.js" */
import { element, focusOn } from "../dom.js";
import { deskOf } from "./place.js";
import { codeOf } from "../problem.js";
import { newsSince, OUTSIDERS } from "./words.js";

/**
 * @param {unknown} error
 * @returns {boolean} Whether nothing was decided because the case is not what it was.
 */
export function isConflict(error) {
  return isOwn(error) || ["staff.conflict", "staff.state"].includes(codeOf(error));
}

/**
 * @param {unknown} error
 * @returns {string} Who was faster: she herself, on another page or as an answer was lost, or another.
 */
export function fasterOne(error) {
  return isOwn(error) ? "您自己" : "别人";
}

/** @param {unknown} error */
function isOwn(error) {
  return codeOf(error) === "staff.conflict_own";
}

/**
 * @param {unknown} error
 * @returns {boolean} Whether what the rules give is not what is shown: another claim was paid, say.
 */
export function isOutdated(error) {
  return codeOf(error) === "claim_desk.changed";
}

/**
 * Says who was faster, and what she did.
 *
 * @param {HTMLElement} box
 * @param {object} told
 * @param {unknown} told.error That refused it.
 * @param {number} told.revision What was known of the case.
 * @param {Decidable} told.now The case as it is.
 * @param {string} told.rest What becomes of what was being done.
 */
export function tellConflict(box, { error, revision, now, rest }) {
  const news = newsSince(now.timeline, revision, OUTSIDERS[deskOf(now.receipt)]);
  box.replaceChildren(
    element("h4", {}, `${fasterOne(error)}刚刚办理过，您这次的决定没有保存`),
    element("ul", {}, ...news.map((each) => element("li", {}, each))),
    element("p", {}, rest),
  );
  box.hidden = false;
  focusOn(box);
}
