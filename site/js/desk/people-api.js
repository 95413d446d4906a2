/** @import {Archive} from "./contract.js" */
/** @import {Erasable, KeptContacts, PersonFound} from "../../types/api.js" */
/** @import {StandingRestrictions, WaitingErasures} from "../../types/api.js" */

/**
 * The desk's routes about somebody: her whole number or phone travels in the body only. All of them
 * throw what `call` throws.
 */
export class PeopleApi {
  #ask;

  /** @param {(path: string, options?: {body: unknown}) => Promise<any>} ask As whoever is signed in. */
  constructor(ask) {
    this.#ask = ask;
  }

  /**
   * @param {string} id_number
   * @returns {Promise<PersonFound>}
   */
  find(id_number) {
    return this.#ask("search", { body: { id_number } });
  }

  /**
   * @param {string} id_number
   * @param {string} reason How she has asked for it.
   * @param {boolean} is_verified Whether it is she who asks, or who she has sent.
   * @returns {Promise<Archive>}
   */
  copy(id_number, reason, is_verified) {
    return this.#ask("copy", { body: { id_number, reason, is_verified } });
  }

  /**
   * @param {string} phone
   * @param {boolean} is_verified Whether it is she who asks, or who she has sent.
   * @returns {Promise<KeptContacts>}
   */
  contacts(phone, is_verified) {
    return this.#ask("contacts", { body: { phone, is_verified } });
  }

  /**
   * @param {object} body
   * @returns {Promise<PersonFound>} As she is found then.
   */
  restrict(body) {
    return this.#ask("restrictions", { body });
  }

  /** @returns {Promise<StandingRestrictions>} Of nobody by name or number. */
  restrictions() {
    return this.#ask("restrictions");
  }

  /**
   * @param {"" | "/look" | "/confirm" | "/decline"} what What is done about it; proposed where nothing is said.
   * @param {object} body
   * @returns {Promise<Erasable>}
   */
  erase(what, body) {
    return this.#ask(`erasures${what}`, { body });
  }

  /** @returns {Promise<WaitingErasures>} Of nobody by name or number. */
  waitingErasures() {
    return this.#ask("erasures");
  }
}
