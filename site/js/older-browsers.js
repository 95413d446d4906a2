/*
 * What browsers from the floor on (Chrome 80, Safari 13.1) may lack and scripts here use. Syntax is
 * lowered by site/bundle.py; the tests look at the bundles for whatever else is too new.
 */

/**
 * @param {object} owner
 * @param {string} name
 * @param {Function} value
 */
function fill(owner, name, value) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true });
}

/**
 * @this {ArrayLike<unknown>}
 * @param {number} index
 */
function at(index) {
  return this[index < 0 ? this.length + index : index];
}

fill(Array.prototype, "at", at);
fill(Object, "hasOwn", (/** @type {object} */ owner, /** @type {string} */ name) =>
  Object.prototype.hasOwnProperty.call(owner, name),
);
fill(
  String.prototype,
  "replaceAll",
  /**
   * @this {string}
   * @param {string} from
   * @param {string} to
   */
  function (from, to) {
    return this.split(from).join(to);
  },
);
fill(
  Element.prototype,
  "replaceChildren",
  /**
   * @this {Element}
   * @param {...(Node | string)} children
   */
  function (...children) {
    this.textContent = "";
    this.append(...children);
  },
);
fill(
  MediaQueryList.prototype,
  "addEventListener",
  /**
   * @this {MediaQueryList}
   * @param {"change"} _type
   * @param {() => void} listener
   */
  function (_type, listener) {
    this.addListener(listener);
  },
);
fill(crypto, "randomUUID", () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
});
