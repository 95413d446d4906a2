/** @import {Finding} from "../contract.js" */

/**
 * Where one file is on its way: `failed` may go on later, `refused` cannot be used as it is.
 *
 * @typedef {"waiting" | "shrinking" | "sending" | "checking" | "received" | "refused" | "failed"}
 *   FileState
 *
 * @typedef {object} PaperFile One file that a person has chosen.
 * @property {string} id
 * @property {string} kind As in content/data/papers.yaml.
 * @property {string} name
 * @property {File} file
 * @property {string | null} thumbnail A small picture as a data: address.
 * @property {boolean} prepared Whether it was looked at, and shrunk where that helps.
 * @property {FileState} state
 * @property {number} sent The part that has been sent, 0 to 1.
 * @property {string | null} uploadId
 * @property {number | null} sentAt In milliseconds since 1970.
 * @property {Finding[]} findings What to beware of.
 * @property {string} problem Why it is refused or has failed, in words.
 */

/** @type {Record<FileState, string>} */
const WORDS = {
  waiting: "等待",
  shrinking: "压缩",
  sending: "上传",
  checking: "检查",
  received: "已收到",
  refused: "没传上",
  failed: "没传上",
};
const HOUR_MS = 3_600_000;
let made = 0;

/**
 * @param {string} kind
 * @param {File} file
 * @returns {PaperFile}
 */
export function newPaperFile(kind, file) {
  made += 1;
  return {
    id: `${Date.now()}-${made}`,
    kind,
    name: file.name,
    file,
    thumbnail: null,
    prepared: false,
    state: "waiting",
    sent: 0,
    uploadId: null,
    sentAt: null,
    findings: [],
    problem: "",
  };
}

/**
 * @param {Pick<PaperFile, "state" | "sent">} file
 * @returns {string} 上传 43%
 */
export function stateWords({ state, sent }) {
  return state === "sending" ? `${WORDS.sending} ${Math.floor(sent * 100)}%` : WORDS[state];
}

/**
 * Whether storage has dropped what was sent, as nobody submitted it.
 *
 * @param {Pick<PaperFile, "sentAt">} file
 * @param {number} hours How long storage keeps it.
 * @param {number} now In milliseconds since 1970.
 */
export function isGone({ sentAt }, hours, now) {
  return sentAt === null || now - sentAt >= hours * HOUR_MS;
}

/**
 * A file as it was kept on the device: what was sent and is still there need not be sent again.
 *
 * @param {PaperFile} kept
 * @param {number} hours
 * @param {number} now
 * @returns {PaperFile}
 */
export function comeBack(kept, hours, now) {
  if (kept.state === "refused") return kept;
  if (kept.uploadId === null || isGone(kept, hours, now)) {
    return { ...kept, state: "waiting", sent: 0, uploadId: null, sentAt: null, problem: "" };
  }
  return kept.state === "received" ? kept : { ...kept, state: "waiting", problem: "" };
}

/** @param {Pick<PaperFile, "state">} file */
export function isUnsent({ state }) {
  return state !== "received" && state !== "refused";
}
