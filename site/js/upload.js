/** @import {Ticket, UploadPurpose} from "./contract.js" */
import { call, FailedError } from "./api.js";
import { failureOfStorage } from "./failure-kind.js";

/** Types by ending: what Windows reports for .csv depends on the programs installed. */
const TYPES = new Map([
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["csv", "text/csv"],
  ["heic", "image/heic"],
]);
/** A phone that has lost its network may not notice: no byte in so long counts as lost. */
const STALLED_MS = 60_000;

/**
 * The type that a file is sent as.
 *
 * @param {{name: string, type: string}} file
 * @returns {string}
 */
export function contentType({ name, type }) {
  const ending = name.split(".").pop()?.toLowerCase() ?? "";
  return TYPES.get(ending) ?? (type || "application/octet-stream");
}

/**
 * Sends a file straight to storage.
 *
 * @param {File} file
 * @param {UploadPurpose} purpose What it is sent for.
 * @param {(sent: number) => void} onProgress Is told the part that has been sent, 0 to 1.
 * @param {AbortSignal} [signal] Gives it up.
 * @returns {Promise<Ticket>}
 * @throws {import("./api.js").ProblemError | FailedError}
 */
export async function upload(file, purpose, onProgress, signal) {
  /** @type {Ticket} */
  const ticket = await call("uploads", {
    body: { purpose, filename: file.name, size: file.size, content_type: contentType(file) },
  });
  await send(ticket, file, onProgress, signal);
  return ticket;
}

/**
 * @param {Ticket} ticket
 * @param {File} file
 * @param {(sent: number) => void} onProgress
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
function send(ticket, file, onProgress, signal) {
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append("file", file); // storage ignores whatever stands after it
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has been sent.
    const request = new XMLHttpRequest();
    const alive = watch(() => request.abort());
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      alive();
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      if (request.status < 300) resolve();
      else reject(new FailedError(failureOfStorage(request.status, request.responseText)));
    });
    request.addEventListener("error", async () => {
      reject(new FailedError((await isReadable(file)) ? "network" : "file"));
    });
    request.addEventListener("abort", () => reject(new FailedError("slow")));
    request.addEventListener("loadend", () => alive(false));
    signal?.addEventListener("abort", () => request.abort());
    request.open("POST", ticket.url);
    request.send(form);
  });
}

/**
 * Browsers send nothing of a file that was changed, or taken away, after it was chosen.
 *
 * @param {Blob} file
 */
async function isReadable(file) {
  try {
    await new Response(file.slice(0, 1)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {() => void} onStalled
 * @returns {(goesOn?: boolean) => void} To be called at every sign of life, and with false at the end.
 */
function watch(onStalled) {
  let timer = setTimeout(onStalled, STALLED_MS);
  return (goesOn = true) => {
    clearTimeout(timer);
    if (goesOn) timer = setTimeout(onStalled, STALLED_MS);
  };
}
