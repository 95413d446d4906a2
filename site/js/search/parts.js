/**
 * @template {Element} E
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
function found(root, selector, kind) {
  const element = root.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`the search has no ${selector}`);
}

/** The elements of site/overrides/search.html. */
export class SearchParts {
  toggle = found(document, "#__search", HTMLInputElement);
  root = found(document, ".site-search", HTMLElement);
  form = found(this.root, "form", HTMLFormElement);
  question = found(this.root, ".search-question", HTMLInputElement);
  list = found(this.root, ".search-list", HTMLOListElement);
  /** The line that tells whom to ask. */
  help = found(this.root, ".search-help", HTMLElement);
  #output = found(this.root, ".search-output", HTMLElement);
  #state = found(this.root, "[role=status]", HTMLElement);

  /**
   * Says how it stands, in the page's words.
   *
   * @param {"empty" | "loading" | "found" | "none" | "failed"} state
   * @param {number} [count] Of what was found.
   */
  say(state, count = 0) {
    const said = (this.#output.dataset[state] ?? "").replace("{count}", String(count));
    // A status that is written again would be read again.
    if (this.#state.textContent !== said) this.#state.textContent = said;
  }
}
