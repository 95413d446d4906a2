/** @import {Line, Patience} from "../patience.js" */
import { patiently } from "../patience.js";
import { upload } from "../upload.js";

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
