/**
 * The keys under which submissions are sent: the same for every try at the same content, so that
 * the server stores it once however often the network fails; another one once anything changes.
 */
export class SubmissionKeys {
  /** @type {Map<string, string>} */
  #keys;

  /**
   * @param {Iterable<[string, string]>} [known] Of tries before, as `entries` gave them.
   * @param {() => string} [makeKey]
   */
  constructor(known = [], makeKey = () => crypto.randomUUID()) {
    this.#keys = new Map(known);
    this.makeKey = makeKey;
  }

  /** @returns {[string, string][]} Content and key, to be kept with a draft. */
  get entries() {
    return [...this.#keys];
  }

  /**
   * @param {unknown} submission What is sent, as JSON can write it.
   * @returns {string}
   */
  for(submission) {
    const content = JSON.stringify(submission);
    const key = this.#keys.get(content) ?? this.makeKey();
    this.#keys.set(content, key);
    return key;
  }
}
