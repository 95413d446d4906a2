/**
 * What the page calls an article that was picked in one of its lists.
 *
 * @param {string} article
 * @returns {string} 第三条
 */
export function labelOf(article) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector(".desk template"));
  const option = template.content.querySelector(`option[value="${CSS.escape(article)}"]`);
  return option?.textContent?.split(" ")[0] ?? article;
}
