// Made by `make generate` from shared_rules. Do not edit.

/** @type {import("../types.js").Plan[]} */
export const plans = [
 {
  "valid_from": "2019-01-03",
  "name": "关爱女职工“安康保”",
  "minimum_age": {
   "value": 16,
   "unit": "year",
   "article": "article-3"
  },
  "maximum_age": {
   "value": 60,
   "unit": "year",
   "article": "article-3"
  },
  "maximum_age_renewal": {
   "value": 64,
   "unit": "year",
   "article": "article-4"
  },
  "cover_length": {
   "value": 1,
   "unit": "year",
   "article": "article-4"
  },
  "waiting_period": {
   "value": 30,
   "unit": "day",
   "article": "article-5"
  },
  "premium": {
   "value": 100,
   "unit": "cny",
   "article": "article-8"
  },
  "items": {
   "breast_cancer": {
    "name": "乳腺癌",
    "diseases": [
     "乳腺癌"
    ],
    "lump_sum": {
     "value": 100000,
     "unit": "cny",
     "article": "article-8"
    },
    "daily_allowance": {
     "value": 100,
     "unit": "cny",
     "article": "article-8"
    },
    "unpaid_days_per_stay": {
     "value": 3,
     "unit": "day",
     "article": "article-6"
    },
    "paid_days_per_year": {
     "value": 180,
     "unit": "day",
     "article": "article-6"
    }
   },
   "gynaecological_cancer": {
    "name": "其它妇科癌",
    "diseases": [
     "卵巢癌",
     "子宫癌",
     "子宫颈癌",
     "输卵管癌",
     "阴道癌"
    ],
    "lump_sum": {
     "value": 50000,
     "unit": "cny",
     "article": "article-8"
    },
    "daily_allowance": {
     "value": 100,
     "unit": "cny",
     "article": "article-8"
    },
    "unpaid_days_per_stay": {
     "value": 3,
     "unit": "day",
     "article": "article-7"
    },
    "paid_days_per_year": {
     "value": 180,
     "unit": "day",
     "article": "article-7"
    }
   }
  },
  "report_within": {
   "value": 10,
   "unit": "day",
   "article": "article-14"
  },
  "payout_within": {
   "value": 15,
   "unit": "workday",
   "article": "article-15"
  }
 }
];
