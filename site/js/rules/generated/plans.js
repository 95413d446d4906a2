// Made by `make generate` from shared_rules. Do not edit.

/** @type {import("../types.js").Plan[]} */
export const plans = [
 {
  "valid_from": "2019-01-03",
  "minimum_age": {
   "value": 16,
   "article": "article-3"
  },
  "maximum_age": {
   "value": 60,
   "article": "article-3"
  },
  "maximum_age_renewal": {
   "value": 64,
   "article": "article-4"
  },
  "cover_length": {
   "value": 1,
   "article": "article-4"
  },
  "waiting_period": {
   "value": 30,
   "article": "article-5"
  },
  "premium": {
   "value": 100,
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
     "article": "article-8"
    },
    "daily_allowance": {
     "value": 100,
     "article": "article-8"
    },
    "unpaid_days_per_stay": {
     "value": 3,
     "article": "article-6"
    },
    "paid_days_per_year": {
     "value": 180,
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
     "article": "article-8"
    },
    "daily_allowance": {
     "value": 100,
     "article": "article-8"
    },
    "unpaid_days_per_stay": {
     "value": 3,
     "article": "article-7"
    },
    "paid_days_per_year": {
     "value": 180,
     "article": "article-7"
    }
   }
  },
  "report_within": {
   "value": 10,
   "article": "article-14"
  },
  "payout_within": {
   "value": 15,
   "article": "article-15"
  }
 }
];
