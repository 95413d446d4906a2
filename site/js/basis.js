import { siteAddress } from "./address.js";
import { element } from "./dom.js";

/** Where the site has what findings rest on, by how its name begins. */
const BASES = {
  article: "/regulations/",
  notice: "/notice/#",
  annex: "/notice/#",
  reading: "/readings/#",
};

/**
 * The page of an article, the passage of the notice, or a reading of ours.
 *
 * @param {string} basis `article-3`, `notice-2-4`, `reading-article-3-age`.
 * @param {string} [on] The day that it decided on, ISO: an article may have read otherwise then.
 * @returns {string | null} Nothing for standards and laws, whose text is not on the site.
 */
export function basisAddress(basis, on) {
  const [, page] = Object.entries(BASES).find(([kind]) => basis.startsWith(`${kind}-`)) ?? [];
  if (!page) return null;
  if (page.endsWith("#")) return siteAddress(`${page}${basis}`);
  return siteAddress(on ? `${page}${basis}/#on-${on}` : `${page}${basis}/`);
}

/**
 * What a finding or a decision rests on, as a link where the site has its text.
 *
 * @param {string} basis
 * @param {string} label
 * @param {Record<string, string>} [attributes] Of the link.
 * @param {string} [on] As `basisAddress` takes it; of what is judged today, nothing.
 * @returns {HTMLElement}
 */
export function basisLink(basis, label, attributes = {}, on = undefined) {
  const href = basisAddress(basis, on);
  if (!href) return element("span", {}, label);
  return element("a", { href, class: "article", ...attributes }, label);
}
