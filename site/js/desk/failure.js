/** @import {ErrorSummary} from "../error-summary.js" */
import { SignedOutError } from "../api.js";
import { faultsOf } from "../problem.js";

/**
 * Says above a form why what it has asked for was not done; who has to sign in again is led there.
 *
 * @param {unknown} error
 * @param {ErrorSummary} summary
 * @param {(error: unknown) => void} onSignedOut
 */
export function showFailure(error, summary, onSignedOut) {
  if (error instanceof SignedOutError) onSignedOut(error);
  else summary.show(faultsOf(error));
}
