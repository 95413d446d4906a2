/** @import {Fact} from "../fact-items.js" */
/** @import {Claim, Outcome} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {Wording} from "./event-item.js" */
/** @import {Surroundings} from "./roster-case.js" */
import { byId, element, fill, link, partIn, reveal } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { moment } from "../format.js";
import { reasonItem } from "../reasons.js";
import { AccessCodeForm } from "./access-code-form.js";
import { proposalFacts } from "./amounts.js";
import { ArchiveButton } from "./archive.js";
import { AssessmentView } from "./assessment.js";
import { CaseLog } from "./case-log.js";
import { dayFacts } from "../claim-outcome.js";
import { clockOf } from "./claim-clock.js";
import { illnessFacts, insuredFacts, joinedItem } from "./claim-facts.js";
import { CompleteForm } from "./complete-form.js";
import { ConfirmForm } from "./confirm-form.js";
import { Decisions } from "./decisions.js";
import { eventItem } from "./event-item.js";
import { JoinForm, PartForm } from "./join-forms.js";
import { doingOf, ObjectForm } from "./object-form.js";
import { OnBehalfForm } from "./on-behalf-form.js";
import { PapersOnBehalfForm } from "./papers-on-behalf-form.js";
import { PapersView } from "./papers.js";
import { hashOf } from "./place.js";
import { ProposeForm } from "./propose-form.js";
import { ReopenForm } from "./reopen-form.js";
import { SendBackForm } from "./send-back-form.js";
import { Slips } from "./slips.js";
import { TeamworkView } from "./teamwork.js";
import { TransferForm } from "./transfer-form.js";
import { UndoForm } from "./undo-form.js";
import { OPEN_CLAIMS, OUTSIDERS, whoInWords } from "./words.js";

/** One claim: what is known of it, its papers, what it comes to, and what was decided. */
export class ClaimCase {
  section = byId("claim", HTMLElement);
  /** @type {Claim | null} */
  claim = null;
  /** @type {Wording} */
  wording = { outsider: OUTSIDERS.claims, labelOf: (event) => this.#labelOf(event) };

  /** @param {Surroundings} surroundings */
  constructor({ api, today, say, onError }) {
    this.api = api;
    this.today = today;
    this.say = say;
    const listeners = {
      api,
      onDone: (/** @type {Claim} */ decided) => this.#done(decided),
      onConflict: () => this.#lookAgain(),
      onSignedOut: onError,
    };
    this.assessment = new AssessmentView(this.section, api, onError);
    this.propose = new ProposeForm(listeners, this.assessment);
    this.accessCode = new AccessCodeForm("claim-access-code", listeners);
    this.decisions = new Decisions(this.section, this.#forms(listeners));
    this.papers = new PapersView(this.section, {
      ...listeners,
      onDone: (decided) => this.#shown(decided),
      onError,
      onOpened: (document_id) => this.propose.papers.opened(document_id),
    });
    this.section.querySelector("[data-print]")?.addEventListener("click", () => print());
    this.slips = new Slips(this.section, { api, onError });
    this.teamwork = new TeamworkView(this.section, {
      ...{ api, onError },
      lookAgain: () => this.#lookAgain(),
    });
    this.log = new CaseLog(this.section, api, onError, this.wording);
    this.archive = new ArchiveButton(partIn(this.section, "export"), {
      make: () => api.export(this.claim?.receipt ?? ""),
      onMade: () => {},
      onSignedOut: onError,
    });
  }

  /** @param {Listeners<Claim>} listeners */
  #forms(listeners) {
    return [
      new CompleteForm(listeners),
      this.propose,
      new ConfirmForm(listeners, this.today),
      new TransferForm(listeners, this.today),
      new ObjectForm(listeners),
      new SendBackForm(listeners),
      new ReopenForm(listeners),
      new JoinForm(listeners, this.assessment),
      new PartForm(listeners),
      new UndoForm("claim-undo", listeners),
      new OnBehalfForm(listeners),
      new PapersOnBehalfForm(listeners),
      this.accessCode,
    ];
  }

  /**
   * Fetches a claim; nothing is changed before all of it has come.
   *
   * @param {string} receipt
   * @param {string} queue The hash of the part of the queue to go back to.
   * @returns {Promise<() => void>} Shows it.
   */
  async prepare(receipt, queue) {
    const claim = await this.api.claim(receipt);
    const showAssessment = await this.assessment.prepare(claim);
    return () => {
      link(this.section, { queue });
      this.archive.forget();
      this.decisions.close();
      this.papers.close();
      this.accessCode.forget();
      showAssessment();
      this.#show(claim);
    };
  }

  /** @param {Claim} claim */
  #show(claim) {
    const { section } = this;
    this.claim = claim;
    const { receipt, state_label, next_step } = claim;
    fill(section, { receipt, state_label, next_step, objecting: `${doingOf(claim)}…` });
    partIn(section, "clock").replaceChildren(...clockOf(claim, this.today));
    partIn(section, "masked").hidden = !claim.is_masked;
    partIn(section, "insured").replaceChildren(...factItems(insuredFacts(claim)));
    partIn(section, "illness").replaceChildren(...factItems(illnessFacts(claim)));
    partIn(section, "findings").replaceChildren(...findingItems(claim));
    partIn(section, "timeline").replaceChildren(
      ...claim.timeline.map((each) => eventItem(each, this.wording)),
    );
    partIn(section, "export").hidden = !claim.may_decide;
    if (!OPEN_CLAIMS.includes(claim.state)) this.assessment.hide();
    this.#showJoined(claim);
    this.#showOutcome(claim);
    this.papers.show(claim);
    this.slips.show(claim);
    this.teamwork.show(claim);
    this.decisions.offer(claim);
    this.log.forget(receipt);
  }

  /**
   * One illness is one case: which one stands for this one, and for which this one stands.
   *
   * @param {Claim} claim
   */
  #showJoined({ joined_to, joined }) {
    const { section } = this;
    partIn(section, "joined-to").hidden = !joined_to;
    fill(section, { leading: joined_to ?? "" });
    if (joined_to) link(section, { leading: hashOf({ receipt: joined_to }) });
    partIn(section, "joined").hidden = joined.length === 0;
    partIn(section, "joined-cases").replaceChildren(...joined.map(joinedItem));
  }

  /** @param {Claim} claim */
  #showOutcome({ proposal, outcome, documents, may_decide, may_confirm, state }) {
    const { section } = this;
    const isWaiting = state === "assessed" && proposal !== null;
    partIn(section, "outcome").hidden = !outcome && !isWaiting;
    const proposed = proposal ? proposalFacts(proposal, documents) : [];
    const facts = outcome ? decidedFacts(outcome, documents) : proposed;
    partIn(section, "outcome-facts").replaceChildren(...factItems(facts));
    const who = proposal ? whoInWords(proposal.by) : "";
    fill(section, {
      outcome_heading: outcome ? headingOf(outcome) : "提出的核定",
      proposed_by: isWaiting ? `${who}提出，${nextOf(may_decide, may_confirm)}。` : "",
    });
  }

  /** @param {{label: string, document_id?: string | null}} event */
  #labelOf({ label, document_id }) {
    const paper = this.claim?.documents.find((each) => each.document_id === document_id);
    return paper ? `${label}：${paper.kind_name}` : label;
  }

  /**
   * What was decided may change what the rules give, or open the claim to them again.
   *
   * @param {Claim} decided
   */
  async #done(decided) {
    const { claim } = this;
    this.decisions.suspend();
    const showAssessment = await this.assessment.prepare(decided);
    if (claim !== this.claim) return;
    showAssessment();
    this.#shown(decided);
    reveal(this.section);
  }

  /** @param {Claim} decided */
  #shown(decided) {
    this.#show(decided);
    this.say(`已保存：${decided.receipt}，${decided.state_label}。`);
  }

  /** Somebody was faster: shows the claim as it is now, and leaves what was typed. */
  async #lookAgain() {
    const claim = await this.api.claim(this.claim?.receipt ?? "");
    const showAssessment = await this.assessment.prepare(claim, this.propose.stated);
    showAssessment();
    this.#show(claim);
    return claim;
  }
}

/**
 * @param {boolean} may_decide
 * @param {boolean} may_confirm
 * @returns {string} Who has to do something about a proposal.
 */
function nextOf(may_decide, may_confirm) {
  if (may_confirm) return "等您复核";
  return may_decide ? "要由另一个人复核" : "等另一个人复核";
}

/**
 * @param {Outcome} outcome
 * @param {Claim["documents"]} documents
 * @returns {Fact[]}
 */
function decidedFacts(outcome, documents) {
  const { by, at, confirmed_by, confirmed_at, paid_by, paid_at } = outcome;
  return [
    ...proposalFacts(outcome, documents),
    ...dayFacts(outcome),
    ...given([
      ["谁核定", `${whoInWords(by)}，${moment(at)}`],
      ["谁复核", `${whoInWords(confirmed_by)}，${moment(confirmed_at)}`],
      ["谁登记转账", paid_by && paid_at && `${whoInWords(paid_by)}，${moment(paid_at)}`],
    ]),
  ];
}

/** @param {Outcome} outcome */
function headingOf({ decided_on, settled_on }) {
  if (!settled_on) return "决定，等待转账";
  return decided_on ? "决定和转账" : "办结";
}

/** @param {Claim} claim */
function findingItems({ findings }) {
  if (findings.length > 0) return findings.map((each) => reasonItem(each));
  return [element("li", { "data-severity": "good" }, "报案里没有要留意的。")];
}
