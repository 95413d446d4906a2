/** @import {PaperFile} from "../papers/paper-file.js" */
/** @import {ClaimStay} from "../contract.js" */

/**
 * @typedef {Omit<PaperFile, "file">} KeptPaper Its bytes are kept beside the draft.
 *
 * @typedef {object} Draft A report that was begun.
 * @property {number} savedAt In milliseconds since 1970.
 * @property {number} [revision] How often it was saved, by whichever tab.
 * @property {string} step
 * @property {Record<string, string>} answers
 * @property {ClaimStay[]} stays
 * @property {KeptPaper[]} papers
 * @property {[string, string][]} keys What was sent without an answer, and under which key.
 */

/** Another tab has saved or cleared the draft since this one last knew it. */
export class DraftConflictError extends Error {
  /** @param {boolean} isCleared Whether there is no draft any more. */
  constructor(isCleared) {
    super("another tab has changed the draft");
    this.isCleared = isCleared;
  }
}

const NAME = "ankangbao-claim";
const VERSION = 1;
const DRAFTS = "drafts";
const FILES = "files";
/** There is one draft on a device. */
const ONLY = "draft";

/**
 * @returns {Promise<{draft: Draft, files: Map<string, File>} | null>} Null where none is kept, or
 *   the browser keeps nothing.
 */
export async function loadDraft() {
  try {
    return await within("readonly", async (drafts, files) => {
      const [draft, ids, kept] = await Promise.all([
        answerTo(drafts.get(ONLY)),
        answerTo(files.getAllKeys()),
        answerTo(files.getAll()),
      ]);
      if (!draft) return null;
      return { draft, files: new Map(ids.map((id, place) => [String(id), kept[place]])) };
    });
  } catch {
    return null;
  }
}

/**
 * Keeps the draft, and of its files those that are not kept yet; others go. Then the store is
 * asked whether all of it is there.
 *
 * @param {Draft} draft
 * @param {Map<string, File>} files The bytes of all its papers by id.
 * @param {Map<string, File>} kept Those of them that are kept already.
 * @param {number} seen The revision that this tab knows; 0: none.
 * @returns {Promise<number>} The revision that is kept now.
 * @throws {DraftConflictError} Another tab was faster; nothing is changed.
 * @throws {Error} The browser keeps nothing, or has no room left.
 */
export async function saveDraft(draft, files, kept, seen) {
  const revision = seen + 1;
  await put({ ...draft, revision }, files, kept, seen);
  const found = await within("readonly", async (drafts, store) => {
    const [there, ids] = await Promise.all([
      answerTo(drafts.get(ONLY)),
      answerTo(store.getAllKeys()),
    ]);
    return there?.revision === revision && [...files.keys()].every((id) => ids.includes(id));
  });
  if (!found) throw new Error("the draft is not in the store");
  return revision;
}

/**
 * @param {Draft} draft
 * @param {Map<string, File>} files
 * @param {Map<string, File>} kept
 * @param {number} seen
 */
function put(draft, files, kept, seen) {
  return within("readwrite", async (drafts, store) => {
    const there = await answerTo(drafts.get(ONLY));
    if ((there?.revision ?? 0) !== seen) throw new DraftConflictError(!there);
    for (const [id, file] of files) if (kept.get(id) !== file) store.put(file, id);
    for (const id of kept.keys()) if (!files.has(id)) store.delete(id);
    drafts.put(draft, ONLY);
  });
}

/** Takes away all that is kept on this device. */
export async function clearDraft() {
  try {
    await within("readwrite", async (drafts, files) => {
      drafts.clear();
      files.clear();
    });
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(drafts: IDBObjectStore, files: IDBObjectStore) => Promise<T>} work
 * @returns {Promise<T>} When it is durable.
 */
async function within(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction([DRAFTS, FILES], mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    const result = await work(transaction.objectStore(DRAFTS), transaction.objectStore(FILES));
    await done;
    return result;
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(DRAFTS);
    request.result.createObjectStore(FILES);
  };
  return answerTo(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answerTo(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
