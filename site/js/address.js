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

/**
 * @param {string} receipt
 * @returns {string} The full address of where a list or a claim stands.
 */
export function statusAddress(receipt) {
  return siteAddress(`/status/?receipt=${encodeURIComponent(receipt)}`);
}
