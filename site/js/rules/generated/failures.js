// Made by `make generate` from shared_rules. Do not edit.

/** @type {Record<import("../../failure-kind.js").Failure, {what: string, fix: string}>} */
export const failures = {
 "busy": {
  "what": "网站现在忙不过来，这一次没有办成。",
  "fix": "您填写的内容还在，请过一两分钟再试一次；重复点击不会重复提交。"
 },
 "slow": {
  "what": "网站处理得太久，没有等到结果。",
  "fix": "您填写的内容还在，请再试一次；已经收到的，不会重复收。"
 },
 "large": {
  "what": "内容太多，网站一次收不下。",
  "fix": "请减少一些，或者分成几份，再试一次。"
 },
 "network": {
  "what": "没有连上网站，多半是网络断了。",
  "fix": "您填写的内容还在，请检查网络后再试一次。"
 },
 "fault": {
  "what": "网站出错了，这不是您的错；错误已经记录下来。",
  "fix": "您填写的内容还在，请过一会儿再试一次；一直不行，请联系本地对接人，办理人员请联系管理员。"
 },
 "signed_out": {
  "what": "登录已经过期，或者还没有登录。",
  "fix": "请重新登录，再试一次。"
 },
 "file": {
  "what": "文件没有传上去，可能是等得太久，或者文件后来改动过。",
  "fix": "请重新选择文件，再试一次。"
 }
};
