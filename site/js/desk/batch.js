/** @import {Fault} from "../fault.js" */
/** @import {Asked} from "./batch-decision.js" */
/** @import {Chosen, ChosenLists} from "./chosen.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { SignedOutError } from "../api.js";
import { CardTable } from "../card-table.js";
import { isEmpty, readDay } from "../day-input.js";
import { byId, link, partIn, reveal } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { count } from "../format.js";
import { patiently, QUIETLY } from "../patience.js";
import { faultsOf } from "../problem.js";
import { resting } from "../resting.js";
import { DAY_WORDS } from "./acceptance-words.js";
import { ACTS, DAYS } from "./agreed-day.js";
import { AT_ONCE, BatchDecision } from "./batch-decision.js";
import { BatchFiles } from "./batch-files.js";
import { BatchHandOff } from "./batch-hand-off.js";
import { BatchList } from "./batch-list.js";
import { BatchTicks } from "./batch-ticks.js";
import { pastedNumbers } from "./batch-words.js";
import { keepDraft, recallDraft } from "./draft.js";
import { fewAtOnce } from "./few-at-once.js";
import { controlOf, setValues, valuesIn } from "./form-control.js";
import { hashOf } from "./place.js";

const DRAFT = "batch";
const QUESTIONS = ["单位", "保险单号", "日期", "核对的结果"];

/**
 * Many lists are accepted in one go (批量承保): looked at one by one, confirmed once, and decided on
 * one by one, so that none holds up the others.
 */
export class BatchView {
  section = byId("batch", HTMLElement);
  form = /** @type {HTMLFormElement} */ (this.section.querySelector("form"));
  questions = partIn(this.section, "questions");
  lastLook = partIn(this.section, "last-look");
  said = partIn(this.section, "said");
  looker = /** @type {HTMLButtonElement} */ (this.form.querySelector("[type=submit]"));
  ticks = new BatchTicks(this.section);
  /** @type {BatchList[]} */
  lists = [];

  /**
   * @param {StaffApi} api
   * @param {ChosenLists} chosen
   * @param {(error: unknown) => void} onError
   */
  constructor(api, chosen, onError) {
    this.api = api;
    this.chosen = chosen;
    this.onError = onError;
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".error-summary"));
    this.summary = new ErrorSummary(box, this.form, (control) =>
      control.closest("details")?.setAttribute("open", ""),
    );
    const table = /** @type {HTMLTableElement} */ (this.questions.querySelector("table"));
    this.table = new CardTable(table, QUESTIONS);
    this.decision = new BatchDecision(this.lastLook, api, {
      onDone: ({ receipt }) => {
        chosen.remove(receipt);
        this.#keep();
      },
      onBack: () => {
        this.#ask();
        this.looker.focus();
      },
      onSignedOut: onError,
    });
    this.files = new BatchFiles(this.section, api, onError, (lists) => this.#bring(lists));
    this.handOff = new BatchHandOff(this.section, api, onError);
    link(this.section, { queue: hashOf({ desk: "rosters" }) });
    this.#listen();
  }

  /** @returns {Promise<() => void>} Shows what was chosen; nothing has to be asked before. */
  async prepare() {
    return () => this.#take(this.chosen.all);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#look();
    });
    this.form.addEventListener("input", ({ target }) => this.#changed(target));
    this.form.addEventListener("paste", (event) => this.#paste(event));
    this.#on("data-out", () => this.#takeOut(this.lists.filter(({ isBlocked }) => isBlocked)));
    this.#on("data-recorded", () => this.#followPayments());
  }

  /**
   * @param {string} name Of a button's attribute.
   * @param {() => void} work
   */
  #on(name, work) {
    this.section.querySelector(`[${name}]`)?.addEventListener("click", work);
  }

  /** @param {Chosen[]} chosen */
  #take(chosen) {
    const kept = new Map(this.lists.map((list) => [list.receipt, list]));
    const out = (/** @type {BatchList} */ list) => this.#takeOut([list]);
    this.lists = chosen.map((each) => kept.get(each.receipt) ?? new BatchList(each, out));
    this.#ask();
  }

  /** @param {Chosen[]} brought Lists of the insurer's files. */
  #bring(brought) {
    const kept = new Map(this.lists.map((list) => [list.receipt, list]));
    const left = brought.filter((each) => !this.chosen.add(each));
    for (const { receipt, brought: said } of brought) {
      if (said) kept.get(receipt)?.bring(said);
    }
    this.#take(this.chosen.all);
    this.#keep();
    return left;
  }

  /** @param {BatchList[]} lists */
  #takeOut(lists) {
    for (const { receipt } of lists) this.chosen.remove(receipt);
    this.lists = this.lists.filter((list) => !lists.includes(list));
    this.#show();
    this.#tellFound();
    this.#keep();
    if (this.lists.length > 0) this.looker.focus();
    else reveal(this.section);
  }

  #show() {
    const { length } = this.lists;
    this.table.clear();
    this.table.append(this.lists.map(({ cells }) => cells));
    partIn(this.section, "none").hidden = length > 0;
    this.form.hidden = length === 0;
    this.handOff.show(this.lists.map(({ chosen }) => chosen));
    partIn(this.section, "caption").textContent = `这批名单，${count(length)} 份`;
    this.looker.textContent = `核对这 ${count(length)} 份`;
  }

  /** Back to the questions, with what was found so far; what was done is gone, what was refused is looked at anew. */
  #ask() {
    this.lists = this.lists.filter(({ outcome }) => outcome !== "done");
    for (const list of this.lists) {
      if (list.outcome === "refused") list.forget();
    }
    this.#show();
    this.#setConfirming(false);
    this.#tellFound();
  }

  /** @param {boolean} isConfirming */
  #setConfirming(isConfirming) {
    this.questions.hidden = isConfirming;
    this.lastLook.hidden = !isConfirming;
    this.handOff.part.hidden = isConfirming || this.lists.length === 0;
  }

  /** @param {EventTarget | null} target What was typed in. */
  #changed(target) {
    const { name = "" } = /** @type {HTMLInputElement} */ (target);
    const [field = "", receipt] = name.split(".");
    const isTick = field === "confirm" || field === "premium_holds";
    for (const list of this.lists) {
      if (receipt && !isTick && receipt !== list.receipt) continue;
      if (DAYS.includes(field)) list.forget();
      else list.look = null;
    }
    if (!isTick) this.#tellFound();
    this.#keep();
  }

  /** @param {ClipboardEvent} event Into the number of a list: a column goes to those after it, too. */
  #paste(event) {
    const text = event.clipboardData?.getData("text") ?? "";
    const from = this.lists.findIndex(({ number }) => number === event.target);
    if (from < 0 || !/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    const receipts = this.lists.map(({ receipt }) => receipt);
    const numbers = pastedNumbers(text, receipts, receipts.slice(from));
    for (const list of this.lists) {
      const number = numbers.get(list.receipt);
      if (number === undefined) continue;
      list.number.value = number;
      list.look = null;
    }
    this.said.textContent = `粘贴了 ${count(numbers.size)} 个保险单号，请和单位对一对。`;
    this.#keep();
  }

  /** @returns {{asked: Asked[]} | {faults: Fault[]}} */
  #read() {
    const shared = this.#sharedDays();
    const faults = [...shared.faults];
    const { confirmed } = this.ticks;
    /** @type {Set<string>} */
    const lacking = new Set();
    /** @type {Map<string, BatchList>} */
    const numbers = new Map();
    const asked = this.lists.flatMap((list) => {
      const read = list.read(shared.days, confirmed, this.#premiumHolds);
      if ("faults" in read) {
        faults.push(...read.faults);
        return [];
      }
      const { request, lacks } = read;
      for (const name of lacks) lacking.add(name);
      const twin = numbers.get(request.policy_number);
      if (twin) faults.push(sameNumber(list, twin));
      numbers.set(request.policy_number, list);
      return [{ list, request }];
    });
    const missing = ACTS.filter((name) => lacking.has(name)).map(missingDay);
    const all = [...missing, ...faults, ...this.ticks.faults];
    return all.length > 0 ? { faults: all } : { asked };
  }

  #sharedDays() {
    /** @type {Record<string, string | undefined>} */
    const days = {};
    /** @type {Fault[]} */
    const faults = [];
    for (const name of DAYS) {
      const input = /** @type {HTMLInputElement} */ (controlOf(this.form, name));
      if (isEmpty(input)) continue;
      const read = readDay(input);
      if ("faults" in read) faults.push(...read.faults);
      else days[name] = read.day;
    }
    return { days, faults };
  }

  /** @returns {"quoted" | "issued" | null} */
  get #premiumHolds() {
    const radios = /** @type {RadioNodeList} */ (this.form.elements.namedItem("premium_holds"));
    return /** @type {any} */ (radios.value || null);
  }

  async #look() {
    if (this.looker.disabled) return;
    this.summary.clear();
    const read = this.#read();
    if ("faults" in read) {
      this.summary.show(read.faults);
      return;
    }
    const { asked } = read;
    try {
      await resting(this.looker, () => this.#lookAtAll(asked));
      this.#tellFound();
      if (this.lists.every(({ isReady }) => isReady)) this.#showSums(asked);
    } catch (error) {
      this.said.textContent = "";
      this.onError(error);
    }
  }

  /** @param {Asked[]} asked */
  #lookAtAll(asked) {
    let done = 0;
    return fewAtOnce(asked, AT_ONCE, async ({ list, request }) => {
      await this.#lookAt(list, request);
      this.said.textContent = `正在核对：${count(++done)}/${count(asked.length)} 份`;
    });
  }

  /**
   * @param {BatchList} list
   * @param {object} request
   */
  async #lookAt(list, request) {
    const { receipt, version } = list.chosen;
    try {
      const look = () => this.api.lookAtAcceptance(receipt, { ...request, version });
      list.showLook(await patiently(look, QUIETLY, { most: 3 }));
    } catch (error) {
      if (error instanceof SignedOutError) throw error;
      list.showFaults(faultsOf(error));
    }
  }

  /** What stands in the way of how many, and what is to be confirmed. */
  #tellFound() {
    const looked = this.lists.filter(({ look, findings }) => look || findings.length > 0);
    const blocked = looked.filter(({ isBlocked }) => isBlocked);
    const out = /** @type {HTMLElement} */ (this.section.querySelector("[data-out]"));
    out.hidden = blocked.length === 0;
    out.textContent = `把办不了的 ${count(blocked.length)} 份拿出这批`;
    this.ticks.ask(this.lists);
    const part = partIn(this.section, "two-sums");
    part.hidden = !this.lists.some(({ asksWhichPremium }) => asksWhichPremium);
    const recorded = this.lists.filter(({ recordedDay }) => recordedDay).length;
    partIn(this.section, "recorded").hidden = recorded === 0;
    this.said.textContent = foundInWords(
      this.lists.filter(({ hasFailed }) => hasFailed).length,
      blocked.length,
      this.ticks.faults.length > 0,
    );
  }

  #followPayments() {
    for (const list of this.lists.filter(({ recordedDay }) => recordedDay)) {
      list.followPayments();
      list.forget();
    }
    this.#keep();
    this.#look();
  }

  /** @param {Asked[]} asked */
  #showSums(asked) {
    this.#setConfirming(true);
    this.files.forget();
    this.decision.show(asked);
  }

  /** Keeps in this tab what was typed, until it is decided. */
  #keep() {
    const left = this.lists.filter(({ outcome }) => outcome !== "done");
    const lists = left.map(({ chosen, typed }) => ({ chosen, typed }));
    keepDraft(DRAFT, left.length > 0 ? { shared: valuesIn(this.form, DAYS), lists } : null);
  }

  /** Takes up what she has left here in this tab. */
  recall() {
    const kept = recallDraft(DRAFT);
    if (!kept) return;
    setValues(this.form, DAYS, kept.shared);
    for (const { chosen } of kept.lists) this.chosen.add(chosen);
    this.#take(this.chosen.all);
    for (const [index, { typed }] of kept.lists.entries()) {
      const list = this.lists[index];
      if (list) list.typed = typed;
    }
  }
}

/**
 * @param {BatchList} list
 * @param {BatchList} twin
 */
function sameNumber({ number, chosen }, twin) {
  const title = `${chosen.unit_name}：保险单号重了`;
  return fault(
    number.name,
    `和“${twin.chosen.unit_name}”的保险单号一样。请核对；确实共用一张保险单的，请把一份拿出这批，单独办。`,
    title,
  );
}

/** @param {string} name */
function missingDay(name) {
  const words = DAY_WORDS[/** @type {keyof typeof DAY_WORDS} */ (name)];
  return fault(name, `请填写${words}的日期：有的名单没有自己的日期。`, `没有写${words}的日期`);
}

/**
 * @param {number} failed How many could not be looked at.
 * @param {number} blocked
 * @param {boolean} asks Whether something is to be confirmed.
 */
function foundInWords(failed, blocked, asks) {
  if (failed > 0)
    return `有 ${count(failed)} 份没有核对成，原因写在各行。请再核对一次；在这以前一份也不办。`;
  if (blocked > 0)
    return `有 ${count(blocked)} 份办不了，原因写在各行。改好，或者拿出这批，再核对；在这以前一份也不办。`;
  return asks ? "有要确认的：请逐份核对，在下面勾选，再核对一次。" : "";
}
