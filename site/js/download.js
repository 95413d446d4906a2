import { element } from "./dom.js";

/**
 * Hands the person a file that the page made.
 *
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/**
 * Has the browser save what storage sends as an attachment; the page stays.
 *
 * @param {string} url
 */
export function saveFrom(url) {
  const link = element("a", { href: url, download: "", rel: "noreferrer" });
  document.body.append(link);
  link.click();
  link.remove();
}
