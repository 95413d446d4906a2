/** @import {RosterState} from "../contract.js" */
import { startCopyButtons } from "../copy-button.js";
import { byId } from "../dom.js";
import { SubmittedFile } from "../submitted-file.js";
import { ChangeRequestForm } from "./change-request.js";
import { ClerkForm } from "./clerk.js";
import { CoveredPeopleView } from "./covered-people.js";
import { NextYearView } from "./next-year.js";
import { PolicyPapers } from "./policy-papers.js";
import { showRoster } from "./roster.js";
import { SignedConsentsForm } from "./signed-consents.js";
import { StampedSheetsForm } from "./stamped-sheets.js";
import { Withdrawal } from "./withdrawal.js";

/** A list on the state page: where it stands, and what its unit can do. */
export class RosterPage {
  /** @param {(found: RosterState, accessCode: string) => void} onDone */
  constructor(onDone) {
    this.section = byId("state", HTMLElement);
    this.parts = [
      new Withdrawal(onDone),
      new ChangeRequestForm(onDone),
      new ClerkForm(onDone),
      new StampedSheetsForm(onDone),
      new SignedConsentsForm(onDone),
      new SubmittedFile(),
      new NextYearView(),
      new CoveredPeopleView(),
      new PolicyPapers(this.section),
    ];
    startCopyButtons(this.section);
  }

  /**
   * @param {RosterState} roster
   * @param {string} accessCode
   */
  show(roster, accessCode) {
    for (const part of this.parts) part.offer(roster, accessCode);
    showRoster(this.section, roster);
  }
}
