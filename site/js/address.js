/** The site is served from the root of its host. */
const ROOT = new URL("/", import.meta.url);

/**
 * The full address of something on this site.
 *
 * @param {string} path From the root, such as `/roster/print/?receipt=…`.
 * @returns {string}
 */
export function siteAddress(path) {
  return new URL(path.replace(/^\/+/, ""), ROOT).href;
}
