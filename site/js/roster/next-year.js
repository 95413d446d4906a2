/** @import {NextYear, Report, Submission} from "../contract.js" */
import { byId, fill, partIn, reveal } from "../dom.js";
import { count, day } from "../format.js";
import { startLookup } from "../lookup.js";
import { isLate, isSent, showNotRenewed, showSent } from "../status/renewals.js";
import { FirstSubmission } from "./first-submission.js";
import { Prefilled } from "./prefilled.js";

/** Next year's list of a unit: the service gives all that it said last year. */
export class NextYearSubmission extends FirstSubmission {
  storage = () => sessionStorage;

  /**
   * @param {NextYear} told
   * @param {string} accessCode Of last year's list.
   */
  constructor(told, accessCode) {
    super();
    this.draft = `roster-renewal:${told.receipt}`;
    this.unit = told.unit;
    this.prefilled = new Prefilled(told);
    this.renews = { receipt: told.receipt, access_code: accessCode };
  }

  /**
   * @param {Submission} submission
   * @param {HTMLElement} status
   * @returns {Promise<(report: Report) => void>}
   */
  async send(submission, status) {
    const showReceipt = await super.send({ ...submission, renews: this.renews }, status);
    return (report) => {
      byId("renewing", HTMLElement).hidden = true;
      showReceipt(report);
    };
  }
}

/**
 * Opens next year's list of the one that the address names, with its access code where this tab
 * knows it; asks for both where not.
 *
 * @param {string} receipt
 * @param {(submission: NextYearSubmission) => void} onOpen Not called where it was sent already.
 */
export function startRenewal(receipt, onOpen) {
  const section = byId("renewing", HTMLElement);
  const opening = byId("correction", HTMLElement);
  const { title = "", submit = "", lead = "" } = section.dataset;
  byId("page-title", HTMLHeadingElement).textContent = title;
  byId("submit-roster", HTMLButtonElement).textContent = submit;
  byId("before-form", HTMLElement).hidden = true;
  partIn(document.body, "at-hand").hidden = true;
  partIn(opening, "lead").textContent = lead;
  opening.hidden = false;
  /**
   * @param {NextYear} told
   * @param {string} accessCode
   */
  const open = (told, accessCode) => {
    byId("lookup-form", HTMLFormElement).hidden = true;
    show(section, told);
    if (!isSent(told)) onOpen(new NextYearSubmission(told, accessCode));
    reveal(section);
  };
  startLookup("/renewal", open, receipt);
}

/**
 * @param {HTMLElement} section
 * @param {NextYear} told
 */
function show(section, told) {
  const { receipt, unit, formerly, last_day, first_day, people, not_renewed, sent } = told;
  const [done, late] = [isSent(told), isLate(told)];
  fill(section, {
    receipt,
    unit_name: unit.name,
    formerly,
    last_day: day(last_day),
    first_day: day(first_day),
    people: count(people.length),
  });
  partIn(section, "renamed").hidden = !formerly;
  partIn(section, "prefilled").hidden = done || people.length === 0;
  partIn(section, "nobody").hidden = done || people.length > 0;
  partIn(section, "in-time").hidden = done || late;
  partIn(section, "late").hidden = done || !late;
  showSent(partIn(section, "sent"), sent);
  showNotRenewed(partIn(section, "not-renewed"), done ? [] : not_renewed);
  byId("unit-old-last-day", HTMLInputElement).closest(".question")?.setAttribute("hidden", "");
}
