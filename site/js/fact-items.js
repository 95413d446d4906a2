import { element } from "./dom.js";

/** @typedef {[string, string]} Fact A name and what it is. */

/**
 * @param {Fact[]} facts
 * @returns {HTMLElement[]} For a `<dl class="facts">`.
 */
export function factItems(facts) {
  return facts.map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value)),
  );
}

/**
 * @param {[string, string | null | undefined][]} facts
 * @returns {Fact[]} Those of which something is known.
 */
export function given(facts) {
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}
