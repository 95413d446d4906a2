/** @import {ClaimState, RosterState} from "../contract.js" */
/** @import {ClaimPage} from "./claim-page.js" */
/** @import {RosterPage} from "./roster-page.js" */
import { statusAddress } from "../address.js";
import { byId } from "../dom.js";
import { isClaim, startLookup } from "../lookup.js";

const sections = [byId("state", HTMLElement), byId("claim-state", HTMLElement)];
/** @type {Promise<ClaimPage> | undefined} */
let claimPage;
/** @type {Promise<RosterPage> | undefined} */
let rosterPage;

/**
 * Shows what was found; what only a claim needs, or only a list, comes when it is looked up.
 *
 * @param {RosterState | ClaimState} found
 * @param {string} accessCode
 */
async function show(found, accessCode) {
  for (const section of sections) section.hidden = true;
  nameInAddress(found.receipt);
  if (isClaim(found.receipt)) {
    claimPage ??= import("./claim-page.js").then(({ ClaimPage }) => new ClaimPage(show));
    (await claimPage).show(/** @type {ClaimState} */ (found), accessCode);
  } else {
    rosterPage ??= import("./roster-page.js").then(({ RosterPage }) => new RosterPage(show));
    (await rosterPage).show(/** @type {RosterState} */ (found), accessCode);
  }
}

/**
 * Has who comes back from another page find it open again; its code this tab knows by itself.
 *
 * @param {string} receipt
 */
function nameInAddress(receipt) {
  if (new URLSearchParams(location.search).get("receipt") === receipt) return;
  history.replaceState(null, "", statusAddress(receipt));
}

byId("look-again", HTMLButtonElement).addEventListener("click", () =>
  byId("lookup-form", HTMLFormElement).requestSubmit(),
);
startLookup("", show);
