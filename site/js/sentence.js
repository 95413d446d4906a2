/**
 * @param {string} words As somebody has typed them.
 * @returns {string} The same without the stop at their end, where a sentence goes on after them.
 */
export function unended(words) {
  return words.replace(/[。；;\s]+$/, "");
}

/**
 * @param {string[]} sentences As people have typed them.
 * @returns {string} One after the other, with one stop between two.
 */
export function joined(sentences) {
  return sentences
    .map((each, index) => (index < sentences.length - 1 ? unended(each) : each))
    .join("；");
}

/**
 * @param {string} words As somebody has typed them.
 * @param {string | null} [article_label] What they rest on.
 * @returns {string} The words, with the article behind them.
 */
export function withBasis(words, article_label) {
  return article_label ? `${unended(words)}（${article_label}）` : words;
}
