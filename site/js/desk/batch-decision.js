/** @import {AcceptLook} from "../../types/api.js" */
/** @import {BatchList} from "./batch-list.js" */
/** @import {AcceptRequest, Case} from "./contract.js" */
/** @import {StaffApi} from "./staff-api.js" */
import { ProblemError, SignedOutError } from "../api.js";
import { CardTable } from "../card-table.js";
import { element, focusOn, partIn, reveal } from "../dom.js";
import { factItems } from "../fact-items.js";
import { count } from "../format.js";
import { failureIn, wordsAbout } from "../problem.js";
import { resting } from "../resting.js";
import { sumFacts } from "./batch-words.js";
import { fewAtOnce } from "./few-at-once.js";

/** @typedef {{list: BatchList, request: AcceptRequest}} Asked A list, and what accepts it. */

const COLUMNS = ["单位", "保险单号", "保险期间", "三件事", "承保", "办理"];
/** Requests at once: one slow list holds up no other, and the rest of the desk goes on. */
export const AT_ONCE = 4;

/**
 * The last look at lists that are accepted together: all dates and sums, one confirmation, and then
 * each list its own decision, as if it were accepted alone.
 */
export class BatchDecision {
  /** @type {Asked[]} */
  asked = [];

  /**
   * @param {HTMLElement} part
   * @param {StaffApi} api
   * @param {object} listeners
   * @param {(list: BatchList) => void} listeners.onDone A list is accepted.
   * @param {() => void} listeners.onBack She goes back to the questions.
   * @param {(error: unknown) => void} listeners.onSignedOut
   */
  constructor(part, api, { onDone, onBack, onSignedOut }) {
    this.part = part;
    this.api = api;
    this.onDone = onDone;
    this.onSignedOut = onSignedOut;
    this.sending = partIn(part, "sending");
    this.onward = partIn(part, "onward");
    this.confirm = /** @type {HTMLButtonElement} */ (part.querySelector("[data-confirm]"));
    this.back = /** @type {HTMLElement} */ (part.querySelector("[data-change]"));
    this.table = new CardTable(
      /** @type {HTMLTableElement} */ (part.querySelector("table")),
      COLUMNS,
    );
    this.confirm.addEventListener("click", () => resting(this.confirm, () => this.#decide()));
    this.back.addEventListener("click", onBack);
  }

  /** @param {Asked[]} asked All looked at, and nothing in the way of any. */
  show(asked) {
    this.asked = asked;
    const acceptances = asked.flatMap(({ list }) => list.look?.acceptance ?? []);
    partIn(this.part, "says").replaceChildren(
      element("dl", { class: "facts" }, ...factItems(sumFacts(acceptances))),
    );
    this.table.clear();
    this.table.append(asked.map(({ list }) => list.sums));
    this.confirm.textContent = `确认承保这 ${count(asked.length)} 份`;
    this.confirm.hidden = false;
    this.back.hidden = false;
    this.sending.textContent = "";
    this.onward.hidden = true;
    reveal(this.part);
  }

  async #decide() {
    const waiting = this.asked.filter(({ list }) => list.outcome === "waits");
    let tried = 0;
    try {
      await fewAtOnce(waiting, AT_ONCE, async (asked) => {
        await this.#accept(asked);
        const words = `正在办：${count(++tried)}/${count(waiting.length)} 份`;
        this.sending.textContent = `${words}，请不要关闭页面…`;
      });
    } catch (error) {
      this.onSignedOut(error);
    } finally {
      this.#tellDone();
    }
  }

  /** @param {Asked} asked */
  async #accept({ list, request }) {
    const { receipt, revision } = /** @type {AcceptLook} */ (list.look);
    list.tell("waits", "正在办…");
    try {
      /** @type {Case} */
      const decided = await this.api.decide({ receipt, revision }, "accept", request);
      list.tell("done", decided.state_label);
      this.onDone(list);
    } catch (error) {
      list.tell(isRefusal(error) ? "refused" : "waits", `没有办成：${wordsAbout(error)}`);
      if (error instanceof SignedOutError) throw error;
    }
  }

  /** What was done is done; what got no answer can be tried again, and what was refused put right. */
  #tellDone() {
    const left = this.asked.filter(({ list }) => list.outcome !== "done");
    const waiting = left.filter(({ list }) => list.outcome === "waits").length;
    const rest = left.length > 0 ? `，${count(left.length)} 份没有办成，原因写在各行` : "";
    this.sending.textContent = `办成 ${count(this.asked.length - left.length)} 份${rest}。`;
    this.confirm.hidden = waiting === 0;
    this.confirm.textContent = `再试没有收到回答的 ${count(waiting)} 份`;
    this.back.hidden = left.length === 0;
    this.onward.hidden = false;
    focusOn(this.sending);
  }
}

/**
 * @param {unknown} error
 * @returns {boolean} Whether the same request, sent again, is refused again. What got no answer may
 *   have been done: then it is answered again.
 */
function isRefusal(error) {
  return error instanceof ProblemError && failureIn(error) === null;
}
