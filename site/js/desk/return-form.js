/** @import {Case, ReturnRequest} from "./contract.js" */
/** @import {Listeners} from "./decision-form.js" */
/** @import {Entry} from "./entry-list.js" */
import { element } from "../dom.js";
import { fault } from "../fault.js";
import { missingIn } from "../missing.js";
import { DecisionForm } from "./decision-form.js";
import { EntryList } from "./entry-list.js";
import { labelOf } from "./picked-article.js";
import { offerReadyWords } from "./ready-words.js";
import { readRows, rowsInWords } from "../row-numbers.js";
import { UNREADABLE_ROWS } from "./words.js";
import { withBasis } from "../sentence.js";

/**
 * A list goes back to its unit, with reasons (第十一条).
 *
 * @extends {DecisionForm<ReturnRequest, Case>}
 */
export class ReturnForm extends DecisionForm {
  /**
   * @param {Listeners<Case>} listeners
   * @param {import("./people.js").PeopleView} people Of the list.
   */
  constructor(listeners, people) {
    super("return", listeners);
    this.people = people;
    this.reasons = new EntryList(
      /** @type {HTMLElement} */ (this.section.querySelector(".entries")),
    );
    offerReadyWords(this.questions);
  }

  /**
   * @override
   * @param {Case} roster
   */
  isOpen({ may_decide, state }) {
    return may_decide && state === "submitted";
  }

  /** @override */
  get typed() {
    return { reasons: this.reasons.values };
  }

  /** @override */
  set typed(typed) {
    this.reasons.values = typed?.reasons ?? [];
  }

  /** @override */
  read() {
    const entries = this.reasons.values;
    const faults = [
      ...missingIn(this.questions),
      ...entries.flatMap(({ rows = "" }, index) =>
        readRows(rows) ? [] : [fault(`reasons.${index}.rows`, UNREADABLE_ROWS)],
      ),
    ];
    return faults.length > 0 ? { faults } : { request: { reasons: entries.map(reasonOf) } };
  }

  /**
   * @override
   * @param {ReturnRequest} request
   * @param {Case} roster
   */
  async judge({ reasons }, { version }) {
    const named = reasons.flatMap(({ rows = [] }) => rows);
    const nobodys = new Set(await this.people.nobodys(named, version));
    return reasons.flatMap(({ rows = [] }, index) => {
      const wrong = rows.filter((row) => nobodys.has(row));
      return wrong.length > 0 ? [fault(`reasons.${index}.rows`, notInList(wrong))] : [];
    });
  }

  /**
   * @override
   * @param {ReturnRequest} request
   * @param {Case} roster
   */
  says({ reasons }, roster) {
    const items = reasons.map(({ text, article, rows = [] }) => {
      const where = rows.length > 0 ? `第 ${rowsInWords(rows)} 行：` : "整份名单：";
      return element("li", {}, `${where}${withBasis(text, article && labelOf(article))}`);
    });
    return [
      element("p", {}, `单位“${roster.unit.name}”会看到下面的原因，改好后用原来的回执号再交一次：`),
      element("ol", {}, ...items),
    ];
  }
}

/** @param {number[]} rows */
function notInList(rows) {
  return `名单里没有第 ${rowsInWords(rows)} 行。请对照下面的名单写行号。`;
}

/** @param {Entry} entry */
function reasonOf({ text = "", article = "", rows = "" }) {
  return { text, ...(article && { article }), rows: readRows(rows) ?? [] };
}
