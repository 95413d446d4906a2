/** @import {List, TypedRow} from "../contract.js" */
/** @import {Fault} from "../fault.js" */
/** @import {Attempt} from "./file-picker.js" */
import { FilePicker } from "./file-picker.js";
import { here, keepHere, uploaded } from "./here/files.js";
import { PastedRows } from "./pasted-rows.js";
import { TypedRows } from "./typed-rows.js";

/** @typedef {(attempt: Attempt) => Promise<List>} Bring What brings a list, and tells how far it is. */
/**
 * What is done with a list.
 *
 * @typedef {object} Takers
 * @property {(attempt: Attempt, field: string, bring: Bring) => void} onList It is on its way from
 *   this input.
 * @property {(faults: Fault[]) => void} onMissing There is none.
 * @property {(isChanged: (list: List) => boolean) => void} onEdit Lists that came from there are
 *   being changed, and no longer what was checked.
 * @property {(list: List) => boolean} isGiven Whether the page came with it, so that it has none of
 *   these sources.
 */

/** From where a list comes: a file, rows that are pasted, or rows that are typed one by one. */
export class ListSources {
  /**
   * @param {HTMLElement} section The step of the page that asks for a list.
   * @param {Takers} takers
   */
  constructor(section, { onList, onMissing, onEdit, isGiven }) {
    this.isGiven = isGiven;
    this.picker = new FilePicker(section, (file) => {
      const upload_id = keepHere(file);
      if (here.takes(file)) {
        onList(this.picker.beginWithout(file.name), "upload_id", async () => ({ upload_id }));
      } else {
        onList(this.picker.begin(file), "upload_id", (now) =>
          uploaded({ upload_id }, (sent) => now.sent(sent)),
        );
      }
    });
    this.pasted = new PastedRows({
      onRows: (text) =>
        onList(this.picker.beginWithout("粘贴的名单"), "text", async () => ({ text })),
      onMissing,
      onEdit: () => onEdit(isPasted),
    });
    this.typed = new TypedRows({
      onRows: (rows) =>
        onList(this.picker.beginWithout("填写的名单"), "rows", async () => ({ rows })),
      onMissing,
      onEdit: () => onEdit((list) => this.#isTyped(list)),
    });
  }

  /**
   * To the place from which a list came.
   *
   * @param {List | null} list
   */
  ask(list) {
    if (list && isPasted(list)) this.pasted.focus();
    else if (list && this.#isTyped(list)) this.typed.focus();
    else this.picker.ask();
  }

  /** @param {List} list Shown where it was typed, with what was changed in it since. */
  show(list) {
    if (this.#isTyped(list)) this.typed.fill(list.rows, list.mends);
  }

  /**
   * @param {List} list
   * @returns {list is List & {rows: TypedRow[]}}
   */
  #isTyped(list) {
    return "rows" in list && !this.isGiven(list);
  }
}

/** @param {List} list */
function isPasted(list) {
  return "text" in list;
}
