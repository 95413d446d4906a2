/** @import {Finding, Message, Params} from "./types.js" */
import { articles, messages } from "./generated/messages.js";

const PLACE = /\{(\w+)(:,)?\}/g;
const DAY = /^(\d+)-(\d\d)-(\d\d)$/;

/**
 * @param {string} code
 * @returns {Message}
 */
export function wording(code) {
  const words = messages[code];
  if (!words) throw new Error(`no message ${code}`);
  const [severity, article, title, explanation, fix] = words;
  return { severity, article, title, explanation, fix };
}

/**
 * A finding with what the catalogue says under its code.
 *
 * @param {string} code
 * @param {Params} [params]
 * @param {{field?: string, article?: string | null}} [place] An article other than the catalogue's.
 * @returns {Finding}
 */
export function finding(code, params = {}, place = {}) {
  const words = wording(code);
  const article = place.article ?? words.article;
  return {
    severity: words.severity,
    code,
    article,
    article_label: article && (articles[article] ?? null),
    field: place.field ?? null,
    params,
    title: filled(words.title, params),
    message: filled(words.explanation, params),
    fix: filled(words.fix, params),
  };
}

/**
 * @param {string} text With `{name}`, or `{name:,}` for a number in thousands.
 * @param {Params} params
 * @returns {string} The same with its params, days as people write them.
 */
export function filled(text, params) {
  return text.replace(PLACE, (_, name, thousands) => {
    const value = params[name];
    if (thousands) return Number(value).toLocaleString("zh-CN");
    return String(value).replace(DAY, (_, y, m, d) => `${y}年${+m}月${+d}日`);
  });
}

/** A value that no rule can be applied to; `code` and `params` name its message. */
export class RuleError extends Error {
  /**
   * @param {string} code
   * @param {Params} [params]
   */
  constructor(code, params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }

  /**
   * @param {string} [field]
   * @returns {Finding} The record that tells people about it.
   */
  finding(field) {
    return finding(this.code, this.params, field ? { field } : {});
  }
}
