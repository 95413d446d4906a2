/** @import {Fact} from "../fact-items.js" */
/** @import {Claim} from "./contract.js" */
import { element } from "../dom.js";
import { given } from "../fact-items.js";
import { day, grouped, moment } from "../format.js";
import { daysBetween } from "../rules/index.js";
import { hashOf } from "./place.js";

/**
 * @param {Claim} claim
 * @returns {Fact[]} Who she is, and through whom she is insured.
 */
export function insuredFacts({ insured, unit, reporter, ...claim }) {
  const age = insured.age_at_diagnosis;
  return given([
    ["姓名", insured.name],
    ["身份证号", insured.id_number],
    ["出生", insured.birth_date && day(insured.birth_date)],
    ["年龄", age === null ? "" : `确诊时 ${age} 周岁`],
    ["电话", insured.phone],
    ["单位", unit.name],
    ["县（区）", unit.county],
    ["报案人", [reporter.name, reporter.relation_label, reporter.phone].filter(Boolean).join("，")],
    ["报案", `${moment(claim.reported_at)}${claim.late ? "，晚了" : ""}`],
    ["报案期限", day(claim.report_by)],
    ["晚了的原因", claim.late_reason],
  ]);
}

/**
 * @param {Claim} claim
 * @returns {Fact[]} The illness, its days, and where the money goes.
 */
export function illnessFacts({ disease, specimen_date, diagnosis_date, hospital, stays, bank }) {
  const item = disease.label === disease.item_label ? "" : disease.item_label;
  return given([
    ["病种", [disease.label, item].filter(Boolean).join("，")],
    ["诊断证明上写的", [disease.certificate, disease.reads_as?.title].filter(Boolean).join("，")],
    ["以前得过癌症", disease.earlier && `报案人说：${disease.earlier}`],
    ["病检标本提取日", specimen_date ? day(specimen_date) : "还不知道"],
    ["确诊", day(diagnosis_date)],
    ["医院", hospital],
    ["住院", stays.length > 0 ? stays.map(stayInWords).join("；") : "没有住院"],
    ["银行卡", bank && `${bank.bank} ${grouped(bank.card)}`],
    ["户名", bank && bank.holder],
    ["收款人", bank && bank.payee],
  ]);
}

/**
 * @param {Claim["joined"][number]} other Another report of the same illness.
 * @returns {HTMLElement} What was its own: when, by whom, its deadline, stays and account.
 */
export function joinedItem({ receipt, reported_at, report_by, late, reporter, stays, bank }) {
  const words = [
    `${moment(reported_at)}报案${late ? "（晚了）" : ""}，期限${day(report_by)}`,
    `报案人${reporter.name}（${reporter.relation_label}）`,
    ...(stays.length > 0 ? [`住院${stays.map(stayInWords).join("；")}`] : []),
    ...(bank ? [`银行卡 ${bank.bank} ${grouped(bank.card)}，户名 ${bank.holder}`] : []),
  ];
  const anchor = element("a", { href: hashOf({ receipt }) }, receipt);
  return element("li", {}, anchor, `：${words.join("，")}`);
}

/**
 * @param {Claim["stays"][number]} stay
 * @returns {string} 2026年11月1日到2026年11月8日，7 天
 */
export function stayInWords({ admission, discharge }) {
  if (!discharge) return `${day(admission)}起，还在住院`;
  return `${day(admission)}到${day(discharge)}，${daysBetween(admission, discharge)} 天`;
}
