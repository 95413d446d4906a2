/** @import {Finding, List} from "../../contract.js" */
/** @import {Answer, Engine} from "./engine.js" */
/** @import {MarkedFile} from "./files.js" */
import { bytesIn } from "../../base64.js";
import { bareName } from "../../file-name.js";

/**
 * All of a list with what was found beside each row, made by Python on her own computer.
 *
 * @param {Engine} engine
 * @param {List} request As `POST /api/rosters/check` takes it.
 * @param {File} [file] The list's own.
 * @returns {Promise<Answer<MarkedFile>>}
 */
export async function markUp(engine, request, file) {
  /** @type {Answer<{data: string, stem: string, ending: string, findings: Finding[]}>} */
  const answer = await engine.ask("mark", request, [file]);
  const { report, ...without } = answer;
  if (!report) return without;
  const { data, stem, ending, findings } = report;
  const name = `${file ? bareName(file.name) : stem}${ending}`;
  return { report: { name, content: bytesIn(data), findings } };
}
