// Made by `make generate` from shared_rules. Do not edit.

/** @type {Record<string, string>} */
export const roleNames = {
 "contact": "对接人",
 "area": "市县工会",
 "industry": "产业工会",
 "claims": "理赔人员",
 "federation": "总工会",
 "privacy": "个人信息办理人员",
 "admin": "管理员"
};
