/** @import {Finding} from "../rules/types.js" */
/** @import {Conclusion} from "./answers.js" */
import { element, fill } from "../dom.js";
import { day as dayText } from "../format.js";
import { reasonItem } from "../reasons.js";

/** Who she is speaks against everything else: other conditions are not worth a word then. */
const MALE = "eligibility.male";

/** The part of the page with the verdict, its reasons and what follows from them. */
export class ResultView {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.criteria = [.../** @type {NodeListOf<HTMLElement>} */ (all(section, "[data-codes]"))];
    this.advice = this.#part("#advice", HTMLTemplateElement).content;
    this.shareable = this.#shareable();
  }

  /**
   * @param {Conclusion} conclusion
   * @param {{shared: boolean}} how Whether it comes from a link.
   */
  show({ outcome, findings }, { shared }) {
    this.section.dataset.outcome = outcome;
    const { sharedEligible, [outcome]: verdict } = this.section.dataset;
    const isPartial = shared && outcome === "eligible";
    fill(this.section, { verdict: (isPartial ? sharedEligible : verdict) ?? "" });
    this.#part("#reasons").replaceChildren(...findings.map((each) => this.#reason(each)));
    const codes = findings.map(({ code }) => code);
    for (const criterion of this.criteria) criterion.hidden = shared || !isMet(criterion, codes);
    for (const part of all(this.section, "[data-for]")) {
      part.hidden = part.dataset.for !== outcome;
    }
    for (const part of all(this.section, "[data-shared]")) part.hidden = !shared;
  }

  /** @param {string} today ISO date; empty where nobody knows when the question was answered. */
  showDate(today) {
    fill(this.section, { answered_on: today && `${dayText(today)}，` });
  }

  /** @param {Partial<Record<string, string>>} days ISO dates by name. */
  showDays(days) {
    const lines = [...all(this.section, "[data-day]")];
    for (const line of lines) {
      const iso = days[line.dataset.day ?? ""];
      const value = line.querySelector("dd");
      line.hidden = !iso;
      // A line whose words stand in the page already says something else than a day.
      if (iso && value && line.dataset.day !== "no_waiting") value.textContent = dayText(iso);
    }
    this.#part("#dates").hidden = lines.every(({ hidden }) => hidden);
  }

  /**
   * @param {{question: string, short: string, text: string}[]} answers
   * @param {(question: string) => void} change
   */
  showAnswers(answers, change) {
    const part = this.#part("#answers");
    part.hidden = answers.length === 0;
    part.querySelector("dl")?.replaceChildren(...answers.map((each) => answerLine(each, change)));
  }

  /** @param {string} address Empty where this is a shared conclusion already. */
  showLink(address) {
    this.#part("#share").hidden = !address;
    fill(this.section, { share_link: address });
  }

  /** @param {Finding} finding */
  #reason(finding) {
    const explanation = this.#advice(finding.code, "explanation") ?? finding.message;
    const next = this.#advice(finding.code, "next") ?? finding.fix;
    return reasonItem(finding, [explanation, next]);
  }

  /**
   * @param {string} code
   * @param {string} part
   */
  #advice(code, part) {
    const found = this.advice.querySelector(
      `[data-code="${CSS.escape(code)}"] [data-part="${part}"]`,
    );
    return found?.textContent;
  }

  /** The codes that a link may hold: all but those of private conditions, such as health. */
  #shareable() {
    const open = this.criteria.filter((criterion) => !("private" in criterion.dataset));
    const notes = [...this.advice.querySelectorAll("[data-note]")];
    const codes = notes.map((note) => note.getAttribute("data-code") ?? "");
    return new Set([...open.flatMap(codesOf), ...codes]);
  }

  /**
   * @template {HTMLElement} E
   * @param {string} selector
   * @param {new () => E} [kind]
   * @returns {E}
   */
  #part(selector, kind) {
    const found = this.section.querySelector(selector);
    if (found instanceof (kind ?? HTMLElement)) return /** @type {E} */ (found);
    throw new Error(`the result has no ${selector}`);
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
function all(root, selector) {
  return root.querySelectorAll(selector);
}

/** @param {HTMLElement} criterion */
function codesOf(criterion) {
  return (criterion.dataset.codes ?? "").split(" ");
}

/**
 * @param {HTMLElement} criterion
 * @param {string[]} codes What was found against the person.
 */
function isMet(criterion, codes) {
  return !codes.includes(MALE) && !codesOf(criterion).some((code) => codes.includes(code));
}

/**
 * @param {{question: string, short: string, text: string}} answer
 * @param {(question: string) => void} change
 */
function answerLine({ question, short, text }, change) {
  const button = element("button", { type: "button", class: "plain" }, "改");
  button.setAttribute("aria-label", `改：${short}`);
  button.addEventListener("click", () => change(question));
  const value = element("dd", {}, text, " ", button);
  return element("div", {}, element("dt", {}, short), value);
}
