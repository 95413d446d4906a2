/** @import {ClaimState} from "../contract.js" */
import { byId } from "../dom.js";
import { showClaim } from "./claim.js";
import { MoreFacts } from "./more-facts.js";
import { MorePapers } from "./more-papers.js";
import { Notices } from "./notices.js";
import { Reopening } from "./reopening.js";

/** A claim on the state page: where it stands, and what whoever has its code can do. */
export class ClaimPage {
  /** @param {(found: ClaimState, accessCode: string) => void} onDone */
  constructor(onDone) {
    this.section = byId("claim-state", HTMLElement);
    this.forms = [new MorePapers(onDone), new MoreFacts(onDone), new Reopening(onDone)];
    this.notices = new Notices(this.section);
  }

  /**
   * @param {ClaimState} claim
   * @param {string} accessCode
   */
  show(claim, accessCode) {
    for (const form of this.forms) form.offer(claim, accessCode);
    this.notices.offer(claim);
    showClaim(this.section, claim);
  }
}
