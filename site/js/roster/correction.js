/** @import {Prefilled} from "./prefilled.js" */
/** @import {List, Report, RosterState, Submission, Unit} from "../contract.js" */
import { ProblemError } from "../api.js";
import { siteAddress, statusAddress } from "../address.js";
import { byId, fill, link, partIn, reveal } from "../dom.js";
import { count } from "../format.js";
import { keepCorrection } from "../kept-receipts.js";
import { bearing, changing, getSubmission, isClaim, pathOf, startLookup } from "../lookup.js";
import { patiently } from "../patience.js";
import { wordsAbout } from "../problem.js";
import { callWithProof, prepareProof } from "../proof-of-work.js";
import { RetryLine } from "../retry-line.js";
import { contactSlots } from "../slots.js";
import { showDecision } from "../status/decision.js";
import { mayBeCorrected } from "../submitted-file.js";
import { showCorrected } from "./receipt.js";

/**
 * A list that takes the place of one that was submitted before: it was returned, or the unit
 * itself has found a mistake.
 */
export class Correction {
  form = byId("roster-form", HTMLFormElement);
  standing = byId("standing", HTMLElement);
  conflict = byId("conflict", HTMLElement);
  checking = byId("file-state", HTMLElement);
  line = RetryLine.behind(partIn(this.conflict, "looking"));
  storage = () => sessionStorage;
  isReal = true;
  /** The list as it was submitted, once the page has it. @type {Prefilled | undefined} */
  prefilled = undefined;
  /** Called when a newer version was looked up, and is the one to be corrected. */
  onLookedAgain = () => {};

  /**
   * @param {RosterState} roster As it stands.
   * @param {string} accessCode
   */
  constructor(roster, accessCode) {
    this.roster = roster;
    this.accessCode = accessCode;
    this.draft = `roster-unit:${roster.receipt}`;
    this.unit = roster.unit;
    byId("look-again", HTMLButtonElement).addEventListener("click", () => this.#lookAgain());
  }

  prepare() {
    prepareProof();
  }

  /** Says what is being corrected, and why it came back. */
  show() {
    const { unit_name, receipt, version, state_label, people, contact } = this.roster;
    const { state, next_step } = this.roster;
    const isOpen = mayBeCorrected(this.roster);
    const slots = { unit_name, receipt, version: String(version), state_label, next_step };
    fill(this.standing, { ...slots, people: count(people), ...contactSlots(contact) });
    const addresses = { print: siteAddress(this.roster.print_url), phone: `tel:${contact.phone}` };
    for (const part of [this.standing, this.conflict]) link(part, addresses);
    showDecision(this.standing, this.roster);
    partIn(this.standing, "open").hidden = !isOpen;
    partIn(this.standing, "accepted-already").hidden = state !== "accepted";
    partIn(this.standing, "ended").hidden = isOpen || state === "accepted";
    this.form.hidden = !isOpen;
    this.conflict.hidden = true;
    reveal(this.standing);
  }

  /**
   * What is found in the corrected list, and what it changes in the version that stands.
   *
   * @param {List & {unit?: Partial<Unit>}} list
   * @returns {Promise<Report>}
   */
  check(list) {
    const request = { body: list, headers: bearing(this.accessCode) };
    return callWithProof(`${pathOf(this.roster.receipt)}/check`, request, this.checking);
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   * @returns {Promise<(report: Report) => void>} Shows what was kept.
   */
  async send(submission, status) {
    const { receipt } = this.roster;
    const headers = changing(this.accessCode, this.roster);
    const request = { method: /** @type {const} */ ("PUT"), body: submission, headers };
    try {
      const corrected = await callWithProof(pathOf(receipt), request, status);
      return (report) => this.#leave(corrected, report);
    } catch (error) {
      this.conflict.hidden = !isConflict(error);
      throw error;
    }
  }

  /**
   * @param {RosterState} corrected
   * @param {Report} report
   */
  #leave(corrected, report) {
    const { receipt, unit_name, people } = corrected;
    keepCorrection({ receipt, unit_name, people, list_mark: report.list_mark });
    byId("correction", HTMLElement).hidden = true;
    showCorrected(byId("corrected", HTMLElement), corrected, report);
  }

  /** The person has seen that there is a newer version, and corrects that one. */
  async #lookAgain() {
    const looking = partIn(this.conflict, "looking");
    looking.textContent = "正在查找…";
    try {
      const look = () => getSubmission(this.roster.receipt, this.accessCode, "", looking);
      this.roster = await patiently(look, this.line);
      looking.textContent = "";
      this.onLookedAgain();
      this.show();
    } catch (error) {
      looking.textContent = wordsAbout(error);
    }
  }
}

/**
 * Opens the list that the address names, with its access code where this tab knows it; asks for
 * both where not.
 *
 * @param {(correction: Correction) => void} onOpen
 */
export function startCorrection(onOpen) {
  const section = byId("correction", HTMLElement);
  const { title = "", submit = "" } = section.dataset;
  byId("page-title", HTMLHeadingElement).textContent = title;
  byId("submit-roster", HTMLButtonElement).textContent = submit;
  byId("before-form", HTMLElement).hidden = true;
  partIn(document.body, "at-hand").hidden = true;
  section.hidden = false;
  startLookup("", (found, accessCode) => {
    if (isClaim(found.receipt)) {
      location.replace(statusAddress(found.receipt));
      return;
    }
    byId("lookup-form", HTMLFormElement).hidden = true;
    const correction = new Correction(found, accessCode);
    onOpen(correction);
    correction.show();
  });
}

/** @param {unknown} error */
function isConflict(error) {
  return error instanceof ProblemError && error.problem.code === "roster.version_conflict";
}
