/** How a unit may pay the premium (保险费由谁出): 通知 二.2 and 二.4. */
/** @import {Funding} from "./types.js" */
import { finding, RuleError } from "./finding.js";

/** @type {Record<string, Partial<Record<Funding, string>>>} */
const FINDINGS = {
  机关: notOwnMoney("funding.public_money"),
  事业单位: notOwnMoney("funding.public_money"),
  企业: { unit: "funding.tax_deductible", mixed: "funding.tax_deductible" },
  社会团体: notOwnMoney("funding.ask"),
};
const WAYS = ["self", "unit", "union", "mixed"];

/** @param {string} code */
function notOwnMoney(code) {
  return { unit: code, union: code, mixed: code };
}

/**
 * What the notice says to a kind of unit paying in a way; nothing when it is plainly allowed.
 *
 * @param {string} kind 机关, 事业单位, 企业 or 社会团体.
 * @param {Funding} funding
 * @throws {RuleError} `unit.kind` or `unit.funding`, there is no such kind or way.
 */
export function judge(kind, funding) {
  const codes = Object.hasOwn(FINDINGS, kind) ? FINDINGS[kind] : undefined;
  if (!codes) throw new RuleError("unit.kind");
  if (!WAYS.includes(funding)) throw new RuleError("unit.funding");
  const code = codes[funding];
  return code ? [finding(code, {}, { field: "unit.funding" })] : [];
}
