/**
 * @param {string} name
 * @returns {string} A file's name without its ending.
 */
export function bareName(name) {
  return name.replace(/\.[^.]*$/, "");
}
