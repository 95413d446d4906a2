/** @import {Helper} from "./helper.js" */
/** @import {Report} from "./report.js" */
/** @import {Errand} from "./errand.js" */
/** @import {Step} from "./steps.js" */
import { siteAddress } from "../address.js";
import { allowSubmit, byId } from "../dom.js";
import { openLinksBeside } from "../leaving.js";
import { FirstReport } from "./first-report.js";

const START = "start";
const NOT_OPENED =
  "没有打开：可能是网络断了，也可能是网站刚刚更新过。请再点一次；还是不行，请刷新页面。";

/**
 * The guide with its helper, and the report that follows. What each needs is fetched when it is
 * asked for, so that the page is light for who only wants to read.
 */
class ClaimPage {
  helperForm = byId("helper-form", HTMLFormElement);
  opening = byId("opening", HTMLElement);
  title = document.title;
  /** @type {Promise<Helper> | null} */
  #helper = null;
  /** @type {Report | null} */
  #report = null;
  #hasResumed = false;

  /** @param {Errand} errand */
  constructor(errand) {
    this.errand = errand;
  }

  async start() {
    this.helperForm.reset();
    // From the first touch on she will want an answer.
    for (const name of ["input", "focusin"]) {
      this.helperForm.addEventListener(name, () => this.helper().catch(() => {}), { once: true });
    }
    this.helperForm.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#opening(async () => (await this.helper()).submit());
    });
    for (const button of document.querySelectorAll("button[data-report]")) {
      button.addEventListener("click", () => this.#opening(() => this.begin()));
    }
    addEventListener("popstate", ({ state }) => this.#opening(() => this.show(state?.step)));
    history.replaceState({ step: START }, "");
    try {
      await this.#opening(() => this.#resume());
    } finally {
      this.#allow();
    }
  }

  #allow() {
    allowSubmit(this.helperForm);
    openLinksBeside(this.helperForm);
    /** @type {HTMLButtonElement | null} */
    const direct = this.helperForm.querySelector("[data-report]");
    if (direct) direct.disabled = false;
  }

  /** @returns {Promise<Helper>} */
  helper() {
    this.#helper ??= import("./helper.js").then(({ Helper }) => new Helper(this.errand.today));
    this.#helper.catch(() => (this.#helper = null));
    return this.#helper;
  }

  /** Into the report, with what was answered before; or into a draft that did not open at first. */
  async begin() {
    if (!this.#hasResumed && (await this.#resume())) return;
    const answered = this.errand.answered ?? (await this.helper());
    const report = await this.report();
    if (answered.isNew) report.take(answered.given);
    answered.isNew = false;
    this.go(report.step);
  }

  /** @returns {Promise<Report>} */
  async report() {
    if (this.#report) return this.#report;
    const { Report } = await import("./report.js");
    this.#report = new Report(this.errand, {
      go: (step) => this.go(step),
      leave: () => location.reload(),
    });
    return this.#report;
  }

  /** @param {Step | "start"} step */
  go(step) {
    history.pushState({ step }, "", siteAddress(this.errand.address));
    this.show(step);
  }

  /**
   * @param {Step | "start" | undefined} step As the history names it; without a report there is
   *   only the start.
   */
  show(step) {
    const report = this.#report;
    if (report?.isDone) return;
    const isStart = !report || !step || step === START;
    document.body.classList.toggle("reporting", !isStart);
    document.title = this.title;
    if (isStart) {
      report?.hide();
      return;
    }
    report.show(step);
    document.title = `${report.heading} - ${this.title}`;
  }

  /**
   * Goes on with a draft that this device has kept.
   *
   * @returns {Promise<boolean>} Whether there is one.
   */
  async #resume() {
    const kept = await this.errand.kept();
    if (kept) {
      const report = await this.report();
      this.go(report.restore(kept.draft, kept.files));
    }
    this.#hasResumed = true;
    return kept !== null;
  }

  /** @param {() => unknown} work What may have to be fetched first. */
  async #opening(work) {
    try {
      await work();
      this.opening.textContent = "";
    } catch (error) {
      this.opening.textContent = NOT_OPENED;
      throw error;
    }
  }
}

if (new URLSearchParams(location.search).has("demo")) {
  import("./demo.js").then(({ startDemo }) => new ClaimPage(startDemo()).start());
} else {
  new ClaimPage(new FirstReport()).start();
}
