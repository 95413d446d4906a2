/** @import {Checker} from "./checker.js" */
import { pageLoaded } from "../../dom.js";

/** After the page has loaded: what checks lists here must not stand in its way. */
const AFTER_MS = 1_500;

/** @param {(checker: Checker) => void} onBegun Is given it once its script is there. */
export async function beginLater(onBegun) {
  await pageLoaded();
  setTimeout(() => {
    // Where it does not come, the service checks.
    import("./checker.js").then(({ Checker }) => onBegun(new Checker())).catch(() => {});
  }, AFTER_MS);
}
