// Made by `make generate` from shared_rules. Do not edit.

/** @type {import("../types.js").CertificateWords} */
export const known = {
 "sites": [
  {
   "code": "C50",
   "disease": "乳腺癌",
   "words": [
    "乳腺",
    "乳房",
    "乳癌",
    "左乳",
    "右乳",
    "双乳",
    "副乳",
    "浸润性导管癌",
    "浸润性小叶癌",
    "导管内癌",
    "导管原位癌",
    "小叶原位癌",
    "DCIS",
    "LCIS"
   ]
  },
  {
   "code": "C51",
   "disease": "外阴癌",
   "words": [
    "外阴",
    "阴唇",
    "前庭大腺",
    "VIN"
   ]
  },
  {
   "code": "C52",
   "disease": "阴道癌",
   "words": [
    "阴道",
    "VAIN"
   ]
  },
  {
   "code": "C53",
   "disease": "子宫颈癌",
   "words": [
    "子宫颈",
    "宫颈",
    "CIN"
   ]
  },
  {
   "code": "C54-C55",
   "disease": "子宫癌",
   "words": [
    "子宫",
    "子宫内膜",
    "子宫体",
    "宫体"
   ]
  },
  {
   "code": "C56",
   "disease": "卵巢癌",
   "words": [
    "卵巢",
    "卵巢子宫内膜样"
   ]
  },
  {
   "code": "C57.0",
   "disease": "输卵管癌",
   "words": [
    "输卵管"
   ]
  },
  {
   "code": "C58",
   "disease": null,
   "words": [
    "绒毛膜",
    "绒癌",
    "滋养细胞",
    "葡萄胎"
   ]
  },
  {
   "code": "others",
   "disease": null,
   "words": [
    "腹膜",
    "甲状腺",
    "肺癌",
    "肺腺癌",
    "肺恶性",
    "肝癌",
    "肝细胞癌",
    "胃癌",
    "食管癌",
    "结肠",
    "直肠",
    "胰腺",
    "膀胱",
    "肾癌",
    "鼻咽癌",
    "淋巴瘤",
    "白血病",
    "骨髓瘤",
    "黑色素瘤"
   ]
  }
 ],
 "kinds": [
  {
   "name": "还没有确诊",
   "is_cancer": false,
   "words": [
    "待查",
    "待排",
    "疑似",
    "可疑"
   ]
  },
  {
   "name": "转移或继发的肿瘤",
   "is_cancer": false,
   "words": [
    "继发性",
    "转移性卵巢",
    "转移性乳腺",
    "转移性子宫",
    "转移性宫颈",
    "卵巢转移",
    "子宫转移",
    "宫颈转移",
    "库肯勃",
    "KRUKENBERG"
   ]
  },
  {
   "name": "浸润性癌",
   "is_cancer": true,
   "words": [
    "浸润性",
    "浸润癌",
    "浸润型"
   ]
  },
  {
   "name": "原位癌或上皮内病变",
   "is_cancer": false,
   "words": [
    "原位",
    "导管内",
    "微浸润",
    "上皮内",
    "DCIS",
    "LCIS",
    "CIN",
    "HSIL",
    "LSIL",
    "VIN",
    "VAIN"
   ]
  },
  {
   "name": "交界性肿瘤",
   "is_cancer": false,
   "words": [
    "交界",
    "低度恶性潜能",
    "恶性潜能未定",
    "动态未定"
   ]
  },
  {
   "name": "肉瘤等不叫“癌”的肿瘤",
   "is_cancer": false,
   "words": [
    "肉瘤",
    "叶状肿瘤",
    "淋巴瘤",
    "白血病",
    "骨髓瘤",
    "黑色素瘤",
    "滋养细胞",
    "葡萄胎",
    "生殖细胞",
    "无性细胞瘤",
    "颗粒细胞瘤",
    "卵黄囊瘤",
    "畸胎瘤"
   ]
  },
  {
   "name": "癌",
   "is_cancer": true,
   "words": [
    "癌",
    "恶性",
    "CA"
   ]
  },
  {
   "name": "良性的病",
   "is_cancer": false,
   "words": [
    "良性",
    "纤维腺瘤",
    "肌瘤",
    "囊肿",
    "囊腺瘤",
    "乳头状瘤",
    "增生",
    "结节",
    "息肉",
    "未见癌",
    "未见恶性",
    "癌前"
   ]
  }
 ],
 "passed_over": [
  "阴道镜",
  "经阴道",
  "阴道超声",
  "子宫内膜异位",
  "未见浸润",
  "无浸润",
  "CA125",
  "CA153",
  "CA199",
  "CA724",
  "CA15-3",
  "CA19-9",
  "防癌",
  "抗癌"
 ]
};
