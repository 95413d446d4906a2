/** @import {Finding} from "./rules/types.js" */
/** @typedef {Pick<Finding, "severity" | "article" | "article_label" | "title" | "message" | "fix">} Said */
import { basisLink } from "./basis.js";
import { element } from "./dom.js";

/**
 * A finding as a list item: its title with a link to the article, then these texts.
 *
 * @param {Said} finding
 * @param {string[]} [texts] Empty ones are left out.
 * @returns {HTMLLIElement}
 */
export function reasonItem(finding, texts = [finding.message, finding.fix]) {
  const { severity, title, article, article_label } = finding;
  const heading = element("p", {}, element("b", {}, title));
  if (article && article_label) {
    heading.append("（", basisLink(article, article_label), "）");
  }
  const said = texts.filter(Boolean).map((text) => element("p", {}, text));
  return element("li", { "data-severity": severity }, heading, ...said);
}
