/** @import {Teamwork} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, fill, partIn } from "../dom.js";
import { ErrorSummary } from "../error-summary.js";
import { fault } from "../fault.js";
import { moment } from "../format.js";
import { fasterOne, isConflict } from "./conflict.js";
import { keepDraft, recallDraft } from "./draft.js";
import { showFailure } from "./failure.js";
import { whoInWords } from "./words.js";

/** @typedef {{receipt: string, may_decide: boolean, teamwork: Teamwork}} Case */
/** @typedef {import("../../types/api.js").TeamworkRequest["doing"]} Doing */

const SLOWER = "刚刚接手或者放回了这一件，您这次没有保存；下面是最新的情况，请看过再点。";

/**
 * What the desk's people tell each other of a case: who has it in hand (谁在办), and notes
 * (内部备注). Nobody outside reads it, and nobody is kept from deciding by it.
 */
export class TeamworkView {
  /** @type {Case | null} */
  record = null;

  /**
   * @param {HTMLElement} section Of the case.
   * @param {object} surroundings
   * @param {StaffApi} surroundings.api
   * @param {(error: unknown) => void} surroundings.onError
   * @param {() => Promise<Case>} surroundings.lookAgain Fetches the case as it is now.
   */
  constructor(section, { api, onError, lookAgain }) {
    this.part = partIn(section, "teamwork");
    this.api = api;
    this.onError = onError;
    this.lookAgain = lookAgain;
    this.summary = new ErrorSummary(
      /** @type {HTMLElement} */ (this.part.querySelector(".error-summary")),
      this.part,
    );
    this.note = /** @type {HTMLTextAreaElement} */ (this.part.querySelector("[name=note]"));
    this.holder = /** @type {HTMLInputElement} */ (this.part.querySelector("[name=holder]"));
    this.note.addEventListener("input", () => keepDraft(this.draft, this.note.value || null));
    this.#onSubmit("write", () => this.#write());
    this.#onSubmit("hand-over", () => this.#handOver());
    this.#onClick("take", () => this.#tell({ what: "taken" }, "已经记下，由您办。"));
    this.#onClick("put-back", () => this.#tell({ what: "put_back" }, "已经放回。"));
  }

  get draft() {
    return `note:${this.record?.receipt}`;
  }

  /** @param {Case} record */
  show(record) {
    const isOther = record.receipt !== this.record?.receipt;
    this.record = record;
    const { holder, held_since, held_by, notes } = record.teamwork;
    const who = holder && held_by?.name !== holder ? `，由${whoInWords(held_by)}转来` : "";
    const since = held_since ? `（${moment(held_since)}${who}）` : "";
    fill(this.part, { holder: holder ? `现在由 ${holder} 办${since}。` : "现在没有人接手。" });
    partIn(this.part, "may-tell").hidden = !record.may_decide;
    partIn(this.part, "put-back").hidden = !holder;
    partIn(this.part, "notes").replaceChildren(...notes.map((note) => this.#item(note)));
    if (!isOther) return;
    this.summary.clear();
    fill(this.part, { teamwork_said: "" });
    this.holder.value = "";
    this.note.value = recallDraft(this.draft) ?? "";
    for (const each of this.part.querySelectorAll("details")) each.open = false;
    partIn(this.part, "writing").toggleAttribute("open", this.note.value !== "");
  }

  /** @param {Teamwork["notes"][number]} note */
  #item({ number, at, by, text, struck_at, may_strike }) {
    const about = `${moment(at)}，${whoInWords(by)}`;
    const words = element(struck_at ? "s" : "span", { class: "words" }, text);
    const struck = struck_at ? `，${moment(struck_at)} 划掉` : "";
    const item = element("li", {}, words, element("small", {}, ` ${about}${struck}`));
    if (!may_strike || !this.record?.may_decide) return item;
    const attributes = { type: "button", class: "copy", "aria-label": `划掉备注：${text}` };
    const strike = element("button", attributes, "划掉");
    strike.addEventListener("click", () =>
      this.#tell({ what: "note_struck", number }, "备注已经划掉。"),
    );
    item.append(" ", strike);
    return item;
  }

  async #write() {
    const text = this.note.value.trim();
    if (text.length < 2) {
      this.summary.show([fault("note", "请写备注，至少两个字。")]);
      return;
    }
    if (!(await this.#tell({ what: "noted", text }, "备注已经保存。"))) return;
    this.note.value = "";
    keepDraft(this.draft, null);
  }

  async #handOver() {
    const holder = this.holder.value.trim();
    if (!holder) {
      this.summary.show([fault("holder", "请写转给谁。")]);
      return;
    }
    if (await this.#tell({ what: "handed_over", holder }, `已经转给 ${holder}。`))
      this.holder.value = "";
  }

  /**
   * @param {Doing} doing
   * @param {string} said
   * @returns {Promise<boolean>} Whether it is kept.
   */
  async #tell(doing, said) {
    const { record } = this;
    if (!record) return false;
    this.summary.clear();
    fill(this.part, { teamwork_said: "正在保存…" });
    try {
      const asked = { receipt: record.receipt, revision: record.teamwork.number };
      const teamwork = await this.api.decide(asked, "teamwork", { doing });
      if (this.record?.receipt !== record.receipt) return true;
      this.show({ ...this.record, teamwork });
      fill(this.part, { teamwork_said: said });
      return true;
    } catch (error) {
      await this.#failed(error);
      return false;
    }
  }

  /** @param {unknown} error */
  async #failed(error) {
    fill(this.part, { teamwork_said: "" });
    if (!isConflict(error)) {
      showFailure(error, this.summary, this.onError);
      return;
    }
    const now = await this.lookAgain().catch(() => null);
    if (now) this.show(now);
    this.summary.show([fault(null, fasterOne(error) + SLOWER)]);
  }

  /**
   * @param {string} name Of the form's part.
   * @param {() => Promise<void>} work
   */
  #onSubmit(name, work) {
    partIn(this.part, name).addEventListener("submit", (event) => {
      event.preventDefault();
      work();
    });
  }

  /**
   * @param {string} name Of the button's part.
   * @param {() => Promise<unknown>} work
   */
  #onClick(name, work) {
    partIn(this.part, name).addEventListener("click", work);
  }
}
