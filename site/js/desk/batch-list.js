/** @import {Acceptance, AcceptLook, BroughtList, Finding} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Fault} from "../fault.js" */
/** @import {AcceptRequest} from "./contract.js" */
/** @import {Chosen} from "./chosen.js" */
import { isEmpty, readDay } from "../day-input.js";
import { element } from "../dom.js";
import { fault } from "../fault.js";
import { wordsOf } from "../finding.js";
import { count, day, yuan } from "../format.js";
import {
  actsInWords,
  coverInWords,
  DAY_WORDS,
  peopleInWords,
  refusalInWords,
} from "./acceptance-words.js";
import { ACTS, DAYS } from "./agreed-day.js";
import { receivedInWords } from "./batch-words.js";
import { hashOf } from "./place.js";

/** @typedef {keyof typeof DAY_WORDS} DayName */

/** One of the lists that are accepted together: its number, days of its own, and what stands in its way. */
export class BatchList {
  /** @type {AcceptLook | null} As it was looked at last. */
  look = null;
  /** @type {"waits" | "done" | "refused"} What became of its acceptance; without an answer it still waits. */
  outcome = "waits";
  /** @type {Map<string, string>} What it asks to have confirmed: titles by code. */
  asked = new Map();
  /** Whether it was quoted another premium, and nobody has said which holds. */
  asksWhichPremium = false;
  /** Whether it could not be looked at. */
  hasFailed = false;

  /**
   * @param {Chosen} chosen
   * @param {(list: BatchList) => void} onOut It is taken out.
   */
  constructor(chosen, onOut) {
    const { receipt, unit_name } = chosen;
    this.chosen = chosen;
    this.receipt = receipt;
    this.number = element("input", {
      id: `batch-number-${receipt}`,
      name: `policy_number.${receipt}`,
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": `${unit_name}的保险单号`,
    });
    this.days = DAYS.map((name) => dayInput(/** @type {DayName} */ (name), chosen));
    this.own = element("summary");
    this.unfold = element(
      "details",
      { class: "unfold" },
      this.own,
      ...this.days.map((input) => element("label", {}, dayWords(input), " ", input)),
    );
    this.found = element("div");
    this.told = element("span");
    this.out = element("button", { type: "button", class: "plain" }, "拿出这批");
    this.out.setAttribute("aria-label", `把${unit_name}拿出这批`);
    this.out.addEventListener("click", () => onOut(this));
    this.unfold.addEventListener("input", () => this.#tellOwn());
    if (chosen.brought) this.bring(chosen.brought);
    this.#tellOwn();
  }

  /** Leads to the list, where its acceptance is undone, too. */
  get #link() {
    const { receipt, unit_name } = this.chosen;
    return element("a", { href: hashOf({ receipt }) }, unit_name);
  }

  /** @returns {Cell[]} 单位、保险单号、日期、核对的结果 */
  get cells() {
    const { receipt, people } = this.chosen;
    const about = element("span", { class: "hint" }, `${receipt}，${count(people)} 人`);
    return [[this.#link, " ", about], this.number, this.unfold, [this.found, this.out]];
  }

  /** @returns {Cell[]} 单位、保险单号、保险期间、三件事、人数、保险费和到账、办成没有 */
  get sums() {
    const look = /** @type {AcceptLook} */ (this.look);
    const { acceptance } = look;
    if (!acceptance) return [];
    const refusals = acceptance.refusals.map((each) => element("div", {}, refusalInWords(each)));
    return [
      this.#link,
      acceptance.policy_number,
      coverInWords(acceptance),
      actsInWords(acceptance),
      [`${premiumInWords(acceptance)}；${receivedInWords(look)}`, ...refusals],
      this.told,
    ];
  }

  /**
   * @param {"waits" | "done" | "refused"} outcome
   * @param {string} words
   */
  tell(outcome, words) {
    this.outcome = outcome;
    this.told.textContent = words;
  }

  /** What is kept until it is decided. */
  get typed() {
    return { number: this.number.value, days: this.days.map(({ value }) => value) };
  }

  /** @param {{number: string, days: string[]}} typed */
  set typed({ number, days }) {
    this.number.value = number;
    this.days.forEach((input, index) => (input.value = days[index] ?? ""));
    this.#tellOwn();
  }

  /** @param {BroughtList} brought What the insurer's file says of it, in place of what stood there. */
  bring(brought) {
    this.chosen = { ...this.chosen, version: brought.version, brought };
    if (brought.policy_number) this.number.value = brought.policy_number;
    for (const input of this.days) {
      const said = brought[nameOf(input)];
      if (said) input.value = said;
    }
    this.#tellOwn();
    this.forget();
  }

  /** What was found is not of what is typed now. */
  forget() {
    this.look = null;
    this.hasFailed = false;
    this.tell("waits", "");
    this.asked.clear();
    this.asksWhichPremium = false;
    this.#showBrought();
  }

  /**
   * @param {Record<string, string | undefined>} shared Days of all lists that have none of their own.
   * @param {string[]} confirmed Codes.
   * @param {AcceptRequest["premium_holds"]} premium_holds
   * @returns {{request: AcceptRequest, lacks: string[]} | {faults: Fault[]}} `lacks` are the acts of
   *   which neither this list nor all together say the day.
   */
  read(shared, confirmed, premium_holds) {
    const faults = [...this.#numberFaults];
    /** @type {Record<string, string | null>} */
    const days = {};
    for (const input of this.days) {
      const read = isEmpty(input) ? { day: shared[nameOf(input)] ?? null } : readDay(input);
      if ("faults" in read) faults.push(...read.faults);
      else days[nameOf(input)] = read.day;
    }
    if (faults.length > 0) return { faults };
    const request = {
      ...days,
      policy_number: this.number.value.trim(),
      premium_holds: this.asksWhichPremium ? premium_holds : null,
      refusals: this.chosen.brought?.refusals ?? [],
      confirmations: confirmed.filter((code) => this.asked.has(code)),
    };
    const lacks = ACTS.filter((name) => !days[name]);
    return { request: /** @type {AcceptRequest} */ (/** @type {unknown} */ (request)), lacks };
  }

  /** @returns {Fault[]} */
  get #numberFaults() {
    if (this.number.value.trim()) return [];
    const title = `${this.chosen.unit_name}：没有写保险单号`;
    return [fault(this.number.name, "请填写保险单号。", title)];
  }

  /** @returns {Finding[]} */
  get findings() {
    return [...(this.chosen.brought?.findings ?? []), ...(this.look?.findings ?? [])];
  }

  /** @returns {boolean} Whether it cannot be accepted as it is. */
  get isBlocked() {
    if (!this.look || this.#silent > 0) return true;
    return this.findings.some(({ severity }) => severity === "error");
  }

  get isReady() {
    const waits = this.look?.findings.some(({ severity }) => severity === "warning");
    return !this.isBlocked && !waits;
  }

  /** @returns {string | null} The day on which its premium was recorded to be complete, where another is given. */
  get recordedDay() {
    const differs = this.look?.findings.some(({ code }) => code === "acceptance.premium_day");
    return differs ? (this.look?.complete_on ?? null) : null;
  }

  /** Takes the day on which the premium came from the payments that were recorded. */
  followPayments() {
    const { recordedDay } = this;
    const input = this.days.find(({ name }) => name.startsWith("premium_received_date."));
    if (input && recordedDay) input.value = recordedDay;
    this.#tellOwn();
  }

  /** @param {AcceptLook} look */
  showLook(look) {
    this.look = look;
    this.hasFailed = false;
    for (const { code, severity, title } of look.findings) {
      if (severity === "warning") this.asked.set(code, title);
      if (code === "acceptance.premium_undecided") this.asksWhichPremium = true;
    }
    const { acceptance } = look;
    const words = acceptance
      ? `${premiumInWords(acceptance)}；${coverInWords(acceptance)}；${receivedInWords(look)}。`
      : `${receivedInWords(look)}。`;
    this.#showBrought(element("p", {}, words), ...look.findings.map(problem));
  }

  /** @param {Fault[]} faults Why it could not be looked at. */
  showFaults(faults) {
    this.look = null;
    this.hasFailed = true;
    this.#showBrought(...faults.map(({ text }) => line("error", text)));
  }

  get #silent() {
    return this.chosen.brought?.without_state ?? 0;
  }

  /** @param {HTMLElement[]} found What was found besides what the file says. */
  #showBrought(...found) {
    const { brought } = this.chosen;
    const silent = this.#silent;
    this.found.replaceChildren(
      ...(brought?.refusals ?? []).map((each) => line("info", refusalInWords(each))),
      ...(silent > 0
        ? [line("error", `文件里有 ${count(silent)} 人没有写审核结果。请补上以后再带回来。`)]
        : []),
      ...(brought?.findings ?? []).map(problem),
      ...found,
    );
  }

  #tellOwn() {
    const own = this.days.filter((input) => !isEmpty(input));
    this.own.textContent =
      own.length === 0
        ? "和上面一样"
        : own.map((input) => `${dayWords(input)} ${input.value && day(input.value)}`).join("；");
  }
}

/**
 * @param {DayName} name
 * @param {Chosen} chosen
 */
function dayInput(name, { receipt, unit_name }) {
  return element("input", {
    type: "date",
    id: `batch-${name}-${receipt}`,
    name: `${name}.${receipt}`,
    autocomplete: "off",
    "aria-label": `${unit_name}：${DAY_WORDS[name]}`,
  });
}

/** @param {HTMLInputElement} input */
function nameOf({ name }) {
  return /** @type {DayName} */ (name.split(".")[0]);
}

/** @param {HTMLInputElement} input */
function dayWords(input) {
  return DAY_WORDS[nameOf(input)];
}

/** @param {Acceptance} acceptance */
function premiumInWords(acceptance) {
  return `${peopleInWords(acceptance)}，${yuan(acceptance.premium.amount)}`;
}

/** @param {Finding} finding */
function problem(finding) {
  return line(finding.severity, `${finding.title}：${wordsOf(finding)}`);
}

/**
 * @param {Finding["severity"]} severity
 * @param {string} words
 */
function line(severity, words) {
  return element("p", { "data-severity": severity }, words);
}
