/** @import {Draft} from "./draft-store.js" */
import { byId, fill, partIn } from "../dom.js";
import { moment } from "../format.js";
import { clearDraft, DraftConflictError, saveDraft } from "./draft-store.js";

/** Typing is kept when it pauses. */
const PAUSE_MS = 300;
const SAVED_ELSEWHERE =
  "另一个标签页里也开着这份报案，它刚存过草稿。这一页后来填的、添的没有存进草稿：请回那一页接着填，把这里多出来的材料加过去，再关掉这一页。";
const CLEARED_ELSEWHERE =
  "草稿已经在另一个标签页提交或清除。这一页填的没有存进草稿：已经提交过的，请不要再提交一次；还没有的，请重新勾选“把草稿留在这台设备上”。";
const CHANNEL = "ankangbao-claim-draft";
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
  /** The draft as this tab knows it; 0: none is kept. */
  #revision = 0;
  /** What was kept last, so that looking at another tab saves nothing. */
  #content = "";
  #others = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : null;

  /**
   * @param {HTMLFormElement} form
   * @param {() => {draft: Draft, files: Map<string, File>}} snapshot
   * @param {() => void} onClear Asked for by the person: what she typed goes as well.
   */
  constructor(form, snapshot, onClear) {
    this.form = form;
    this.snapshot = snapshot;
    form.addEventListener("input", () => this.saveSoon());
    this.#others?.addEventListener("message", ({ data: { isCleared } }) => {
      if (this.isKept) this.#sayConflict(isCleared);
    });
    this.tick.addEventListener("change", () => (this.tick.checked ? this.save() : this.forget()));
    // A phone may end the page as soon as it shows the camera.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.save();
    });
    for (const button of form.querySelectorAll("[data-clear-draft]")) {
      button.addEventListener("click", async () => {
        await this.forget({ ofOthers: true });
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
  welcome(draft, files) {
    const { savedAt, revision = 0 } = draft;
    this.#revision = revision;
    this.#content = contentOf(draft);
    this.#sayKept(savedAt, files.size);
    this.#kept = new Map(files);
    this.tick.checked = true;
    const papers = files.size > 0 ? `，其中有 ${files.size} 份材料` : "";
    fill(this.restored, {
      restored: `已恢复 ${timeOf(savedAt)} 的草稿${papers}。`,
    });
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

  /**
   * Takes the draft off this device; what stands in the page stays there.
   *
   * @param {{ofOthers?: boolean}} [which] Also the draft that another tab keeps.
   */
  async forget({ ofOthers = false } = {}) {
    clearTimeout(this.#timer);
    this.tick.checked = false;
    await this.#saving;
    if (ofOthers || this.#revision > 0) {
      await clearDraft();
      this.#others?.postMessage({ isCleared: true });
    }
    this.#letGo();
    this.restored.hidden = true;
    this.state.textContent = "";
    this.#offerToClear(false);
  }

  async #saveNow() {
    if (!this.isKept) return;
    const { draft, files } = this.snapshot();
    const content = contentOf(draft);
    if (this.#revision > 0 && content === this.#content) {
      this.state.setAttribute("aria-busy", "false");
      return;
    }
    try {
      this.#revision = await saveDraft(draft, files, this.#kept, this.#revision);
      this.#kept = files;
      this.#content = content;
      this.#others?.postMessage({ isCleared: false });
      this.#sayKept(draft.savedAt, files.size);
      this.#offerToClear(true);
    } catch (error) {
      if (error instanceof DraftConflictError) this.#sayConflict(error.isCleared);
      else this.state.textContent = NOT_KEPT;
    }
    this.state.setAttribute("aria-busy", "false");
  }

  /**
   * This tab keeps nothing any more, so that nothing of the other one's is lost.
   *
   * @param {boolean} isCleared
   */
  #sayConflict(isCleared) {
    this.tick.checked = false;
    this.#letGo();
    this.state.textContent = isCleared ? CLEARED_ELSEWHERE : SAVED_ELSEWHERE;
    this.state.setAttribute("role", "alert");
    this.#offerToClear(false);
  }

  #letGo() {
    this.#revision = 0;
    this.#content = "";
    this.#kept.clear();
  }

  /**
   * @param {number} savedAt
   * @param {number} papers How many files are in the store.
   */
  #sayKept(savedAt, papers) {
    const files = papers > 0 ? `，连同 ${papers} 份材料` : "";
    this.state.textContent = `草稿已存到这台设备${files}，${timeOf(savedAt)}。`;
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

/**
 * @param {Draft} draft
 * @returns {string} All of it but when it was saved, and how far its papers are.
 */
function contentOf({ step, answers, stays, papers, keys }) {
  const files = papers.map(({ id, kind, uploadId }) => ({ id, kind, uploadId }));
  return JSON.stringify({ step, answers, stays, files, keys });
}
