/** @import {Me} from "./contract.js" */
import { fill } from "../dom.js";
import { moment } from "../format.js";
import { rolesInWords } from "./words.js";

/**
 * Writes at the head of whatever is printed when that was, and by whom.
 *
 * @param {HTMLElement} root In which the head's slot is.
 * @param {() => Me | null} whoIsIn
 */
export function signPrints(root, whoIsIn) {
  addEventListener("beforeprint", () => {
    const me = whoIsIn();
    if (!me) return;
    const who = `${me.name}（${rolesInWords(me.roles)}）`;
    fill(root, { printed_by: `${moment(new Date().toISOString())}打印，${who}` });
  });
}
