/** @import {Answers, Birth} from "./answers.js" */
/** @import {Fault} from "../fault.js" */
import { siteAddress } from "../address.js";
import { today } from "../clock.js";
import { startCopyButtons } from "../copy-button.js";
import { readDay } from "../day-input.js";
import { allowSubmit, byId, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { day as dayText } from "../format.js";
import { openLinksBeside } from "../leaving.js";
import { missingIn } from "../missing.js";
import { keepOffline } from "../offline.js";
import { firstDay, parseIdNumber, RuleError } from "../rules/index.js";
import { readBirthDate } from "./birth-date.js";
import {
  asked,
  conclude,
  concludeForOthers,
  daysToRemember,
  firstOpen,
  QUESTIONS,
} from "./answers.js";
import { ResultView } from "./result.js";
import { conclusionIn, linkTo } from "./share-link.js";

const PAGE = "/eligibility/";
const RESULT = "result";
const SHARED = "shared";
/** @typedef {keyof Answers | "result" | "shared"} Step */

/**
 * One question at a time. The browser's history holds the names of steps only; the answers live as
 * long as the page.
 */
class Checker {
  form = byId("checker", HTMLFormElement);
  section = byId("result", HTMLElement);
  previous = byId("previous", HTMLButtonElement);
  summary = new ErrorSummary(byId("error-summary", HTMLElement), this.form);
  view = new ResultView(this.section);
  title = document.title;
  today = today();
  /** @type {Partial<Answers>} */
  answers = {};
  /** @type {Step} */
  step = "who";

  start() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.previous.addEventListener("click", () => history.back());
    byId("restart", HTMLButtonElement).addEventListener("click", () => this.restart());
    byId("print", HTMLButtonElement).addEventListener("click", () => print());
    addEventListener("popstate", (event) => this.show(this.#reachable(event.state?.step)));
    addEventListener("pagehide", () => this.#clearPrivate());
    startCopyButtons(this.section);
    this.#reset();
    this.step = this.#reachable(undefined);
    history.replaceState({ step: this.step }, "");
    this.show(this.step, { focus: false });
    allowSubmit(this.form);
    openLinksBeside(this.form);
    keepOffline(PAGE, byId("offline", HTMLElement));
  }

  submit() {
    const question = /** @type {keyof Answers} */ (this.step);
    const faults = this.#take(question);
    if (faults.length > 0) {
      this.summary.show(faults);
      return;
    }
    this.go(firstOpen(this.answers) ?? RESULT);
  }

  /** @param {Step} step */
  go(step) {
    history.pushState({ step }, "", siteAddress(PAGE));
    this.show(step);
  }

  /**
   * @param {Step} step
   * @param {{focus?: boolean}} [how]
   */
  show(step, { focus = true } = {}) {
    this.step = step;
    this.summary.clear();
    this.#clearPrivate();
    const isQuestion = step !== RESULT && step !== SHARED;
    this.form.hidden = !isQuestion;
    this.section.hidden = isQuestion;
    if (isQuestion) this.#showQuestion(step);
    else this.#showResult(step === SHARED);
    const shown = isQuestion ? questionSection(step) : this.section;
    const heading = shown.querySelector("h2")?.textContent ?? "";
    document.title = step === "who" ? this.title : `${heading} - ${this.title}`;
    if (focus) reveal(shown);
  }

  restart() {
    this.#reset();
    this.go("who");
  }

  /** @param {keyof Answers} step */
  #showQuestion(step) {
    for (const question of QUESTIONS) questionSection(question).hidden = question !== step;
    const number = QUESTIONS.indexOf(step) + 1;
    byId("progress", HTMLElement).textContent = `第 ${number} 题，共 ${QUESTIONS.length} 题`;
    byId("before-first", HTMLElement).hidden = step !== "who";
    this.previous.hidden = step === "who";
  }

  /** @param {boolean} shared */
  #showResult(shared) {
    const conclusion = shared
      ? conclusionIn(location.hash, this.view.shareable)
      : conclude(this.answers);
    if (!conclusion) return;
    this.view.show(conclusion, { shared });
    this.view.showDate(shared ? "" : this.today);
    this.view.showDays(shared ? {} : daysToRemember(this.answers, conclusion));
    this.view.showAnswers(shared ? [] : this.#shownAnswers(), (question) =>
      this.go(/** @type {Step} */ (question)),
    );
    this.view.showLink(shared ? "" : this.#linkForOthers());
  }

  #linkForOthers() {
    return siteAddress(PAGE) + linkTo(concludeForOthers(this.answers), this.view.shareable);
  }

  #shownAnswers() {
    return asked(this.answers).map((question) => ({
      question,
      short: questionSection(question).dataset.short ?? "",
      text: this.#answerText(question),
    }));
  }

  /** @param {keyof Answers} question */
  #answerText(question) {
    const { birth, start } = this.answers;
    if (question === "birth") return birth ? dayText(birth.day) : "";
    if (question === "start") return start ? dayText(start) : "";
    const chosen = questionSection(question).querySelector("input:checked");
    return chosen?.closest("label")?.textContent?.trim() ?? "";
  }

  /**
   * Takes the answer to a question, or says what is wrong with it.
   *
   * @param {keyof Answers} question
   * @returns {Fault[]}
   */
  #take(question) {
    if (question === "birth") return this.#takeBirth();
    if (question === "start") return this.#takeStart();
    const faults = missingIn(questionSection(question));
    const answer = new FormData(this.form).get(question);
    if (faults.length === 0) Object.assign(this.answers, { [question]: answer });
    return faults;
  }

  /** @returns {Fault[]} */
  #takeBirth() {
    const number = byId("id-number", HTMLInputElement).value;
    const typed = { year: this.#box("year"), month: this.#box("month"), day: this.#box("day") };
    const isTyped = Object.values(typed).some((text) => text.trim());
    const byNumber = number.trim() ? birthIn(number, this.today) : null;
    if (byNumber && "faults" in byNumber) return byNumber.faults;
    if (byNumber && !isTyped) return this.#keepBirth(byNumber);
    const read = readBirthDate(typed, this.today);
    if ("faults" in read) {
      return read.faults.map(({ part, text }) => fault(`birth.${part}`, text));
    }
    if (byNumber && byNumber.day !== read.day) {
      return [fault("id_number", "身份证号上的出生日期与上面填的不一样，请核对，或者只填一种。")];
    }
    return this.#keepBirth(byNumber ?? { day: read.day, sex: "female" });
  }

  /**
   * @param {Birth} birth
   * @returns {Fault[]}
   */
  #keepBirth(birth) {
    this.answers.birth = birth;
    return [];
  }

  /** @returns {Fault[]} */
  #takeStart() {
    const input = byId("start", HTMLInputElement);
    const read = readDay(input);
    if ("faults" in read) return read.faults;
    if (read.day < this.today) {
      return [fault(input.name, "这一天已经过去了。请填今天以后的日子；不清楚就填明天。")];
    }
    this.answers.start = read.day;
    return [];
  }

  /** @param {string} part */
  #box(part) {
    return byId(`birth-${part}`, HTMLInputElement).value;
  }

  /** Nothing of an ID number stays in the page once its question is left. */
  #clearPrivate() {
    byId("id-number", HTMLInputElement).value = "";
  }

  #reset() {
    this.form.reset();
    this.answers = {};
    const days = { consent: this.today, premium_received: this.today, policy_issued: this.today };
    byId("start", HTMLInputElement).value = firstDay(days);
  }

  /**
   * The step that a person can be at, whatever the history says: answers are gone after a reload.
   *
   * @param {Step | undefined} step
   * @returns {Step}
   */
  #reachable(step) {
    if (conclusionIn(location.hash, this.view.shareable)) return SHARED;
    if (step === undefined || step === SHARED) return "who";
    const open = firstOpen(this.answers);
    if (step === RESULT) return open ?? RESULT;
    return open && QUESTIONS.indexOf(step) > QUESTIONS.indexOf(open) ? open : step;
  }
}

/** @param {keyof Answers} question */
function questionSection(question) {
  return byId(`question-${question}`, HTMLElement);
}

/**
 * @param {string} number
 * @param {string} today
 * @returns {Birth | {faults: Fault[]}}
 */
function birthIn(number, today) {
  try {
    const { birth_date, sex } = parseIdNumber(number);
    if (birth_date > today) throw new RuleError("id_number.birth_date");
    return { day: birth_date, sex };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { title, message, fix } = error.finding();
    return { faults: [fault("id_number", message + fix, title)] };
  }
}

new Checker().start();
