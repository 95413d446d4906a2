/** @import {Amounts} from "../../types/api.js" */
/** @import {ClaimOutcome} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
/** @import {AssessmentView} from "./assessment.js" */
/** @import {Claim, ProposeRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
import { AMOUNTS, AMOUNTS_OF, outcomeFacts } from "../claim-outcome.js";
import { isEmpty, readDays } from "../day-input.js";
import { element, fill, partIn } from "../dom.js";
import { factItems, given } from "../fact-items.js";
import { fault } from "../fault.js";
import { day } from "../format.js";
import { missingIn } from "../missing.js";
import { changesOf, notNeededFacts, readYuan } from "./amounts.js";
import { DecisionForm } from "./decision-form.js";
import { controlOf, setValues, textOf, valuesIn } from "./form-control.js";
import { labelOf } from "./picked-article.js";
import { UnseenPapers } from "./unseen-papers.js";

const NAMES = /** @type {(keyof Amounts)[]} */ (Object.keys(AMOUNTS));
/** @type {Amounts} */
const NOTHING = { lump_sum: 0, allowance: 0, refund: 0 };
const SPECIMEN = "specimen_date";
const TEXTS = [SPECIMEN, ...NAMES, "grounds", "reason", "article"];
/** What is stated of the illness, yes or no. */
const STATED = ["primary", "first"];
/** What stays when another statement has given other amounts. */
const KEPT = [SPECIMEN, ...STATED, "grounds", "reason"];
const UNREADABLE = "金额没有写对。请写整数的元，例如 100；不付就写 0。";
const NO_REASON = "结果和算出来的不一样，请写明理由。";

/**
 * What becomes of a claim is proposed; it begins with what the rules give, and a second person
 * confirms it.
 *
 * @extends {DecisionForm<ProposeRequest, Claim>}
 */
export class ProposeForm extends DecisionForm {
  /** How often the rules were asked. */
  #turn = 0;

  /**
   * @param {Listeners<Claim>} listeners
   * @param {AssessmentView} rules What the rules give.
   */
  constructor(listeners, rules) {
    super("propose", listeners);
    this.rules = rules;
    this.reckoning = partIn(this.section, "reckoning");
    this.specimen = /** @type {HTMLInputElement} */ (controlOf(this.form, SPECIMEN));
    this.papers = new UnseenPapers(partIn(this.section, "unseen"));
    this.form.addEventListener("change", ({ target }) => {
      const { name = "" } = target instanceof HTMLInputElement ? target : {};
      if (name === SPECIMEN || STATED.includes(name)) this.#reckon();
      else this.#ask();
    });
  }

  /**
   * @override
   * @param {Claim} claim
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "papers_complete";
  }

  /**
   * @override
   * @param {Claim} claim
   * @param {HTMLElement} opener
   */
  open(claim, opener) {
    this.reckoning.textContent = "";
    this.papers.show(claim);
    const { earlier } = claim.disease;
    partIn(this.section, "earlier").hidden = !earlier;
    fill(this.section, { earlier: earlier ?? "" });
    super.open(claim, opener);
  }

  /**
   * @override
   * @returns {Record<string, any>}
   */
  get typed() {
    return { outcome: this.#outcome, ...valuesIn(this.form, TEXTS), ...this.#stated };
  }

  /** @override */
  set typed(typed) {
    /** @type {Record<string, any>} */
    const start = { [SPECIMEN]: this.record?.specimen_date, ...(typed ?? this.#given) };
    for (const name of ["outcome", ...STATED]) {
      for (const radio of this.#radios(name)) radio.checked = radio.value === start[name];
    }
    setValues(this.form, TEXTS, start);
    this.#ask();
  }

  /**
   * @override
   * @returns {{request: ProposeRequest} | {faults: Fault[]}}
   */
  read() {
    const outcome = this.#outcome;
    const faults = [
      ...readDays(this.form, [], [SPECIMEN]).faults,
      ...missingIn(this.questions),
      ...this.papers.faults,
    ];
    const amounts = { ...NOTHING };
    for (const name of outcome ? AMOUNTS_OF[outcome] : []) {
      const read = readYuan(controlOf(this.form, name).value);
      if (read === null) faults.push(fault(name, UNREADABLE));
      else amounts[name] = read;
    }
    if (!outcome || faults.length > 0) return { faults };
    const [reason, article] = [textOf(this.form, "reason"), textOf(this.form, "article")];
    if (!reason && this.#differs(outcome, amounts)) return { faults: [fault("reason", NO_REASON)] };
    const { specimen_date } = this.stated;
    const more = {
      ...(reason && { reason }),
      ...(article && { article }),
      ...(specimen_date && { specimen_date }),
    };
    return { request: { outcome, ...amounts, ...this.#statement, ...more } };
  }

  /**
   * @override
   * @param {ProposeRequest} request
   * @param {Claim} claim
   */
  says(request, { insured, documents }) {
    const { outcome, reason = null, article, specimen_date, primary, first, ...rest } = request;
    const { grounds, not_needed = [], ...amounts } = rest;
    const article_label = article ? labelOf(article) : null;
    const stated = `${primary ? "原发" : "不是原发"}，${first ? "初次发生" : "不是初次发生"}`;
    const facts = factItems([
      ...given([
        ["被保险人", insured.name],
        ["发病日", specimen_date && day(specimen_date)],
      ]),
      ...outcomeFacts({ outcome, amounts, article_label, reason, stated, grounds }),
      ...notNeededFacts(not_needed, documents),
    ]);
    const changes = changesOf(outcome, amounts, this.#prefilled);
    const items = changes.map((each) => element("li", {}, each));
    return [
      element("dl", { class: "facts" }, ...facts),
      ...(items.length > 0 ? [element("ul", {}, ...items)] : []),
    ];
  }

  /**
   * What is stated of the illness, as the rules are asked: the day of the specimen only where it is
   * not the report's; empty: nothing yet.
   *
   * @returns {Record<string, string>}
   */
  get stated() {
    const { value } = this.specimen;
    const isOther = value !== (this.record?.specimen_date ?? "");
    return { specimen_date: isOther ? value : "", ...this.#stated };
  }

  /** @returns {Record<string, string>} Yes or no, as it is chosen; empty: nothing yet. */
  get #stated() {
    return Object.fromEntries(STATED.map((name) => [name, this.#chosen(name)]));
  }

  get #statement() {
    const { primary, first } = this.#stated;
    return {
      primary: primary === "true",
      first: first === "true",
      grounds: textOf(this.form, "grounds"),
      not_needed: this.papers.notNeeded,
    };
  }

  /** Another statement gives other amounts: those that stood there go. */
  async #reckon() {
    const { record } = this;
    if (!record || (!this.specimen.value && !isEmpty(this.specimen))) return;
    this.reckoning.textContent = "正在重新算…";
    this.#turn += 1;
    const turn = this.#turn;
    const show = await this.rules.prepare(record, this.stated);
    if (record !== this.record || turn !== this.#turn) return; // an answer to what stood before
    show();
    const { typed } = this;
    const kept = KEPT.map((name) => [name, typed[name]]);
    this.typed = { ...this.#given, ...Object.fromEntries(kept) };
    this.reckoning.textContent = "已经重新算过，下面换成了新的结果。";
    this.form.dispatchEvent(new Event("input"));
  }

  /** Asks what the chosen outcome needs; the rest is neither asked nor sent. */
  #ask() {
    const outcome = this.#outcome;
    for (const name of NAMES) {
      const isAsked = outcome !== null && AMOUNTS_OF[outcome].includes(name);
      partIn(this.section, name).hidden = !isAsked;
      controlOf(this.form, name).disabled = !isAsked;
    }
    for (const name of ["reason", "article"]) {
      const { dataset } = controlOf(this.form, name);
      if (outcome === "refuse") dataset.missing = dataset.missingWhenRefused ?? "";
      else delete dataset.missing;
    }
  }

  /**
   * @param {ClaimOutcome} outcome
   * @param {Amounts} amounts
   */
  #differs(outcome, amounts) {
    const suggested = this.rules.assessment?.suggested;
    const isOther = Boolean(suggested) && outcome !== suggested;
    return isOther || changesOf(outcome, amounts, this.#prefilled).length > 0;
  }

  get #prefilled() {
    return this.rules.assessment?.prefilled ?? NOTHING;
  }

  /** What the rules give, as it stands in the form. */
  get #given() {
    const { suggested: outcome, suggested_article } = this.rules.assessment ?? {};
    // The article by which something is paid follows by itself; to refuse, somebody must name one.
    const article = outcome === "refuse" ? suggested_article : "";
    return { outcome, article, ...this.#prefilled };
  }

  /** @returns {ClaimOutcome | null} */
  get #outcome() {
    return /** @type {ClaimOutcome | ""} */ (this.#chosen("outcome")) || null;
  }

  /**
   * @param {string} name
   * @returns {string} Empty where nothing is chosen.
   */
  #chosen(name) {
    return [...this.#radios(name)].find(({ checked }) => checked)?.value ?? "";
  }

  /**
   * @param {string} name
   * @returns {NodeListOf<HTMLInputElement>}
   */
  #radios(name) {
    return this.form.querySelectorAll(`[name=${name}]`);
  }
}
