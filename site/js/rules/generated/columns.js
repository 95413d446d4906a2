// Made by `make generate` from shared_rules. Do not edit.

/** @type {{field: import("../../contract.js").Mendable, header: string, is_needed: boolean, is_sensitive: boolean, is_in_form: boolean}[]} */
export const columns = [
 {
  "field": "name",
  "header": "姓名",
  "is_needed": true,
  "is_sensitive": false,
  "is_in_form": true
 },
 {
  "field": "id_number",
  "header": "身份证号",
  "is_needed": true,
  "is_sensitive": true,
  "is_in_form": true
 },
 {
  "field": "occupation",
  "header": "职业",
  "is_needed": false,
  "is_sensitive": false,
  "is_in_form": true
 }
];
