/** @import {ClaimReceipt} from "../contract.js" */
import { element, fill, partIn } from "../dom.js";

/**
 * Says what else to bring where somebody else is paid than the insured; else the part goes away.
 *
 * @param {HTMLElement} section Holds the template claim/payee-papers.html.
 * @param {ClaimReceipt["payee_papers"]} asked
 */
export function showPayeePapers(section, asked) {
  const part = partIn(section, "payee-papers");
  part.hidden = !asked;
  if (!asked) return;
  /** @type {HTMLElement | null} */
  const brought = part.querySelector("[data-slot=payee_brought]");
  const { dataset: { brought: some = "", open = "" } = {} } = brought ?? {};
  fill(part, { payee_name: asked.name, payee_brought: asked.is_brought ? some : open });
  part.querySelector("ul")?.replaceChildren(...asked.papers.map((each) => element("li", {}, each)));
}
