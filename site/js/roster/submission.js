/** @import {Submission} from "../contract.js" */

/**
 * The keys under which submissions are sent: the same for every try at the same content, so that
 * the server stores it once however often the network fails; another one once anything changes.
 */
export class SubmissionKeys {
  /** @type {Map<string, string>} */
  #keys = new Map();

  /** @param {() => string} [makeKey] */
  constructor(makeKey = () => crypto.randomUUID()) {
    this.makeKey = makeKey;
  }

  /**
   * @param {Submission} submission
   * @returns {string}
   */
  for(submission) {
    const content = JSON.stringify(submission);
    const key = this.#keys.get(content) ?? this.makeKey();
    this.#keys.set(content, key);
    return key;
  }
}
