/** @import {Line, Patience} from "../patience.js" */
import { patiently } from "../patience.js";
import { resting } from "../resting.js";
import { upload } from "../upload.js";

/**
 * Does something with the files that are chosen; meanwhile no others are.
 *
 * @param {HTMLInputElement} input
 * @param {(files: [File, ...File[]]) => Promise<void>} work
 */
export function onChosen(input, work) {
  input.addEventListener("change", () => {
    const [first, ...more] = input.files ?? [];
    // So that choosing the same file, mended, counts as a change.
    input.value = "";
    if (first) resting(input, () => work([first, ...more]));
  });
}

/**
 * Sends a file and asks what the service reads in it, patiently. It is sent once: where the answer
 * does not come, only that is asked for again.
 *
 * @template T
 * @param {File} file
 * @param {(upload_id: string) => Promise<T>} ask
 * @param {Line} line Says what goes on.
 * @param {Patience} [patience]
 * @returns {Promise<{upload_id: string, found: T}>}
 */
export async function readFromFile(file, ask, line, patience) {
  let upload_id = "";
  const work = async () => {
    upload_id ||= (await upload(file, "roster", () => {})).upload_id;
    return ask(upload_id);
  };
  const found = await patiently(work, line, patience);
  return { upload_id, found };
}
