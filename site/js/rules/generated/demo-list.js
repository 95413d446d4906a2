// Made by `make generate` from shared_rules. Do not edit.

/** @type {import("../../contract.js").Unit} */
export const unit = {
 "name": "贺兰县示例小学",
 "kind": "事业单位",
 "county": "贺兰县",
 "union": true,
 "contact_name": "赵敏",
 "phone": "0951-2090080",
 "funding": "self",
 "credit_code": "",
 "old_last_day": null,
 "email": ""
};

/** @type {import("../../contract.js").TypedRow[]} */
export const people = [
 {
  "name": "曹燕",
  "id_number": "64990120001106582X",
  "occupation": "厨师"
 },
 {
  "name": "李瑞英",
  "id_number": "649901198509106661",
  "occupation": "营业员"
 },
 {
  "name": "",
  "id_number": "649901198706196228",
  "occupation": "工人"
 },
 {
  "name": "李勤",
  "id_number": "649901198005119668",
  "occupation": "教师"
 },
 {
  "name": "韩珍",
  "id_number": "649901198612110112",
  "occupation": "工人"
 },
 {
  "name": "董真",
  "id_number": "649901198712117426",
  "occupation": "厨师"
 }
];

/** @type {{row: number, field: string | null, value: string | null}[]} */
export const mends = [
 {
  "row": 2,
  "field": "id_number",
  "value": "649901198509106668"
 },
 {
  "row": 3,
  "field": "name",
  "value": "郭香"
 },
 {
  "row": 5,
  "field": null,
  "value": null
 }
];

/** @type {Record<string, import("../../contract.js").Report>} */
export const reports = {
 "": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 6,
   "people": 3,
   "to_mend": 3,
   "left_out": 0,
   "template": 0,
   "excluded": 0,
   "errors": 3,
   "warnings": 0
  },
  "premium": {
   "amount": 300,
   "per_person": 100,
   "capitals": "叁佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "error",
    "code": "id_number.check_character",
    "article": "gb-11643",
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "GB 11643",
    "title": "身份证号对不上",
    "message": "最后一位与前 17 位对不上（国家标准规定了怎样算），多半是某一位输错，或相邻两位颠倒；末三位是 000 的，多半是 Excel 丢了末几位。",
    "fix": "请对照身份证，逐位核对后改好。"
   },
   {
    "severity": "error",
    "code": "name.missing",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "没有姓名",
    "message": "这一格是空的，没有姓名就无法投保。",
    "fix": "请填写身份证上的姓名。"
   },
   {
    "severity": "error",
    "code": "eligibility.male",
    "article": "article-3",
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "第三条",
    "title": "男性不能参保",
    "message": "身份证号第 17 位表明这是男性；被保险人须是女职工或男职工的配偶等女性。",
    "fix": "请核对号码；替配偶参保的，请填写配偶本人的姓名和身份证号；确为男职工本人的，请从名单中删去。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   },
   {
    "name": "韩珍",
    "id_number": "649901198612110112",
    "occupation": "工人",
    "row": 5
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "2": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 6,
   "people": 4,
   "to_mend": 2,
   "left_out": 0,
   "template": 0,
   "excluded": 0,
   "errors": 2,
   "warnings": 0
  },
  "premium": {
   "amount": 400,
   "per_person": 100,
   "capitals": "肆佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "error",
    "code": "name.missing",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "没有姓名",
    "message": "这一格是空的，没有姓名就无法投保。",
    "fix": "请填写身份证上的姓名。"
   },
   {
    "severity": "error",
    "code": "eligibility.male",
    "article": "article-3",
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "第三条",
    "title": "男性不能参保",
    "message": "身份证号第 17 位表明这是男性；被保险人须是女职工或男职工的配偶等女性。",
    "fix": "请核对号码；替配偶参保的，请填写配偶本人的姓名和身份证号；确为男职工本人的，请从名单中删去。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   },
   {
    "name": "韩珍",
    "id_number": "649901198612110112",
    "occupation": "工人",
    "row": 5
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "3": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 6,
   "people": 4,
   "to_mend": 2,
   "left_out": 0,
   "template": 0,
   "excluded": 0,
   "errors": 2,
   "warnings": 0
  },
  "premium": {
   "amount": 400,
   "per_person": 100,
   "capitals": "肆佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "error",
    "code": "id_number.check_character",
    "article": "gb-11643",
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "GB 11643",
    "title": "身份证号对不上",
    "message": "最后一位与前 17 位对不上（国家标准规定了怎样算），多半是某一位输错，或相邻两位颠倒；末三位是 000 的，多半是 Excel 丢了末几位。",
    "fix": "请对照身份证，逐位核对后改好。"
   },
   {
    "severity": "error",
    "code": "eligibility.male",
    "article": "article-3",
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "第三条",
    "title": "男性不能参保",
    "message": "身份证号第 17 位表明这是男性；被保险人须是女职工或男职工的配偶等女性。",
    "fix": "请核对号码；替配偶参保的，请填写配偶本人的姓名和身份证号；确为男职工本人的，请从名单中删去。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "郭香",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   },
   {
    "name": "韩珍",
    "id_number": "649901198612110112",
    "occupation": "工人",
    "row": 5
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "5": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 5,
   "people": 3,
   "to_mend": 2,
   "left_out": 0,
   "template": 0,
   "excluded": 1,
   "errors": 2,
   "warnings": 0
  },
  "premium": {
   "amount": 300,
   "per_person": 100,
   "capitals": "叁佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.row_excluded",
    "article": null,
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": null,
    "params": {},
    "article_label": null,
    "title": "这一行这次不报",
    "message": "您选择了这次不报这一行，它没有计入人数和保险费。",
    "fix": "要报的话，请在网页上取消“这次不报”。"
   },
   {
    "severity": "error",
    "code": "id_number.check_character",
    "article": "gb-11643",
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "GB 11643",
    "title": "身份证号对不上",
    "message": "最后一位与前 17 位对不上（国家标准规定了怎样算），多半是某一位输错，或相邻两位颠倒；末三位是 000 的，多半是 Excel 丢了末几位。",
    "fix": "请对照身份证，逐位核对后改好。"
   },
   {
    "severity": "error",
    "code": "name.missing",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "没有姓名",
    "message": "这一格是空的，没有姓名就无法投保。",
    "fix": "请填写身份证上的姓名。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "2,3": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 6,
   "people": 5,
   "to_mend": 1,
   "left_out": 0,
   "template": 0,
   "excluded": 0,
   "errors": 1,
   "warnings": 0
  },
  "premium": {
   "amount": 500,
   "per_person": 100,
   "capitals": "伍佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "error",
    "code": "eligibility.male",
    "article": "article-3",
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "第三条",
    "title": "男性不能参保",
    "message": "身份证号第 17 位表明这是男性；被保险人须是女职工或男职工的配偶等女性。",
    "fix": "请核对号码；替配偶参保的，请填写配偶本人的姓名和身份证号；确为男职工本人的，请从名单中删去。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "郭香",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   },
   {
    "name": "韩珍",
    "id_number": "649901198612110112",
    "occupation": "工人",
    "row": 5
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "2,5": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 5,
   "people": 4,
   "to_mend": 1,
   "left_out": 0,
   "template": 0,
   "excluded": 1,
   "errors": 1,
   "warnings": 0
  },
  "premium": {
   "amount": 400,
   "per_person": 100,
   "capitals": "肆佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "info",
    "code": "roster.row_excluded",
    "article": null,
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": null,
    "params": {},
    "article_label": null,
    "title": "这一行这次不报",
    "message": "您选择了这次不报这一行，它没有计入人数和保险费。",
    "fix": "要报的话，请在网页上取消“这次不报”。"
   },
   {
    "severity": "error",
    "code": "name.missing",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "没有姓名",
    "message": "这一格是空的，没有姓名就无法投保。",
    "fix": "请填写身份证上的姓名。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "3,5": {
  "ready": false,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 5,
   "people": 4,
   "to_mend": 1,
   "left_out": 0,
   "template": 0,
   "excluded": 1,
   "errors": 1,
   "warnings": 0
  },
  "premium": {
   "amount": 400,
   "per_person": 100,
   "capitals": "肆佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "info",
    "code": "roster.row_excluded",
    "article": null,
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": null,
    "params": {},
    "article_label": null,
    "title": "这一行这次不报",
    "message": "您选择了这次不报这一行，它没有计入人数和保险费。",
    "fix": "要报的话，请在网页上取消“这次不报”。"
   },
   {
    "severity": "error",
    "code": "id_number.check_character",
    "article": "gb-11643",
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": "GB 11643",
    "title": "身份证号对不上",
    "message": "最后一位与前 17 位对不上（国家标准规定了怎样算），多半是某一位输错，或相邻两位颠倒；末三位是 000 的，多半是 Excel 丢了末几位。",
    "fix": "请对照身份证，逐位核对后改好。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "郭香",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 },
 "2,3,5": {
  "ready": true,
  "sheet": null,
  "counts": {
   "seen": 6,
   "rows": 5,
   "people": 5,
   "to_mend": 0,
   "left_out": 0,
   "template": 0,
   "excluded": 1,
   "errors": 0,
   "warnings": 0
  },
  "premium": {
   "amount": 500,
   "per_person": 100,
   "capitals": "伍佰元整"
  },
  "columns": [],
  "cover_from": "2026-12-02",
  "findings": [
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 2,
    "column": null,
    "cell": null,
    "field": "id_number",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "info",
    "code": "roster.mended",
    "article": null,
    "sheet": null,
    "row": 3,
    "column": null,
    "cell": null,
    "field": "name",
    "params": {},
    "article_label": null,
    "title": "在网页上改过",
    "message": "这一格在网页上改过，以改后的内容为准；您上传的文件没有改动。",
    "fix": "无需处理；提交以后，改好的名单可以在查询进度里下载。"
   },
   {
    "severity": "info",
    "code": "roster.row_excluded",
    "article": null,
    "sheet": null,
    "row": 5,
    "column": null,
    "cell": null,
    "field": null,
    "params": {},
    "article_label": null,
    "title": "这一行这次不报",
    "message": "您选择了这次不报这一行，它没有计入人数和保险费。",
    "fix": "要报的话，请在网页上取消“这次不报”。"
   }
  ],
  "names": {
   "1": "曹燕",
   "2": "李瑞英",
   "3": "郭香",
   "4": "李勤",
   "5": "韩珍",
   "6": "董真"
  },
  "names_read": {},
  "left_out": [],
  "template": [],
  "rows": [
   {
    "name": "李瑞英",
    "id_number": "649901198509106661",
    "occupation": "营业员",
    "row": 2
   },
   {
    "name": "",
    "id_number": "649901198706196228",
    "occupation": "工人",
    "row": 3
   }
  ],
  "marking": [],
  "list_mark": "",
  "merged": null
 }
};

/** @type {import("../../contract.js").Receipt} */
export const receipt = {
 "receipt": "没有（演示）",
 "access_code": "没有（演示）",
 "version": 1,
 "submitted_at": "2026-12-01T10:00:00+08:00",
 "people": 6,
 "premium": {
  "amount": 600,
  "per_person": 100,
  "capitals": "陆佰元整"
 },
 "whereabouts": {
  "who": "在本地对接人那里",
  "since": "2026-12-01",
  "told": "2026年12月1日起在本地对接人那里，等办理。办法没有写答复的期限；本站请对接人最晚2026年12月6日答复，过了还没有，请打电话问。",
  "by": "2026-12-06",
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
 "payment": {
  "article": "article-12",
  "account_name": "平安养老保险股份有限公司宁夏分公司",
  "bank": "工商银行银川东城支行",
  "account_number": "2902001129200217209"
 },
 "print_url": "",
 "list_mark": ""
};
