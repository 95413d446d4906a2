// Made by `make generate` from shared_rules. Do not edit.

/** @type {Record<string, [string, string, string]>} */
export const deskMessages = {
 "words.id_number": [
  "写了整个身份证号",
  "这里写的会一直留着，看的人也多，不能有整个身份证号。",
  "请删去号码；要指明是谁，写名单里的行号，例如“第 3 行”，或者只写号码的末四位。"
 ],
 "policy.number": [
  "保险单号没有写对",
  "保险单号只写字母、数字和短横“-”，不写别的字，例如 NX-2026-0001。",
  "请照保险单把号码写全；还没有号码的，等签发了再办。"
 ],
 "acceptance.in_future": [
  "日期在将来",
  "同意承保、收到保险费和签发保险单都应当已经发生，不能晚于今天。",
  "请核对日期。"
 ],
 "endorsement.not_insured": [
  "第 {row} 行没有在保的人",
  "名单里没有这一行，或者这个人没有承保，或者已经退出。",
  "请写名单里在保人员的行号。"
 ],
 "endorsement.day_of_death": [
  "身故的日期没有写对",
  "身故要写明是哪一天，不能晚于今天。",
  "请照死亡证明填写。"
 ],
 "endorsement.day_outside": [
  "最后一天不在保险期间里",
  "退出的人，参保的最后一天从{first_day}起，要早于{last_day}。",
  "请写她参保的最后一天；从来不该参加的，请不要填日期。"
 ]
};

/** @type {string} */
export const policyNumber = "^[A-Za-z0-9-]{4,40}$";
