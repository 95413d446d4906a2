/** @import {Ticket} from "../contract.js" */
import { call, FileRefusedError, UnreachableError } from "../api.js";

/** Types by ending: what Windows reports for .csv depends on the programs installed. */
const TYPES = new Map([
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["csv", "text/csv"],
]);

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
 * @param {(sent: number) => void} onProgress Is told the part that has been sent, 0 to 1.
 * @returns {Promise<string>} The upload's id.
 * @throws {import("../api.js").ProblemError | FileRefusedError | UnreachableError}
 */
export async function upload(file, onProgress) {
  /** @type {Ticket} */
  const ticket = await call("uploads", {
    body: {
      purpose: "roster",
      filename: file.name,
      size: file.size,
      content_type: contentType(file),
    },
  });
  await send(ticket, file, onProgress);
  return ticket.upload_id;
}

/**
 * @param {Ticket} ticket
 * @param {File} file
 * @param {(sent: number) => void} onProgress
 * @returns {Promise<void>}
 */
function send(ticket, file, onProgress) {
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append("file", file); // storage ignores whatever stands after it
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has been sent.
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      if (request.status < 300) resolve();
      else reject(new FileRefusedError(request.status));
    });
    request.addEventListener("error", () => reject(new UnreachableError()));
    request.open("POST", ticket.url);
    request.send(form);
  });
}
