/** @import {Finding} from "../../site/js/contract.js" */

/**
 * A finding with what a test cares about.
 *
 * @param {Partial<Finding>} part
 * @returns {Finding}
 */
export function finding(part) {
  return {
    severity: "error",
    code: "id_number.length",
    article: "article-11",
    article_label: "第十一条",
    sheet: null,
    row: null,
    column: null,
    cell: null,
    field: null,
    title: "位数不对",
    message: "应为 18 位。",
    params: {},
    fix: "请改正。",
    ...part,
  };
}
