/** @import {ClaimState, RosterState} from "../contract.js" */
import { startCopyButtons } from "../copy-button.js";
import { byId } from "../dom.js";
import { isClaim, startLookup } from "../lookup.js";
import { showClaim } from "./claim.js";
import { MoreFacts } from "./more-facts.js";
import { ChangeRequestForm } from "./change-request.js";
import { CoveredPeopleView } from "./covered-people.js";
import { NextYearView } from "./next-year.js";
import { MorePapers } from "./more-papers.js";
import { Notices } from "./notices.js";
import { Reopening } from "./reopening.js";
import { showRoster } from "./roster.js";
import { Withdrawal } from "./withdrawal.js";

const rosterSection = byId("state", HTMLElement);
const claimSection = byId("claim-state", HTMLElement);
const withdrawal = new Withdrawal(show);
const changeRequest = new ChangeRequestForm(show);
const nextYear = new NextYearView();
const coveredPeople = new CoveredPeopleView();
const morePapers = new MorePapers(show);
const moreFacts = new MoreFacts(show);
const notices = new Notices(claimSection);
const reopening = new Reopening(show);

/**
 * @param {RosterState | ClaimState} found
 * @param {string} accessCode
 */
function show(found, accessCode) {
  rosterSection.hidden = true;
  claimSection.hidden = true;
  if (isClaim(found.receipt)) {
    const claim = /** @type {ClaimState} */ (found);
    morePapers.offer(claim, accessCode);
    moreFacts.offer(claim, accessCode);
    reopening.offer(claim, accessCode);
    notices.offer(claim);
    showClaim(claimSection, claim);
  } else {
    const roster = /** @type {RosterState} */ (found);
    withdrawal.offer(roster, accessCode);
    changeRequest.offer(roster, accessCode);
    nextYear.offer(roster, accessCode);
    coveredPeople.offer(roster, accessCode);
    showRoster(rosterSection, roster);
  }
}

startCopyButtons(rosterSection);
byId("look-again", HTMLButtonElement).addEventListener("click", () =>
  byId("lookup-form", HTMLFormElement).requestSubmit(),
);
startLookup("", show);
