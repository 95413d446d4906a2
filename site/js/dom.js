/**
 * The page's element with this id.
 *
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} kind The class it must be of.
 * @returns {E}
 * @throws {Error} The page has no such element.
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${kind.name} #${id}`);
}

/**
 * The part of a section that `data-part` names.
 *
 * @param {Element} section
 * @param {string} name
 * @returns {HTMLElement}
 * @throws {Error} The page has no such part.
 */
export function partIn(section, name) {
  const found = section.querySelector(`[data-part="${name}"]`);
  if (found instanceof HTMLElement) return found;
  throw new Error(`the page has no part ${name}`);
}

/**
 * A new element. Text children become text nodes, so data never turns into markup.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * Writes values into the `data-slot` elements of a part of the page.
 *
 * @param {HTMLElement} root
 * @param {Record<string, string>} values By slot name; every slot of that name gets the value.
 */
export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const slot of root.querySelectorAll(`[data-slot="${name}"]`)) slot.textContent = value;
  }
}

/**
 * Points the `data-link` elements of a part of the page at addresses.
 *
 * @param {HTMLElement} root
 * @param {Record<string, string>} addresses By link name.
 */
export function link(root, addresses) {
  for (const [name, address] of Object.entries(addresses)) {
    for (const anchor of root.querySelectorAll(`a[data-link="${name}"]`)) {
      anchor.setAttribute("href", address);
    }
  }
}

/**
 * Shows a part of the page and moves keyboard and screen reader to its heading.
 *
 * @param {HTMLElement} section
 */
export function reveal(section) {
  section.hidden = false;
  const heading = section.querySelector("h2, h3");
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/**
 * Moves keyboard and screen reader to what they do not come to by themselves.
 *
 * @param {HTMLElement} place
 */
export function focusOn(place) {
  place.tabIndex = -1;
  place.focus();
}

/**
 * Lets a form be sent, now that the script is there that answers it: sent without it, the inputs
 * would stand in an address.
 *
 * @param {HTMLFormElement} form Its button to send is disabled in the page.
 */
export function allowSubmit(form) {
  const button = form.querySelector("button[type=submit]");
  if (button instanceof HTMLButtonElement) button.disabled = false;
}

/** @returns {Promise<void>} Once the page is there with all that it loads at once. */
export async function pageLoaded() {
  if (document.readyState === "complete") return;
  await new Promise((done) => addEventListener("load", done, { once: true }));
}
