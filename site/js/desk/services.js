/** @import {Entered} from "../../types/api.js" */
/** @import {Cell} from "../card-table.js" */
/** @import {Me} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn, reveal } from "../dom.js";
import { answersIn, restoreAnswers } from "../form-answers.js";
import { day, moment } from "../format.js";
import { CardTable } from "../card-table.js";
import { bringPart } from "../patience.js";
import { RetryLine } from "../retry-line.js";
import { keepDraft, recallDraft } from "./draft.js";
import { SentForm } from "./sent-form.js";
import { whoInWords } from "./words.js";
import { unended } from "../sentence.js";

const COLUMNS = ["什么", "内容", "县（区）", "登记", "现在"];
const DONE = "保存好了。";

/** Lectures and service specialists: entered, listed with who did it, and withdrawn. */
export class ServicesView {
  section = byId("services", HTMLElement);
  entering = partIn(this.section, "entering");
  withdrawing = byId("withdraw", HTMLElement);
  table = new CardTable(
    /** @type {HTMLTableElement} */ (this.section.querySelector("table")),
    COLUMNS,
  );
  line = RetryLine.behind(this.table.table);
  /** @type {Entered | null} */
  withdrawn = null;

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onError
   */
  constructor(api, onError) {
    this.api = api;
    this.onError = onError;
    const lecture = this.#form(byId("lecture", HTMLElement), (answers) =>
      api.addService("lectures", answers),
    );
    const specialist = this.#form(byId("specialist", HTMLElement), (answers, form) => {
      const counties = countiesIn(form);
      return api.addService("specialists", { ...answers, counties, has_agreed: true });
    });
    this.kept = [lecture, specialist];
    this.kept.forEach(keep);
    this.#form(this.withdrawing, async ({ reason = "" }) => {
      if (this.withdrawn) await api.withdrawService(this.withdrawn, reason);
      this.#leaveWithdrawing();
    });
    this.withdrawing
      .querySelector("[data-cancel]")
      ?.addEventListener("click", () => this.#leaveWithdrawing());
  }

  /**
   * @param {Me} me
   * @returns {Promise<() => void>} Shows what was entered.
   */
  async prepare({ counties, decides }) {
    const entries = await this.api.services();
    return () => {
      this.entering.hidden = !decides;
      this.#offerCounties(counties);
      this.kept.forEach(recall);
      this.#closeWithdrawing();
      this.#show(entries);
    };
  }

  /** What is saved is saved, also where the list does not come. */
  #list() {
    const show = (/** @type {Entered[]} */ entries) => this.#show(entries);
    return bringPart(this.line, () => this.api.services(), { show, onSignedOut: this.onError });
  }

  /** @param {string[]} counties */
  #offerCounties(counties) {
    const select = byId("lecture-county", HTMLSelectElement);
    if (select.options.length > 0) return;
    const options = counties.map((name) => element("option", {}, name));
    const first = counties.length > 1 ? [element("option", { value: "" }, "请选择")] : [];
    select.replaceChildren(...first, ...options);
    const boxes = counties.map((name, index) => {
      const attributes = { type: "checkbox", name: "counties", value: name };
      const words = index === 0 ? { "data-missing": "请选择服务的县（区）。" } : {};
      const box = element("input", { ...attributes, ...words, id: `specialist-county-${index}` });
      return element("label", { class: "choice" }, box, ` ${name}`);
    });
    partIn(this.section, "counties").replaceChildren(...boxes);
  }

  /** @param {Entered[]} entries */
  #show(entries) {
    this.table.clear();
    this.table.append(entries.map((entry) => this.#row(entry)));
    this.table.table.hidden = entries.length === 0;
    partIn(this.section, "no-entries").hidden = entries.length > 0;
  }

  /**
   * @param {Entered} entry
   * @returns {Cell[]}
   */
  #row(entry) {
    const { lecture, specialist, at, by } = entry;
    const counties = lecture ? [lecture.county] : (specialist?.counties ?? []);
    const what = lecture ? `讲座：${lecture.title}` : `服务专员：${specialist?.name ?? ""}`;
    return [
      element("b", {}, what),
      contentOf(entry),
      counties.join("、"),
      `${moment(at)}，${whoInWords(asBy(by))}`,
      this.#standing(entry, what),
    ];
  }

  /**
   * @param {Entered} entry
   * @param {string} what
   * @returns {Cell}
   */
  #standing(entry, what) {
    const { withdrawn, may_withdraw } = entry;
    if (withdrawn) {
      const who = whoInWords(asBy(withdrawn.by));
      return `已撤回（${moment(withdrawn.at)}，${who}：${unended(withdrawn.reason)}）`;
    }
    if (!may_withdraw) return "公开";
    const button = element("button", { type: "button", class: "plain" }, "撤回…");
    button.setAttribute("aria-label", `撤回${what}`);
    button.addEventListener("click", () => this.#openWithdrawing(entry, what));
    return ["公开 ", button];
  }

  /**
   * @param {Entered} entry
   * @param {string} what
   */
  #openWithdrawing(entry, what) {
    this.withdrawn = entry;
    fill(this.withdrawing, { withdrawn: what });
    reveal(this.withdrawing);
  }

  #leaveWithdrawing() {
    this.#closeWithdrawing();
    reveal(this.section);
  }

  #closeWithdrawing() {
    this.withdrawn = null;
    this.withdrawing.hidden = true;
    this.withdrawing.querySelector("form")?.reset();
  }

  /**
   * Makes a form send what is typed, once, and show what there is then.
   *
   * @param {HTMLElement} section
   * @param {(answers: Record<string, string>, form: HTMLFormElement) => Promise<unknown>} send
   * @returns {HTMLFormElement}
   */
  #form(section, send) {
    const form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    const status = partIn(form, "sending");
    // By which the same sent again is known, also from a draft.
    const name = element("input", { type: "hidden", name: "form", value: crypto.randomUUID() });
    form.append(name);
    new SentForm(form, {
      status,
      words: "正在保存…",
      ask: () => send(answersIn(form), form),
      done: () => {
        name.value = crypto.randomUUID();
        form.reset();
        status.textContent = DONE;
        this.#list();
      },
      onSignedOut: this.onError,
    });
    form.addEventListener("input", () => (status.textContent = ""));
    return form;
  }
}

/** @param {HTMLFormElement} form Of a new entry: what is typed there is kept until it is saved. */
function keep(form) {
  form.addEventListener("input", () =>
    keepDraft(draftOf(form), { answers: answersIn(form), counties: countiesIn(form) }),
  );
  form.addEventListener("reset", () => keepDraft(draftOf(form), null));
}

/** @param {HTMLFormElement} form Opened with what was typed there, if it was not saved. */
function recall(form) {
  const typed = recallDraft(draftOf(form));
  if (!typed) return;
  restoreAnswers(form, typed.answers);
  for (const box of form.querySelectorAll("input")) {
    if (box.name === "counties") box.checked = typed.counties.includes(box.value);
  }
  form.closest("details")?.setAttribute("open", "");
}

/** @param {HTMLFormElement} form */
function draftOf(form) {
  return `service:${form.parentElement?.id}`;
}

/** @param {HTMLFormElement} form */
function countiesIn(form) {
  return new FormData(form).getAll("counties");
}

/**
 * @param {Entered} entry
 * @returns {Cell}
 */
function contentOf({ lecture, specialist }) {
  if (lecture) {
    const { begins, ends, place, speaker, phone } = lecture;
    const parts = [`${day(lecture.day)} ${begins}–${ends}`, place, speaker, phone];
    return parts.filter(Boolean).join("，");
  }
  return [specialist?.duties, specialist?.phone].filter(Boolean).join("，");
}

/** @param {{name: string, roles: string[]}} by */
function asBy(by) {
  return /** @type {import("./contract.js").By} */ (by);
}
