/** @import {Case, CaseEvent} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, link, partIn, reveal } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day, moment } from "../format.js";
import { AcceptForm } from "./accept-form.js";
import { CaseLog } from "./case-log.js";
import { untilDue } from "./due.js";
import { factsOf, policyFacts } from "./facts.js";
import { heedItems } from "./heed.js";
import { PeopleView } from "./people.js";
import { ReturnForm } from "./return-form.js";
import { reasonLine, refusalLine } from "../said-reasons.js";
import { DUE, whoInWords } from "./words.js";

/** How long to wait, each time, for the cover that is computed after a list was accepted. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000];

/**
 * @typedef {object} Surroundings
 * @property {StaffApi} api
 * @property {string} today ISO date.
 * @property {(words: string) => void} say What has just happened.
 * @property {(error: unknown) => void} onError
 */

/** One roster: what is known of it, the decision on it, its people, and what happened. */
export class CaseView {
  section = byId("case", HTMLElement);
  /** @type {Case | null} */
  roster = null;

  /** @param {Surroundings} surroundings */
  constructor({ api, today, say, onError }) {
    this.api = api;
    this.today = today;
    this.say = say;
    this.onError = onError;
    this.people = new PeopleView(this.section, api, onError);
    this.log = new CaseLog(api, onError);
    const listeners = {
      api,
      onDone: (/** @type {Case} */ decided) => this.#done(decided),
      onConflict: () => this.#lookAgain(),
      onSignedOut: onError,
    };
    this.forms = { return: new ReturnForm(listeners), accept: new AcceptForm(listeners) };
    for (const opener of this.section.querySelectorAll("[data-open]")) {
      opener.addEventListener("click", () => this.#open(opener));
    }
    byId("print-case", HTMLButtonElement).addEventListener("click", () => this.#print());
  }

  /**
   * Fetches a roster; nothing is changed before all of it has come.
   *
   * @param {string} receipt
   * @param {string} queue The hash of the part of the queue to go back to.
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(receipt, queue) {
    const roster = await this.api.roster(receipt);
    const showPeople = await this.people.prepare(roster.receipt, roster.version);
    return () => {
      showPeople();
      link(this.section, { queue });
      this.#closeForms();
      this.#show(roster);
    };
  }

  /** @param {Case} roster */
  #show(roster) {
    const { section } = this;
    this.roster = roster;
    fill(section, { unit_name: roster.unit.name, state_label: roster.state_label });
    partIn(section, "due").replaceChildren(...this.#dueWords(roster));
    partIn(section, "masked").hidden = !roster.is_masked;
    partIn(section, "facts").replaceChildren(...factItems(factsOf(roster)));
    partIn(section, "heed").replaceChildren(...heedItems(roster));
    partIn(section, "timeline").replaceChildren(...roster.timeline.map(eventItem));
    this.#showOutcome(roster);
    const isOpen = roster.may_decide && roster.state === "submitted";
    for (const opener of section.querySelectorAll("[data-open]")) {
      if (opener instanceof HTMLElement) opener.hidden = !isOpen;
    }
    this.people.offerVersions(roster);
    this.log.forget(roster.receipt);
  }

  /** @param {Case} roster */
  #dueWords({ due, state }) {
    const is_overdue = state !== "accepted" && due < this.today;
    const roster = { due, state, is_overdue, is_soon: due === this.today };
    const { urgency, words } = untilDue(roster, this.today);
    return [
      `${DUE[state]}：${day(due)} `,
      element("b", { class: "due", "data-urgency": urgency }, words),
    ];
  }

  /** @param {Case} roster */
  #showOutcome({ acceptance, reasons }) {
    const { section } = this;
    partIn(section, "outcome").hidden = !acceptance && reasons.length === 0;
    fill(section, { outcome: acceptance ? "保单" : "退回的原因" });
    const policy = acceptance ? factItems(policyFacts(acceptance)) : [];
    partIn(section, "policy").replaceChildren(...policy);
    partIn(section, "policy").hidden = policy.length === 0;
    const refusals = acceptance?.refusals.map(refusalLine) ?? [];
    partIn(section, "reasons").replaceChildren(...reasons.map(reasonLine), ...refusals);
  }

  /** @param {Element} opener */
  #open(opener) {
    const name = opener.getAttribute("data-open") === "accept" ? "accept" : "return";
    this.#closeForms();
    if (this.roster) this.forms[name].open(this.roster);
  }

  #closeForms() {
    this.forms.return.close();
    this.forms.accept.close();
  }

  /** @param {Case} decided */
  #done(decided) {
    this.#closeForms();
    this.#show(decided);
    this.say(`已保存：${decided.unit.name}，${decided.state_label}。`);
    reveal(this.section);
    if (decided.state === "accepted") this.#awaitCover(decided);
  }

  /** Somebody was faster: shows the roster as it is now, and leaves what was typed. */
  async #lookAgain() {
    const roster = await this.api.roster(this.roster?.receipt ?? "");
    const showPeople = await this.people.prepare(roster.receipt, roster.version);
    showPeople();
    this.#show(roster);
    return roster;
  }

  async #print() {
    try {
      this.say("正在取全部人员…");
      await this.people.complete();
      this.say("");
      window.print();
    } catch (error) {
      this.onError(error);
    }
  }

  /**
   * Shows the cover of each person as soon as it is computed, while the same roster is looked at.
   *
   * @param {Case} accepted
   */
  async #awaitCover({ receipt }) {
    for (const wait of WAITS_MS) {
      await new Promise((done) => setTimeout(done, wait));
      if (this.roster?.receipt !== receipt) return;
      const roster = await this.api.roster(receipt).catch(() => null);
      if (!roster?.cover) continue;
      const showPeople = await this.people.prepare(receipt, roster.version).catch(() => null);
      if (this.roster?.receipt !== receipt) return;
      showPeople?.();
      this.#show(roster);
      return;
    }
  }
}

/** @param {CaseEvent} event */
function eventItem({ at, label, by, version, reasons }) {
  const words = [element("b", {}, label), ` ${moment(at)}，${whoInWords(by)}，第 ${version} 版`];
  const why = reasons.map(reasonLine);
  const list = why.length > 0 ? [element("ul", { class: "reasons" }, ...why)] : [];
  return element("li", {}, element("p", {}, ...words), ...list);
}
