import { call } from "./api.js";
import { patiently, QUIETLY } from "./patience.js";

/**
 * Asks for an e-mail address only where the service sends mail: elsewhere nothing would come of it.
 *
 * @param {HTMLElement} part Whose questions about it, `data-mail`, are hidden until the service says so.
 */
export async function offerMail(part) {
  /** @type {NodeListOf<HTMLElement>} */
  const questions = part.querySelectorAll("[data-mail]");
  /** @type {Partial<import("../types/api.js").Health>} */
  const { sends_mail = false } = await patiently(() => call("health"), QUIETLY).catch(() => ({}));
  for (const each of questions) each.hidden = !sends_mail;
}
