/**
 * A section of a page, as the index holds it: address, page, heading, labels of the articles that
 * it cites, text, and what people say when it is their answer.
 *
 * @typedef {[
 *   address: string, page: string, heading: string, articles: string[], text: string, asked: string,
 * ]} Section
 */

/**
 * What site/search_index.py writes: the words of content/data/search.yaml, and the sections.
 *
 * @typedef {object} SearchIndex
 * @property {string} hotline The number that answers what the site does not.
 * @property {string[]} examples Questions to begin with.
 * @property {string[]} noise What is said around a question.
 * @property {Record<string, string[]>} words What people say: what the pages call it.
 * @property {Record<string, number>} weights How much a page counts where it is not 1.
 * @property {Section[]} sections
 */

/**
 * @typedef {object} Hit
 * @property {string} address
 * @property {string} page
 * @property {string} heading
 * @property {string[]} articles
 * @property {Piece[]} excerpt The part of the text that answers best.
 * @property {number} score
 */

/**
 * A stretch of text, and whether it was asked for.
 *
 * @typedef {{text: string, asked: boolean}} Piece
 */

export {};
