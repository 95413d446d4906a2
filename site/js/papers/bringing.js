/** @import {DocumentReport} from "../contract.js" */
/** @import {PaperFile} from "./paper-file.js" */
/** @import {PhotoLimits, Prepared} from "./photo.js" */
import { ProblemError } from "../api.js";
import { faultsOf } from "../problem.js";
import { callWithProofIfAsked } from "../proof-of-work.js";
import { upload } from "../upload.js";
import { prepare } from "./photo.js";
import { Refusal } from "./upload-queue.js";

const UNKNOWN_UPLOAD = "upload.unknown";

/**
 * @typedef {PhotoLimits & {tooLarge: string}} Limits As the page names them; `tooLarge` is what to
 *   say of a larger file.
 *
 * @typedef {(file: File) => Promise<string>} Judge Says why a file cannot be one of these papers;
 *   nothing where it can.
 */

/**
 * Brings one file to the server: shrinks it where it is a photo, sends it, has it looked at.
 *
 * @param {PaperFile} paper
 * @param {(change: Partial<PaperFile>) => void} tell
 * @param {AbortSignal} signal
 * @param {Limits} limits
 * @param {(page: Prepared) => void} onMore Called for each further page that a picture becomes.
 * @param {Judge} judge
 * @throws {Refusal} It cannot be used. Anything else may be tried again.
 */
export async function bring(paper, tell, signal, limits, onMore, judge) {
  if (!paper.prepared) {
    tell({ state: "shrinking" });
    const [first, ...others] = await prepare(paper.file, limits);
    goOn(signal);
    tell({ ...first, prepared: true });
    if (others.length > 0) tell({ name: paper.file.name });
    others.forEach(onMore);
    const refused = await judge(paper.file);
    if (refused) throw new Refusal(refused);
  }
  goOn(signal);
  if (paper.file.size > limits.maxBytes) throw new Refusal(limits.tooLarge);
  try {
    if (!paper.uploadId) await send(paper, tell, signal);
    tell({ state: "checking" });
    /** @type {DocumentReport} */
    const { findings } = await callWithProofIfAsked("claims/documents/check", {
      body: { upload_id: paper.uploadId },
    });
    tell({ findings });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (codesOf(error).includes(UNKNOWN_UPLOAD)) {
      tell({ uploadId: null, sentAt: null });
      throw error;
    }
    // What is no fault of the file's may be tried again.
    const isFiles = error.failure === null || error.failure === "large";
    throw isFiles ? new Refusal(faultsOf(error)[0]?.text) : error;
  }
}

/**
 * @param {AbortSignal} signal Its own `throwIfAborted` is younger than the browsers that are promised.
 * @throws {DOMException} The file was taken away meanwhile.
 */
function goOn({ aborted }) {
  if (aborted) throw new DOMException("taken away", "AbortError");
}

/**
 * @param {PaperFile} paper
 * @param {(change: Partial<PaperFile>) => void} tell
 * @param {AbortSignal} signal
 */
async function send(paper, tell, signal) {
  tell({ state: "sending", sent: 0 });
  const onProgress = (/** @type {number} */ sent) => tell({ state: "sending", sent });
  const { upload_id } = await upload(paper.file, "claim-document", onProgress, signal);
  tell({ uploadId: upload_id, sentAt: Date.now() });
}

/** @param {ProblemError} error */
function codesOf({ problem }) {
  return [problem.code, ...(problem.findings ?? []).map(({ code }) => code)];
}
