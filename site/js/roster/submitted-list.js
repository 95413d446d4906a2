/** @import {RosterForm} from "../contract.js" */
/** @import {Correction} from "./correction.js" */
/** @import {RosterPage} from "./steps.js" */
import { byId, reveal } from "../dom.js";
import { bearing, pathOf } from "../lookup.js";
import { Asking } from "../status/asking.js";
import { mayBeCorrected, SubmittedFile } from "../submitted-file.js";
import { submittedPeople } from "./submitted-people.js";

/** The list as it was submitted: it stands in the page to be mended, and nobody has to bring it. */
export class SubmittedList {
  section = byId("submitted-list", HTMLElement);
  asking = new Asking(this.section, byId("mend-submitted", HTMLButtonElement));
  file = new SubmittedFile();
  /** Of which version the list was given to the page. */
  #version = 0;

  /**
   * @param {Correction} correction
   * @param {RosterPage} page
   */
  constructor(correction, page) {
    this.correction = correction;
    this.page = page;
    this.asking.button.addEventListener("click", () => this.#mend());
  }

  /** Brings the list, unless another one was brought before a reload, or is meanwhile. */
  begin() {
    const { page } = this;
    const { roster, accessCode } = this.correction;
    this.file.offer(roster, accessCode);
    if (!mayBeCorrected(roster) || page.picker.attempt) return;
    this.#bring(async () => {
      if (!page.picker.attempt) await page.restore();
    });
  }

  /** To the cells of the list; another one that stands in the page makes room for it. */
  #mend() {
    const { page } = this;
    if (this.asking.isBusy) return;
    if (page.given && this.#version === this.correction.roster.version) {
      this.#show();
      return;
    }
    this.#bring(async () => {
      page.forgetList();
      page.draft.forget();
      await page.restore();
      this.#show();
    });
  }

  #show() {
    if (this.page.given) reveal(this.page.mending.section);
  }

  /** @param {() => Promise<void>} done */
  #bring(done) {
    const { roster, accessCode } = this.correction;
    const request = {
      path: `${pathOf(roster.receipt)}/form`,
      words: "正在打开已提交的名单…",
      headers: bearing(accessCode),
    };
    this.asking.send(request, (/** @type {RosterForm} */ form) => {
      this.#version = form.version;
      this.correction.prefilled = submittedPeople(form, this.correction.roster.reasons);
      void done();
    });
  }
}
