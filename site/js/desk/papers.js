/** @import {Cell} from "../card-table.js" */
/** @import {Claim, ClaimPaper} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { element, partIn } from "../dom.js";
import { factItems } from "../fact-items.js";
import { moment } from "../format.js";
import { CardTable } from "../card-table.js";
import { offerAgain } from "../patience.js";
import { resting } from "../resting.js";
import { RetryLine } from "../retry-line.js";
import { illnessFacts, insuredFacts } from "./claim-facts.js";
import { isConflict, tellConflict } from "./conflict.js";
import { PaperViewer } from "./paper-viewer.js";
import { checkInWords, decisionParts, isShowable } from "./paper-words.js";
import { OPEN_CLAIMS } from "./words.js";

const COLUMNS = ["材料", "文件", "检查", "审核", "办理"];
const UNOPENED = "这份材料您还没有打开看过。请先“查看”；在别处看过原件的，再按一次“合格”。";
const REST = "请看过最新情况再继续。";

/**
 * @typedef {object} PaperListeners
 * @property {StaffApi} api
 * @property {(claim: Claim) => void} onDone Gets the claim as it is then.
 * @property {() => Promise<Claim>} onConflict Looks at the claim anew, and gives it.
 * @property {(error: unknown) => void} onError
 * @property {(document_id: string) => void} onOpened
 */

/** The papers of a claim (第十四条): a list, and beside the report one at a time; taken or sent back. */
export class PapersView {
  /** @type {Claim | null} */
  claim = null;
  /** @type {RetryLine | null} Beside the button that had no effect. */
  line = null;
  /** The papers that she was asked about, as she takes them unopened. @type {Set<string>} */
  #asked = new Set();

  /**
   * @param {HTMLElement} section Of the case.
   * @param {PaperListeners} listeners
   */
  constructor(section, listeners) {
    this.listeners = listeners;
    this.part = partIn(section, "papers");
    this.conflict = partIn(this.part, "papers-conflict");
    const table = /** @type {HTMLTableElement} */ (this.part.querySelector("table"));
    this.table = new CardTable(table, COLUMNS);
    this.viewer = new PaperViewer(partIn(this.part, "viewer"), {
      ...listeners,
      buttonsOf: ({ document_id }) => this.#decisionsOnShown(document_id),
      onClosed: (document_id) => this.#focus(document_id),
    });
  }

  /** Before another claim is shown, or this one anew. */
  close() {
    this.viewer.forget();
  }

  /** @param {Claim} claim */
  show(claim) {
    if (claim.receipt !== this.claim?.receipt) this.#asked.clear();
    this.claim = claim;
    this.conflict.hidden = true;
    this.table.clear();
    this.table.append([
      ...claim.documents.map((paper) => this.#cells(claim, paper)),
      ...claim.missing_papers.map(({ name }) => [name, "还缺", "", "", ""]),
    ]);
    claim.documents.forEach(({ document_id }, index) => {
      const row = this.table.body.rows[index];
      if (row) row.dataset.paper = document_id;
    });
    this.viewer.refresh(beside(claim));
  }

  /**
   * @param {Claim} claim
   * @param {ClaimPaper} paper
   * @returns {Cell[]}
   */
  #cells(claim, paper) {
    const { kind_name, filename, received_at } = paper;
    const received = element("span", { class: "hint" }, `${moment(received_at)} 收到`);
    return [
      kind_name,
      [filename, " ", received],
      checkInWords(paper),
      decisionCell(paper),
      this.#buttons(claim, paper),
    ];
  }

  /**
   * @param {Claim} claim
   * @param {ClaimPaper} paper
   * @returns {Cell}
   */
  #buttons(claim, paper) {
    if (claim.is_masked || !isShowable(paper)) return "";
    const view = button("查看", paper);
    view.addEventListener("click", () => this.viewer.open(beside(claim), paper.document_id));
    return element("div", { class: "paper-buttons" }, view, ...this.#decisionsOn(claim, paper));
  }

  /** @param {string} document_id */
  #decisionsOnShown(document_id) {
    const { claim } = this;
    const paper = claim?.documents.find((each) => each.document_id === document_id);
    return claim && paper ? this.#decisionsOn(claim, paper) : [];
  }

  /**
   * @param {Claim} claim
   * @param {ClaimPaper} paper
   */
  #decisionsOn({ may_decide, state }, paper) {
    if (!may_decide || !OPEN_CLAIMS.includes(state)) return [];
    const accept = button("合格", paper);
    accept.addEventListener("click", () => {
      if (!this.#askUnopened(paper, accept)) this.#accept(paper, accept);
    });
    const sendBack = button("退回…", paper, {
      "data-open": "send-back",
      "data-document": paper.document_id,
    });
    const outcome = paper.decision?.outcome;
    return outcome === "accepted" ? [sendBack] : [accept, sendBack];
  }

  /**
   * She may know a paper from elsewhere: one that she has not opened is asked about once.
   *
   * @param {ClaimPaper} paper
   * @param {HTMLButtonElement} pressed
   * @returns {boolean} Whether she is asked now.
   */
  #askUnopened({ document_id, is_opened }, pressed) {
    if (is_opened || this.#asked.has(document_id)) return false;
    this.#asked.add(document_id);
    pressed.parentElement?.after(element("p", { class: "hint", role: "alert" }, UNOPENED));
    return true;
  }

  /**
   * @param {ClaimPaper} paper
   * @param {HTMLButtonElement} pressed
   */
  async #accept({ document_id }, pressed) {
    const { claim } = this;
    if (!claim) return;
    this.line?.box.remove();
    try {
      const accept = () => this.listeners.api.decide(claim, `documents/${document_id}/accept`);
      const isViewed = this.viewer.part.contains(pressed);
      this.listeners.onDone(await resting(pressed, accept));
      if (isViewed) this.viewer.focusNext();
      else this.#focus(document_id);
    } catch (error) {
      if (isConflict(error)) await this.#tellConflict(claim, error);
      else this.#tellBeside(pressed, error);
    }
  }

  /**
   * @param {HTMLButtonElement} pressed
   * @param {unknown} error
   */
  #tellBeside(pressed, error) {
    pressed.focus({ preventScroll: true });
    this.line = RetryLine.behind(pressed.parentElement ?? pressed);
    offerAgain(error, this.line, () => pressed.click(), this.listeners.onError);
  }

  /**
   * @param {Claim} before
   * @param {unknown} error
   */
  async #tellConflict({ revision }, error) {
    const now = await this.listeners.onConflict().catch(() => null);
    if (now) tellConflict(this.conflict, { error, revision, now, rest: REST });
    else this.listeners.onError(error);
  }

  /** @param {string} document_id Whose row was made anew. */
  #focus(document_id) {
    const row = this.table.body.querySelector(`[data-paper="${CSS.escape(document_id)}"]`);
    row?.querySelector("button")?.focus();
  }
}

/**
 * A claim's papers beside what was reported.
 *
 * @param {Claim} claim
 */
function beside(claim) {
  const { receipt, is_masked, documents: papers } = claim;
  const facts = [...insuredFacts(claim), ...illnessFacts(claim)];
  return { receipt, is_masked, papers, beside: factItems(facts) };
}

/**
 * @param {Pick<ClaimPaper, "decision">} paper
 * @returns {Cell}
 */
function decisionCell(paper) {
  const { outcome, why, who } = decisionParts(paper);
  if (!outcome) return why;
  return [element("b", {}, outcome), `${why} `, element("span", { class: "hint" }, who)];
}

/**
 * @param {string} words
 * @param {ClaimPaper} paper
 * @param {Record<string, string>} [attributes]
 */
function button(words, { kind_name, filename }, attributes = {}) {
  const label = `${words.replace("…", "")} ${kind_name} ${filename}`;
  const all = { type: "button", class: "plain", "aria-label": label, ...attributes };
  return element("button", all, words);
}
