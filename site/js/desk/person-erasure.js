/** @import {Erasable, ErasureCertificate, Line, WaitingErasure} from "../../types/api.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { byId, element, fill, partIn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { factItems } from "../fact-items.js";
import { day, moment } from "../format.js";
import { missingIn } from "../missing.js";
import { bringPart } from "../patience.js";
import { printAlone } from "../print-alone.js";
import { RetryLine } from "../retry-line.js";
import { showFailure } from "./failure.js";
import { tell, unreadableLines } from "./queue-cells.js";
import { rolesInWords, whoInWords } from "./words.js";

/** What may be deleted of somebody: one person proposes it, another one has seen it and confirms. */
export class PersonErasure {
  section = byId("person-erasure", HTMLElement);
  form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
  asks = partIn(this.section, "asks");
  answers = partIn(this.section, "answers");
  mayDecline = partIn(this.section, "may-decline");
  reason = byId("person-erasure-reason", HTMLTextAreaElement);
  no = byId("person-erasure-no", HTMLTextAreaElement);
  verified = byId("person-erasure-is_verified", HTMLInputElement);
  number = "";
  seen = "";
  busy = false;
  place = partIn(byId("person-search", HTMLElement), "waiting");
  line = RetryLine.behind(this.place);

  /**
   * @param {StaffApi} api
   * @param {(error: unknown) => void} onSignedOut
   */
  constructor(api, onSignedOut) {
    this.api = api;
    this.onSignedOut = onSignedOut;
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.#onClick("look", null, "looking", () => this.#ask("/look", {}));
    this.#onClick("propose", this.asks, "sending", () => this.#propose());
    this.#onClick("confirm", null, "sending", () => this.#ask("/confirm", { seen: this.seen }));
    this.#onClick("decline", this.mayDecline, "sending", () =>
      this.#ask("/decline", { reason: this.no.value.trim() }),
    );
  }

  /** Show what waits for a second person: who is to confirm it must come to know of it. */
  async showWaiting() {
    await bringPart(this.line, () => this.api.people.waitingErasures(), {
      onSignedOut: this.onSignedOut,
      show: ({ waiting, unreadable }) => {
        partIn(this.place, "waiting-list").replaceChildren(
          ...waiting.map((each) => element("li", {}, proposalOf(each))),
        );
        tell(partIn(this.place, "unreadable"), unreadableLines(unreadable));
        this.place.hidden = waiting.length + unreadable === 0;
      },
    });
  }

  /**
   * Nothing stays of whom one asked for before.
   *
   * @param {string} number Whose; empty where nothing is to be deleted.
   */
  offer(number) {
    this.number = number;
    this.form.reset();
    this.summary.clear();
    partIn(this.section, "erasable").hidden = true;
    partIn(this.section, "certificates").replaceChildren();
    partIn(this.section, "looking").textContent = "";
    this.section.hidden = number === "";
  }

  /**
   * @param {string} name Of the button.
   * @param {HTMLElement | null} questions That must be answered before.
   * @param {string} status Where it is said that something is being done.
   * @param {() => Promise<Erasable>} work
   */
  #onClick(name, questions, status, work) {
    partIn(this.section, name).addEventListener("click", () => {
      const faults = questions ? missingIn(questions) : [];
      if (faults.length > 0) this.summary.show(faults);
      else this.#do(partIn(this.section, status), work);
    });
  }

  /**
   * @param {HTMLElement} status
   * @param {() => Promise<Erasable>} work
   */
  async #do(status, work) {
    if (this.busy) return;
    const { number } = this;
    this.busy = true;
    this.summary.clear();
    status.textContent = "请稍等…";
    try {
      const found = await work();
      if (this.number === number) this.#show(found);
      if (status !== partIn(this.section, "looking")) this.showWaiting();
    } catch (error) {
      showFailure(error, this.summary, this.onSignedOut);
    } finally {
      this.busy = false;
      status.textContent = "";
    }
  }

  #propose() {
    return this.#ask("", {
      seen: this.seen,
      reason: this.reason.value.trim(),
      is_verified: this.verified.checked,
    });
  }

  /**
   * @param {"" | "/look" | "/confirm" | "/decline"} what
   * @param {object} said
   */
  #ask(what, said) {
    return this.api.people.erase(what, { id_number: this.number, ...said });
  }

  /** @param {Erasable} found */
  #show({ id_number, seen, goes, stays, waiting, done }) {
    this.seen = seen;
    this.form.reset();
    partIn(this.section, "goes").replaceChildren(...itemsOf(goes));
    partIn(this.section, "stays").replaceChildren(...itemsOf(stays));
    partIn(this.section, "nothing-goes").hidden = goes.length > 0;
    this.asks.hidden = waiting !== null || goes.length === 0;
    this.answers.hidden = waiting === null;
    if (waiting) this.#showWaiting(waiting);
    partIn(this.section, "erasable").hidden = false;
    const certificates = done.map((each) => this.#certificate(id_number, each)).reverse();
    partIn(this.section, "certificates").replaceChildren(...certificates);
  }

  /** @param {NonNullable<Erasable["waiting"]>} waiting */
  #showWaiting(waiting) {
    const { is_own, is_confirmed } = waiting;
    const next = is_own ? "请另一位办理人员或管理员登录，按同一个号码查到她，看过再复核。" : "";
    partIn(this.section, "proposed").textContent = is_confirmed
      ? "已经复核，上次没有删完。请再按一次，接着删。"
      : `${next}${proposalOf(waiting)}`;
    partIn(this.section, "may-confirm").hidden = is_own && !is_confirmed;
    this.mayDecline.hidden = is_confirmed;
    fill(this.mayDecline, { no: is_own ? "不删了，为什么" : "不同意删，为什么" });
  }

  /**
   * @param {string} number Masked.
   * @param {ErasureCertificate} certificate
   * @returns {HTMLElement}
   */
  #certificate(number, { done_at, goes, stays, ...more }) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.section.querySelector("template"));
    const sheet = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
    const facts = factItems([
      ["身份证号", number],
      ["删除时间", moment(done_at)],
      ["提出", `${moment(more.proposed_at)}，${rolesInWords(more.proposed_by.roles)}`],
      ["复核", `${moment(more.confirmed_at)}，${rolesInWords(more.confirmed_by.roles)}`],
      ["以前的版本", "已经一起删除"],
      ["临时文件", `刚上传、刚下载的文件里可能还有，最迟到${day(more.copies_until)}删除`],
      ["自动备份", `备份里还有，最迟到${day(more.backups_until)}随备份一起消失`],
    ]);
    partIn(sheet, "facts").replaceChildren(...facts);
    partIn(sheet, "went").replaceChildren(...itemsOf(goes));
    partIn(sheet, "stayed").replaceChildren(...itemsOf(stays));
    sheet.querySelector("[data-print]")?.addEventListener("click", () => printAlone(sheet));
    return sheet;
  }
}

/** @param {WaitingErasure} waiting */
function proposalOf({ at, by, reason, is_confirmed }) {
  const rest = is_confirmed ? "已经复核，没有删完，要再按一次。" : "";
  return `${moment(at)}，${whoInWords(by)}提出删除。${rest}她怎样申请的：${reason}`;
}

/**
 * @param {Line[]} lines
 * @returns {HTMLElement[]} One for each record and reason: AK-2026-000000：…；…。…最迟保存到….
 */
function itemsOf(lines) {
  /** @type {Map<string, Line[]>} */
  const together = new Map();
  for (const line of lines) {
    const about = `${line.receipt} ${line.why}`;
    together.set(about, [...(together.get(about) ?? []), line]);
  }
  return [...together.values()].map((those) => {
    const [{ receipt, why, until }] = /** @type {[Line, ...Line[]]} */ (those);
    const what = those.map((each) => each.what).join("；");
    const said = `${receipt ? `${receipt}：` : ""}${what}。${why}`;
    return element("li", {}, until ? `${said}最迟保存到${day(until)}。` : said);
  });
}
