/** @import {Asking} from "./asking.js" */
import { saveFrom } from "../download.js";
import { bearing, pathOf } from "../lookup.js";

/**
 * Has the service make a file of a list, which changes nothing, and the browser save it.
 *
 * @param {Asking} asking
 * @param {object} file
 * @param {string} file.receipt
 * @param {string} file.accessCode
 * @param {string} file.part Where it is made, below the list.
 * @param {string} file.words What is said meanwhile.
 * @param {() => boolean} [file.isWanted] Whether anybody still waits for it.
 * @param {(made: any) => string} begun What is said once it is on its way.
 */
export function saveMade(asking, { receipt, accessCode, part, words, isWanted }, begun) {
  if (asking.isBusy) return;
  const path = pathOf(receipt) + part;
  const request = { path, words, body: {}, changes: false, headers: bearing(accessCode) };
  asking.send(request, (made) => {
    if (isWanted && !isWanted()) return;
    saveFrom(made.url);
    asking.status.textContent = begun(made);
  });
}
