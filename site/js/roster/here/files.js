/** @import {Finding, List, RenewalReport} from "../../contract.js" */
import { upload } from "../../upload.js";

/** How the id begins by which this page knows a file that was not sent. */
const HERE = "here:";
/** A file is sent anew so long before the service forgets it, in milliseconds. */
const BEFORE_MS = 5 * 60_000;
/** @type {Map<string, File>} */
const files = new Map();
/** @type {Map<string, {upload_id: string, until: number}>} */
const sent = new Map();

/** A file that was not sent is known to the page no longer: it was loaded again since. */
export class FileGoneError extends Error {
  constructor() {
    super("the page does not have the file any more");
    this.name = "FileGoneError";
  }
}

/**
 * What checks lists here, once it is ready.
 *
 * @typedef {object} Here
 * @property {(file: File) => boolean} takes Whether a file that is chosen now stays here.
 * @property {(id: string) => void} onSent Is told when one was sent all the same.
 * @property {(list: List, last: File, lastDay: string | undefined) => Promise<RenewalReport | null>} compare
 *   Compares a list with last year's; null: the service must do it.
 * @property {(list: List) => Promise<MarkedFile | null>} markUp Marks all of a list up; null: as before.
 */
/**
 * @typedef {{name: string, content: Uint8Array<ArrayBuffer>, findings: Finding[]}} MarkedFile
 *   `findings` say what of her own file is not in it.
 */

/** @type {Here} */
export const here = {
  takes: () => false,
  onSent: () => {},
  compare: async () => null,
  markUp: async () => null,
};

/**
 * @param {File} file
 * @returns {string} In the place of an upload's id; the same for the same file, also after a reload.
 */
export function keepHere(file) {
  const id = `${HERE}${file.size}:${file.lastModified}:${file.name}`;
  // By the same id another file may be meant, whose bytes were changed and nothing else.
  if (files.get(id) !== file) sent.delete(id);
  files.set(id, file);
  return id;
}

/**
 * @param {List} list
 * @returns {string[]} The ids of files in it that the page has not sent by itself.
 */
export function keptIn(list) {
  const ids = list.base ? keptIn(list.base) : [];
  return "upload_id" in list && list.upload_id.startsWith(HERE) ? [...ids, list.upload_id] : ids;
}

/**
 * @param {string} id
 * @returns {File}
 * @throws {FileGoneError}
 */
export function fileOf(id) {
  const file = files.get(id);
  if (!file) throw new FileGoneError();
  return file;
}

/**
 * @param {List} list
 * @returns {boolean} Whether a file of it was sent all the same, for something that she asked for.
 */
export function isSent(list) {
  return keptIn(list).some((id) => sent.has(id));
}

/**
 * @param {List} before A list of this page, perhaps of before it was loaded again.
 * @param {List} now
 * @returns {boolean} Whether both are one file that stayed here before.
 */
export function holdsSameFile(before, now) {
  const [id, ...more] = keptIn(before);
  if (id === undefined || more.length > 0) return false;
  const own = "upload_id" in now ? now.upload_id : "";
  return own === id || own === sent.get(id)?.upload_id;
}

/**
 * The same for the service: files that stayed here are sent now, each once.
 *
 * @template {List} L
 * @param {L} list
 * @param {(sent: number) => void} [onProgress]
 * @returns {Promise<L>}
 * @throws {FileGoneError | import("../../api.js").FailedError | import("../../api.js").ProblemError}
 */
export async function uploaded(list, onProgress = () => {}) {
  const base = list.base && { base: await uploaded(list.base, onProgress) };
  const own = "upload_id" in list ? list.upload_id : "";
  if (!own.startsWith(HERE)) return { ...list, ...base };
  return { ...list, ...base, upload_id: await sentAs(own, onProgress) };
}

/**
 * @param {string} id
 * @param {(sent: number) => void} onProgress
 */
async function sentAs(id, onProgress) {
  const before = sent.get(id);
  if (before && Date.now() < before.until) return before.upload_id;
  const { upload_id, expires_at } = await upload(fileOf(id), "roster", onProgress);
  sent.set(id, { upload_id, until: Date.parse(expires_at) - BEFORE_MS });
  here.onSent(id);
  return upload_id;
}
