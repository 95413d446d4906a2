// Made by `make generate` from shared_rules. Do not edit.

/** @type {string} */
export const today = "2026-12-01";

/** @type {Record<string, string>} */
export const answers = {
 "hospitalised": "yes",
 "bank_when": "now",
 "reporter.relation": "self",
 "insured.name": "邓瑞珍",
 "insured.id_number": "649901197812082609",
 "insured.phone": "0951-2090080",
 "unit.name": "贺兰县示例小学",
 "unit.county": "贺兰县",
 "diagnosis.certificate": "左乳浸润性导管癌",
 "diagnosis.disease": "乳腺癌",
 "diagnosis.earlier": "no",
 "diagnosis.diagnosis_date": "2026-11-26",
 "diagnosis.specimen_date": "2026-11-20",
 "diagnosis.hospital": "示例医院",
 "cover.first_day": "2026-03-01",
 "cover.renewal": "no",
 "cover.paid_before": "no",
 "bank.payee": "insured",
 "bank.bank": "工商银行",
 "bank.card_number": "62220200000000000",
 "bank.account_holder": "邓瑞珍"
};

/** @type {import("../../contract.js").ClaimStay[]} */
export const stays = [
 {
  "admission": "2026-11-17",
  "discharge": "2026-11-27"
 }
];

/** @type {{kind: string, name: string}[]} */
export const papers = [
 {
  "kind": "id_card",
  "name": "身份证复印件（示例）.jpg"
 },
 {
  "kind": "diagnosis",
  "name": "疾病诊断证明书（示例）.jpg"
 },
 {
  "kind": "pathology",
  "name": "病理诊断报告（示例）.jpg"
 },
 {
  "kind": "bank_card",
  "name": "银行卡复印件（示例）.jpg"
 },
 {
  "kind": "hospital_papers",
  "name": "住院的其他证明资料（示例）.jpg"
 }
];

/** @type {import("../../contract.js").ClaimCheck} */
export const check = {
 "ready": true,
 "findings": [],
 "report_by": "2026-12-07",
 "days_left": 6,
 "missing_papers": [
  {
   "kind": "policy",
   "name": "保险合同复印件",
   "hint": "请单位工会提供，并由单位盖章。"
  }
 ],
 "payee_papers": null,
 "estimate": {
  "total": 100700,
  "lump_sum": 100000,
  "refund": 0,
  "allowance": 700,
  "paid_days": 7,
  "outcome": "paid",
  "lines": [
   {
    "admission": "2026-11-17",
    "discharge": "2026-11-27",
    "known_until": null,
    "text": "10 天 − 3 天免赔 = 7 天 × 100 元 = 700 元",
    "amount": 700
   }
  ],
  "assumed_cover": false,
  "findings": [
   {
    "severity": "info",
    "code": "lump_sum.due",
    "article": "article-5",
    "sheet": null,
    "row": null,
    "column": null,
    "cell": null,
    "field": null,
    "params": {
     "occurred": "2026-11-20",
     "item": "乳腺癌",
     "amount": 100000
    },
    "article_label": "第五条",
    "title": "可以给付乳腺癌保险金",
    "message": "发病时间按 2026年11月20日 算，在保险期间内、等待期外，给付保险金额 100,000 元；给付以后，该项保险责任终止。",
    "fix": "请按清单备齐理赔材料；以保险公司核定为准。"
   },
   {
    "severity": "info",
    "code": "allowance.unpaid",
    "article": "article-6",
    "sheet": null,
    "row": null,
    "column": null,
    "cell": null,
    "field": null,
    "params": {
     "days": 3,
     "limit": 3
    },
    "article_label": "第六条",
    "title": "免赔",
    "message": "每次住院前 3 天免赔，共 3 天。",
    "fix": "每次住院都这样扣，您不用做什么。"
   }
  ]
 }
};

/** @type {import("../../contract.js").ClaimReceipt} */
export const receipt = {
 "receipt": "没有（演示）",
 "access_code": "没有（演示）",
 "version": 1,
 "reported_at": "2026-12-01T10:00:00+08:00",
 "report_by": "2026-12-07",
 "late": false,
 "missing_papers": [
  {
   "kind": "policy",
   "name": "保险合同复印件",
   "hint": "请单位工会提供，并由单位盖章。"
  }
 ],
 "payee_papers": null,
 "estimate": {
  "total": 100700,
  "lump_sum": 100000,
  "refund": 0,
  "allowance": 700,
  "paid_days": 7,
  "outcome": "paid",
  "lines": [
   {
    "admission": "2026-11-17",
    "discharge": "2026-11-27",
    "known_until": null,
    "text": "10 天 − 3 天免赔 = 7 天 × 100 元 = 700 元",
    "amount": 700
   }
  ],
  "assumed_cover": false,
  "findings": [
   {
    "severity": "info",
    "code": "lump_sum.due",
    "article": "article-5",
    "sheet": null,
    "row": null,
    "column": null,
    "cell": null,
    "field": null,
    "params": {
     "occurred": "2026-11-20",
     "item": "乳腺癌",
     "amount": 100000
    },
    "article_label": "第五条",
    "title": "可以给付乳腺癌保险金",
    "message": "发病时间按 2026年11月20日 算，在保险期间内、等待期外，给付保险金额 100,000 元；给付以后，该项保险责任终止。",
    "fix": "请按清单备齐理赔材料；以保险公司核定为准。"
   },
   {
    "severity": "info",
    "code": "allowance.unpaid",
    "article": "article-6",
    "sheet": null,
    "row": null,
    "column": null,
    "cell": null,
    "field": null,
    "params": {
     "days": 3,
     "limit": 3
    },
    "article_label": "第六条",
    "title": "免赔",
    "message": "每次住院前 3 天免赔，共 3 天。",
    "fix": "每次住院都这样扣，您不用做什么。"
   }
  ]
 },
 "whereabouts": {
  "who": "在您手里",
  "since": "2026-12-01",
  "told": "2026年12月1日起在您手里，等您补材料。办法没有写补材料的期限；材料齐了，才开始算理赔的期限。到2026年12月11日还没有补齐的，本站会提醒理赔人员打电话问您。",
  "by": "2026-12-11",
  "past": "",
  "call": {
   "name": "对接人高博宇",
   "phone": "13639592040"
  }
 },
 "contact": {
  "name": "高博宇",
  "phone": "13639592040",
  "area": "银川市兴庆区、贺兰县"
 },
 "hotline": "95511",
 "status_url": "/status/?receipt=没有（演示）"
};
