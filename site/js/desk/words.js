/** @import {RosterStateName} from "../contract.js" */
/** @import {By, CaseEvent, ClaimStateName, Me} from "./contract.js" */
/** @import {Desk, Room} from "./place.js" */
import { moment } from "../format.js";
import { roleNames } from "../rules/generated/roles.js";

/** @type {Record<RosterStateName, string>} What the desk calls a roster's state, in a word. */
export const STATES = {
  submitted: "待办理",
  returned: "已退回",
  accepted: "已承保",
  withdrawn: "已撤回",
  closed: "已关闭",
};

/** The queue of whom the desk has to tell something itself. */
export const TO_TELL = "to_tell";
const TO_TELL_WORDS = "要当面或打电话告知";

/** The queue of lists of which an endorsement waits for a second person. */
export const ENDORSING = "endorsement_waits";

/** @type {Record<string, string>} What the desk calls a queue of lists, in a word. */
export const LIST_QUEUES = {
  ...STATES,
  papers_missing: "缺保险单或发票",
  [ENDORSING]: "批改待复核",
  [TO_TELL]: TO_TELL_WORDS,
};

/** @type {Record<RosterStateName, string>} What a roster in this state is due for. */
export const DUE = {
  submitted: "本站办理期限",
  returned: "提醒或关闭",
  accepted: "保险到期",
  withdrawn: "撤回日期",
  closed: "关闭日期",
};

/** @type {RosterStateName[]} The states in which somebody has something to do. */
export const OPEN_LISTS = ["submitted", "returned"];

/** @type {string[]} The states in which nothing will come of a list any more. */
export const ENDED_LISTS = ["withdrawn", "closed"];

/** @type {Record<ClaimStateName, string>} What the desk calls a claim's state, in a word. */
export const CLAIM_STATES = {
  waiting_for_papers: "待补材料",
  papers_complete: "待核定",
  assessed: "待复核",
  awaiting_transfer: "待转账",
  paid: "已给付",
  refused: "不予给付",
  refunded: "已退还保险费",
  joined: "已并入",
};

/** @type {Record<string, string>} What the desk calls a queue of claims, in a word. */
export const CLAIM_QUEUES = { ...CLAIM_STATES, [TO_TELL]: TO_TELL_WORDS };

/** @type {ClaimStateName[]} The states in which a claim is still to be decided on. */
export const OPEN_CLAIMS = ["waiting_for_papers", "papers_complete", "assessed"];

/** @type {ClaimStateName[]} The states in which somebody has something to do. */
export const UNFINISHED_CLAIMS = [...OPEN_CLAIMS, "awaiting_transfer"];

/** @type {Record<Room, string>} */
export const ROOMS = {
  rosters: "名单",
  batch: "一起交接、承保",
  claims: "理赔",
  summary: "汇总",
  services: "讲座与专员",
  statements: "银行流水",
  imports: "补录",
  people: "查人",
};

/** @type {Record<Desk, string>} Who did what nobody of the desk did. */
export const OUTSIDERS = { rosters: "单位", claims: "报案人或本站" };

/** @type {Record<string, string>} */
export const FUNDING = { self: "职工本人", unit: "单位", union: "工会经费", mixed: "几方共同" };

/** Whose account premium came from, or went back to. */
export const PAYING_ACCOUNTS = { unit: "单位的账户", union: "工会的账户", person: "个人的账户" };

/**
 * @param {string[]} roles
 * @returns {string} 对接人、管理员
 */
export function rolesInWords(roles) {
  return roles.map((role) => roleNames[role] ?? role).join("、");
}

/**
 * @param {Pick<Me, "roles" | "counties" | "summary_counties" | "summary_industries">} me
 * @returns {string} 负责贺兰县; whose area is the whole region does not read a list of it.
 */
export function areasInWords({ roles, counties, summary_counties, summary_industries }) {
  const sums = [...summary_counties, ...summary_industries.map(({ name }) => name)];
  if (counties.length === 0) return sums.length > 0 ? `看${sums.join("、")}的汇总` : "";
  const isOneArea = roles.every((role) => role === "contact");
  return isOneArea ? `负责${counties.join("、")}` : `全部 ${counties.length} 个县（区）`;
}

/**
 * @param {By | null} by
 * @param {string} [other] Who did it where nobody of the desk did.
 * @returns {string} 王芳（对接人）
 */
export function whoInWords(by, other = "") {
  return by ? `${by.name}（${rolesInWords(by.roles)}）` : other;
}

/**
 * What has happened to a case since somebody looked at it.
 *
 * @param {CaseEvent[]} timeline
 * @param {number} revision The one that she knows.
 * @param {string} outsider
 * @returns {string[]} A sentence for each event that is news to her.
 */
export function newsSince(timeline, revision, outsider) {
  return timeline
    .filter((event) => event.revision !== null && event.revision > revision)
    .map(({ at, by, label }) => `${moment(at)}，${whoInWords(by, outsider)}：${label}。`);
}

/** Said where row numbers were typed that cannot be read. */
export const UNREADABLE_ROWS = "行号没有写对。请写名单里的行号，几个用顿号隔开，例如 3、5-8。";
