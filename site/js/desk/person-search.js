/** @import {PersonFound} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Me} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { CardTable } from "../card-table.js";
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { day, yuan } from "../format.js";
import { patiently } from "../patience.js";
import { RetryLine } from "../retry-line.js";
import { PersonContacts } from "./person-contacts.js";
import { PersonCopyForm } from "./person-copy-form.js";
import { PersonErasure } from "./person-erasure.js";
import { PersonRestriction } from "./person-restriction.js";
import { hashOf } from "./place.js";
import { SentForm } from "./sent-form.js";
import { StandingRestrictions } from "./standing-restrictions.js";

const COLUMNS = ["保险单", "单位", "状态", "保险期间", "等待期"];

/** Somebody by her whole ID number, which never stands in an address. */
export class PersonSearch {
  section = byId("person-search", HTMLElement);
  number = byId("person-number", HTMLInputElement);
  found = partIn(this.section, "found");
  line = RetryLine.behind(partIn(this.section, "searching"));
  table = /** @type {HTMLTableElement} */ (this.section.querySelector("table"));
  opensLists = false;
  opensClaims = false;
  answersHer = false;
  asked = "";

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(api, onError) {
    this.api = api;
    const form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
    this.form = new SentForm(form, {
      status: partIn(this.section, "searching"),
      words: "正在查找…",
      ask: () => this.#ask(),
      done: ({ number, person }) => {
        this.#show(person);
        this.#offer(this.answersHer ? number : "");
      },
      onSignedOut: onError,
    });
    this.policies = new CardTable(this.table, COLUMNS);
    this.contacts = new PersonContacts(api, onError);
    this.copy = new PersonCopyForm(api, onError);
    this.standing = new StandingRestrictions(api, onError);
    this.restriction = new PersonRestriction(api, {
      onDone: (person) => this.#restricted(person),
      onSignedOut: onError,
    });
    this.erasure = new PersonErasure(api, onError);
  }

  /** @param {string} number Of whom is asked as soon as the form is shown. */
  askNext(number) {
    this.asked = number;
  }

  /**
   * @param {Me} me
   * @returns {Promise<() => void>} Shows the form; nothing stays of whom one asked for before.
   */
  async prepare({ roles }) {
    return () => {
      const has = (/** @type {string[]} */ those) => roles.some((role) => those.includes(role));
      this.opensLists = has(["contact", "admin"]);
      this.opensClaims = has(["claims", "admin"]);
      this.answersHer = has(["privacy", "admin"]);
      this.form.reset();
      this.#offer("");
      this.found.hidden = true;
      this.contacts.offer(this.answersHer);
      this.erasure.place.hidden = true;
      this.standing.place.hidden = true;
      if (this.answersHer) {
        this.erasure.showWaiting();
        this.standing.bring();
      }
      this.number.value = this.asked;
      this.asked = "";
      if (this.number.value) this.form.send();
    };
  }

  /** @param {string} number Of whom a copy or erasure may be asked for; empty: of nobody. */
  #offer(number) {
    this.copy.offer(number);
    this.restriction.offer(number);
    this.erasure.offer(number);
  }

  async #ask() {
    this.contacts.clear();
    this.found.hidden = true;
    const number = this.number.value.trim();
    const person = await patiently(() => this.api.people.find(number), this.line);
    return { number, person };
  }

  /** @param {PersonFound} person As she is found once her data are kept only, or not so any more. */
  #restricted(person) {
    this.restriction.offer(this.restriction.number);
    this.#show(person);
    this.standing.bring();
  }

  /** @param {PersonFound} person */
  #show(person) {
    const { policies, is_whole } = person;
    fill(this.found, { person: `${person.id_number}，${day(person.on)}` });
    partIn(this.found, "own-only").hidden = is_whole;
    partIn(this.found, "nothing").hidden = policies.length > 0;
    this.table.hidden = policies.length === 0;
    this.restriction.show(person);
    this.policies.clear();
    this.policies.append(policies.map((each) => cellsOf(each, this.opensLists)));
    const remarks = remarksOf(person, this.opensClaims).map((each) => element("li", {}, ...each));
    partIn(this.found, "remarks").replaceChildren(...remarks);
    reveal(this.found);
  }
}

/**
 * @param {PersonFound["policies"][number]} policy
 * @param {boolean} opensLists Whether she who asks may open lists.
 * @returns {Cell[]}
 */
function cellsOf(policy, opensLists) {
  const { receipt, is_brought_in, policy_number, first_day, last_day, is_continuous } = policy;
  const words = `${policy_number}${is_brought_in ? "（补录）" : ""}`;
  const isLinked = opensLists && !is_brought_in;
  const number = isLinked ? element("a", { href: hashOf({ receipt }) }, words) : words;
  const kind = is_continuous ? "（连续续保）" : "";
  const waiting = policy.waiting_last_day;
  return [
    number,
    `${policy.unit_name}（${policy.county}）`,
    policy.state_label,
    first_day && last_day ? `${day(first_day)}到${day(last_day)}${kind}` : "",
    waiting ? `到${day(waiting)}` : "",
  ];
}

/**
 * @param {PersonFound} person
 * @param {boolean} opensClaims Whether she who asks may open claims.
 * @returns {(string | Node)[][]} What is to be said besides her policies.
 */
function remarksOf({ findings, ended, claims }, opensClaims) {
  return [
    ...findings.map(({ message }) => [message]),
    ...ended.map(({ item_label, paid_on, receipt, is_refund }) => [
      `${item_label}：${is_refund ? "已退还保险费" : "已给付，这一项责任终止"}（${day(paid_on)}，${receipt}）`,
    ]),
    ...claims.map(({ receipt, reported_on, state_label, item_label, total }) => [
      opensClaims ? element("a", { href: hashOf({ receipt }) }, receipt) : receipt,
      `：${day(reported_on)}报案，${state_label}${item_label ? `，${item_label}` : ""}${total === null ? "" : `，${yuan(total)}`}`,
    ]),
  ];
}
