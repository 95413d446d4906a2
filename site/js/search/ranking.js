/** @import {Hit, SearchIndex, Section} from "./types.js" */
import { excerptOf } from "./excerpt.js";
import { askedFor } from "./question.js";
import { lettersOf, termsOf } from "./terms.js";

/** BM25: how soon a term that is repeated counts no more, and how much a long section pays. */
const SATURATION = 1.2;
const LENGTH = 0.6;
/** How often a term of these counts, beside one of the text. */
const HEADING = 4;
const ASKED = 3;
const PAGE = 1.5;
const ARTICLE = 0.5;
/** Sections this much worse than the best are not shown, unless there are few. */
const WORTH_SHOWING = 0.3;
const LEAST_SHOWN = 3;
const MOST_SHOWN = 10;

/** Answers questions from one index. */
export class Ranking {
  #index;
  #sections;
  #meanLength;
  /** @type {Map<string, number>} In how many sections each term stands. */
  #spread = new Map();

  /** @param {SearchIndex} index */
  constructor(index) {
    this.#index = index;
    this.#sections = index.sections.map((section) => ({ section, ...counted(section) }));
    for (const { counts } of this.#sections) {
      for (const term of counts.keys()) this.#spread.set(term, (this.#spread.get(term) ?? 0) + 1);
    }
    const lengths = this.#sections.map(({ length }) => length);
    this.#meanLength = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  }

  /**
   * @param {string} question As typed.
   * @returns {Hit[]} The sections that answer it, the best first.
   */
  hits(question) {
    const asked = askedFor(question, this.#index);
    const best = this.#answering(asked);
    if (best.length > 0) return best;
    return this.#answering(new Map(lettersOf(question).map((letter) => [letter, 1])));
  }

  /**
   * @param {Map<string, number>} asked How much each term counts.
   * @returns {Hit[]}
   */
  #answering(asked) {
    const found = this.#sections
      .map((it) => ({ ...it, score: this.#score(it, asked) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    const least = (found[0]?.score ?? 0) * WORTH_SHOWING;
    return found
      .filter(({ score }, at) => at < LEAST_SHOWN || score >= least)
      .slice(0, MOST_SHOWN)
      .map(({ section, score }) => hit(section, asked, score));
  }

  /**
   * @param {{section: Section, counts: Map<string, number>, length: number}} it
   * @param {Map<string, number>} asked
   */
  #score({ section, counts, length }, asked) {
    const long = 1 - LENGTH + (LENGTH * length) / this.#meanLength;
    let score = 0;
    for (const [term, weight] of asked) {
      const often = counts.get(term) ?? 0;
      score += (weight * this.#rarity(term) * often) / (often + SATURATION * long);
    }
    return score * weightOf(section[0], this.#index.weights);
  }

  /** @param {string} term */
  #rarity(term) {
    const having = this.#spread.get(term) ?? 0;
    return Math.log(1 + (this.#sections.length - having + 0.5) / (having + 0.5));
  }
}

/** @param {Section} section */
function counted([, page, heading, articles, text, asked]) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const add = (/** @type {string} */ part, /** @type {number} */ weight) => {
    for (const term of [...termsOf(part), ...lettersOf(part)]) {
      counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  add(text, 1);
  add(heading, HEADING);
  add(asked, ASKED);
  if (page !== heading) add(page, PAGE);
  add(articles.join(" "), ARTICLE);
  return { counts, length: text.length };
}

/**
 * @param {Section} section
 * @param {Map<string, number>} asked
 * @param {number} score
 * @returns {Hit}
 */
function hit([address, page, heading, articles, text], asked, score) {
  return { address, page, heading, articles, excerpt: excerptOf(text, asked), score };
}

/**
 * @param {string} address
 * @param {Record<string, number>} weights
 */
function weightOf(address, weights) {
  return weights[address] ?? weights[address.replace(/#.*/, "")] ?? 1;
}
