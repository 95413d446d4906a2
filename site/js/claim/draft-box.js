/** @import {Draft} from "./draft-store.js" */
import { byId, fill, partIn } from "../dom.js";
import { moment } from "../format.js";
import { clearDraft, saveDraft } from "./draft-store.js";

/** Typing is kept when it pauses. */
const PAUSE_MS = 300;
const NOT_KEPT = "这个浏览器现在存不下草稿。请不要关掉这一页，填好后直接提交。";

/** The tick that keeps a draft on this device, and what it says about it. */
export class DraftBox {
  tick = byId("keep-draft", HTMLInputElement);
  state = byId("draft-state", HTMLElement);
  restored = byId("restored", HTMLElement);
  /** @type {Map<string, File>} */
  #kept = new Map();
  #saving = Promise.resolve();
  #timer = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {() => {draft: Draft, files: Map<string, File>}} snapshot
   * @param {() => void} onClear Asked for by the person: what she typed goes as well.
   */
  constructor(form, snapshot, onClear) {
    this.form = form;
    this.snapshot = snapshot;
    form.addEventListener("input", () => this.saveSoon());
    this.tick.addEventListener("change", () => (this.tick.checked ? this.save() : this.forget()));
    // A phone may end the page as soon as it shows the camera.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.save();
    });
    for (const button of form.querySelectorAll("[data-clear-draft]")) {
      button.addEventListener("click", async () => {
        await this.forget();
        onClear();
      });
    }
  }

  get isKept() {
    return this.tick.checked;
  }

  /**
   * Says that a draft is back.
   *
   * @param {Draft} draft
   * @param {Map<string, File>} files
   */
  welcome({ savedAt }, files) {
    this.#kept = new Map(files);
    this.tick.checked = true;
    fill(this.restored, { restored: `已恢复 ${timeOf(savedAt)} 的草稿。` });
    this.restored.hidden = false;
    this.#offerToClear(true);
  }

  saveSoon() {
    clearTimeout(this.#timer);
    this.state.setAttribute("aria-busy", String(this.isKept));
    this.#timer = window.setTimeout(() => this.save(), PAUSE_MS);
  }

  /** @returns {Promise<void>} When all of it is kept, or cannot be. */
  save() {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#saveNow());
    return this.#saving;
  }

  /** Takes the draft off this device; what stands in the page stays there. */
  async forget() {
    clearTimeout(this.#timer);
    this.tick.checked = false;
    await this.#saving;
    await clearDraft();
    this.#kept.clear();
    this.restored.hidden = true;
    this.state.textContent = "";
    this.#offerToClear(false);
  }

  async #saveNow() {
    if (!this.isKept) return;
    const { draft, files } = this.snapshot();
    try {
      await saveDraft(draft, files, this.#kept);
      this.#kept = files;
      this.state.textContent = `草稿已存到这台设备，${timeOf(draft.savedAt)}。`;
      this.#offerToClear(true);
    } catch {
      this.state.textContent = NOT_KEPT;
    }
    this.state.setAttribute("aria-busy", "false");
  }

  /** @param {boolean} offered */
  #offerToClear(offered) {
    partIn(this.form, "clear").hidden = !offered;
  }
}

/** @param {number} milliseconds */
function timeOf(milliseconds) {
  return moment(new Date(milliseconds).toISOString());
}
