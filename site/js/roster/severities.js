/** @import {Finding} from "../contract.js" */
/** @import {Group} from "./layout.js" */
import { count } from "../format.js";
import { totalOf } from "./layout.js";

/** What is to be done about a finding, by how serious it is. */
export const TO_DO = { error: "必须改", warning: "请确认", info: "提示" };

/**
 * @param {Finding["severity"]} severity
 * @param {Group[]} groups
 * @returns {string} How many of them there are, above a table of them.
 */
export function captionOf(severity, groups) {
  const optional = severity === "info" ? "，可以不改" : "";
  return `${TO_DO[severity]}（${count(totalOf(groups))} 处${optional}）`;
}
