/** @import {RosterState} from "../contract.js" */
import { byId } from "../dom.js";
import { askBeforeLeaving } from "../leaving.js";
import { Papers } from "../papers/papers.js";
import { RosterForm } from "./roster-form.js";

/**
 * A unit brings scans or photos of papers to its list.
 *
 * @abstract
 */
export class UnitPapersForm extends RosterForm {
  /**
   * @param {string} id Of the part that unfolds, and where it is sent to below the list.
   * @param {string} box Of the papers.
   * @param {(roster: RosterState, accessCode: string) => void} onDone
   */
  constructor(id, box, onDone) {
    super(id, id, (roster, accessCode) => {
      this.papers.clear();
      onDone(roster, accessCode);
    });
    this.papers = new Papers(
      byId(box, HTMLElement),
      () => this.papers.settle(this.asking.summary),
      (file) => this.judge(file),
    );
    askBeforeLeaving(() => this.papers.files.length > 0);
  }

  /**
   * @override
   * @param {RosterState} roster What has ended needs no papers.
   */
  isOpen({ state }) {
    return state !== "withdrawn" && state !== "closed";
  }

  /**
   * @param {File} _file
   * @returns {Promise<string>} Why it cannot be one of these papers; nothing where it can.
   */
  async judge(_file) {
    return "";
  }

  get uploadIds() {
    return this.papers.received.map(({ uploadId }) => uploadId);
  }
}
