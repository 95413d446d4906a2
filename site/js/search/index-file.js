/** @import {SearchIndex} from "./types.js" */

/**
 * @param {BufferSource} bytes The file that site/search_index.py writes, in its encoding.
 * @returns {SearchIndex}
 */
export function indexIn(bytes) {
  return JSON.parse(new TextDecoder("gb18030").decode(bytes));
}
