/** @import {Case} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { showRequests } from "../change-requests.js";
import { byId, element, fill, link, partIn, reveal } from "../dom.js";
import { factItems } from "../fact-items.js";
import { day } from "../format.js";
import { bringPart } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { AcceptForm } from "./accept-form.js";
import { AccessCodeForm } from "./access-code-form.js";
import { AttachForm } from "./attach-form.js";
import { CaseLog } from "./case-log.js";
import { CloseForm, RemindForm } from "./ending-forms.js";
import { DeclineRequestForm } from "./decline-request-form.js";
import { Decisions } from "./decisions.js";
import { untilDue } from "./due.js";
import { factsOf, policyFacts } from "./facts.js";
import { EndorseForm } from "./endorse-form.js";
import { ConfirmEndorsementForm, DeclineEndorsementForm } from "./endorsement-forms.js";
import { endorsementFacts } from "./endorsement-words.js";
import { HandOffs } from "./hand-offs.js";
import { heedItems } from "./heed.js";
import { PaymentForm, StrikePaymentForm } from "./payment-forms.js";
import { showAccount } from "./payment-words.js";
import { PolicyPapers } from "./policy-papers.js";
import { PeopleView } from "./people.js";
import { hashOf } from "./place.js";
import { ReturnForm } from "./return-form.js";
import { RowStatesPicker } from "./row-states.js";
import { UnitPapersView } from "./unit-papers.js";
import { SheetsForm } from "./sheets-form.js";
import { Slips } from "./slips.js";
import { TeamworkView } from "./teamwork.js";
import { UndoForm } from "./undo-form.js";
import { leaverLine, reasonLine, refusalLine } from "../said-reasons.js";
import { eventItem, OF_ROSTERS } from "./event-item.js";
import { DUE, OPEN_LISTS } from "./words.js";

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
export class RosterCase {
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
    this.log = new CaseLog(this.section, api, onError, OF_ROSTERS);
    this.policyPapers = new PolicyPapers(this.section, { api, onError });
    this.handOffs = new HandOffs(this.section, { api, onError });
    this.slips = new Slips(this.section, { api, onError });
    this.teamwork = new TeamworkView(this.section, {
      ...{ api, onError },
      lookAgain: () => this.#lookAgain(),
    });
    const listeners = {
      api,
      onDone: (/** @type {Case} */ decided) => this.#done(decided),
      onConflict: () => this.#lookAgain(),
      onSignedOut: onError,
    };
    this.accept = new AcceptForm(listeners, today);
    this.accessCode = new AccessCodeForm("access-code", listeners);
    this.decisions = new Decisions(this.section, this.#forms(listeners));
    this.unitPapers = new UnitPapersView(this.section, api, onError);
    this.rowStates = new RowStatesPicker(this.accept, api);
    const printer = byId("print-case", HTMLButtonElement);
    this.printLine = RetryLine.behind(/** @type {HTMLElement} */ (printer.closest(".actions")));
    printer.addEventListener("click", () => resting(printer, () => this.#print()));
  }

  /** @param {Listeners<Case>} listeners */
  #forms(listeners) {
    return [
      new ReturnForm(listeners, this.people),
      this.accept,
      new RemindForm(listeners),
      new CloseForm(listeners, this.today),
      new EndorseForm(listeners, this.today, this.people),
      new ConfirmEndorsementForm(listeners),
      new DeclineEndorsementForm(listeners),
      new DeclineRequestForm(listeners),
      new PaymentForm(listeners),
      new StrikePaymentForm(listeners),
      new AttachForm(listeners),
      new SheetsForm("stamped-sheets", listeners),
      new UndoForm("undo", listeners),
      this.accessCode,
    ];
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
      link(this.section, { queue, unit: hashOf({ unit: roster.receipt }) });
      this.decisions.close();
      this.printLine.end();
      this.unitPapers.close();
      this.accessCode.forget();
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
    partIn(section, "heed").replaceChildren(...heedItems(roster, this.today));
    partIn(section, "timeline").replaceChildren(
      ...roster.timeline.map((each) => eventItem(each, OF_ROSTERS)),
    );
    this.#showOutcome(roster);
    showAccount(section, roster);
    showRequests(section, roster);
    this.#showEndorsement(roster);
    this.unitPapers.show(roster, () => this.people.rows);
    this.decisions.offer(roster);
    this.handOffs.show(roster);
    this.policyPapers.show(roster);
    this.slips.show(roster);
    this.teamwork.show(roster);
    this.rowStates.forget(roster);
    this.people.offerVersions(roster);
    this.log.forget(roster.receipt);
  }

  /** @param {Case} roster */
  #dueWords({ due, state, close_from }) {
    const is_overdue = OPEN_LISTS.includes(state) && due < this.today;
    const roster = { due, state, is_overdue, is_soon: due === this.today };
    const { urgency, words } = untilDue(roster, this.today);
    if (close_from && !is_overdue) return [`提醒过单位，从${day(close_from)}起可以关闭`];
    return [
      `${DUE[state]}：${day(due)} `,
      element("b", { class: "due", "data-urgency": urgency }, words),
    ];
  }

  /** @param {Case} roster */
  #showOutcome({ acceptance, reasons, state }) {
    const { section } = this;
    partIn(section, "outcome").hidden = !acceptance && reasons.length === 0;
    const why = state === "closed" ? "关闭的原因" : "退回的原因";
    fill(section, { outcome: acceptance ? "保险单" : why });
    const policy = acceptance ? factItems(policyFacts(acceptance)) : [];
    partIn(section, "policy").replaceChildren(...policy);
    partIn(section, "policy").hidden = policy.length === 0;
    const issued = acceptance?.policy_issued_date;
    const refusals = acceptance?.refusals.map((each) => refusalLine(each, {}, issued)) ?? [];
    const leavers = acceptance?.leavers.map((leaver) => leaverLine(leaver)) ?? [];
    partIn(section, "reasons").replaceChildren(
      ...reasons.map((reason) => reasonLine(reason)),
      ...refusals,
      ...leavers,
    );
  }

  /** @param {Case} roster */
  #showEndorsement({ endorsement }) {
    partIn(this.section, "endorsement").hidden = !endorsement;
    const facts = endorsement ? factItems(endorsementFacts(endorsement)) : [];
    partIn(this.section, "endorsement-facts").replaceChildren(...facts);
  }

  /** @param {Case} decided */
  #done(decided) {
    this.decisions.close();
    this.#show(decided);
    const waits = decided.endorsement ? "；批改等另一个人复核，还没有生效" : "";
    this.say(`已保存：${decided.unit.name}，${decided.state_label}${waits}。`);
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

  /** Prints the roster with all of its people. */
  #print() {
    const { roster } = this;
    return bringPart(this.printLine, () => this.#allPeople(), {
      show: () => print(),
      onSignedOut: this.onError,
      isWanted: () => this.roster?.receipt === roster?.receipt && !this.section.hidden,
    });
  }

  #allPeople() {
    this.say("正在取全部人员…");
    return this.people.complete().finally(() => this.say(""));
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
