/** @import {Correction} from "./correction.js" */
/** @import {RosterPage} from "./steps.js" */
import { startCorrection } from "./correction.js";
import { SubmittedList } from "./submitted-list.js";

/**
 * Has a submitted list corrected: from what was submitted, or from another file.
 *
 * @param {(correction: Correction) => RosterPage} pageOf Makes the page's steps for a correction.
 */
export function startCorrecting(pageOf) {
  startCorrection((correction) => {
    const page = pageOf(correction);
    const submitted = new SubmittedList(correction, page);
    correction.onLookedAgain = () => {
      page.summary.clear();
      // What it changes is told of the version that stands now.
      if (page.list) page.again.soon();
    };
    page.start();
    submitted.begin();
  });
}
