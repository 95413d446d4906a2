/** @import {PaperFile} from "../papers/paper-file.js" */
/** @import {ClaimStay} from "../contract.js" */

/**
 * @typedef {Omit<PaperFile, "file">} KeptPaper Its bytes are kept beside the draft.
 *
 * @typedef {object} Draft A report that was begun.
 * @property {number} savedAt In milliseconds since 1970.
 * @property {string} step
 * @property {Record<string, string>} answers
 * @property {ClaimStay[]} stays
 * @property {KeptPaper[]} papers
 * @property {[string, string][]} keys What was sent without an answer, and under which key.
 */

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
 * Keeps the draft, and of its files those that are not kept yet; others go.
 *
 * @param {Draft} draft
 * @param {Map<string, File>} files The bytes of all its papers by id.
 * @param {Map<string, File>} kept Those of them that are kept already.
 * @throws {DOMException} The browser keeps nothing, or has no room left.
 */
export function saveDraft(draft, files, kept) {
  return within("readwrite", async (drafts, store) => {
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
