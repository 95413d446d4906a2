/** @import {ClaimState} from "../contract.js" */
import { day } from "../format.js";

/** @typedef {ClaimState["facts"]} Known */

/**
 * @param {Known} facts
 * @returns {string} Which days in hospital are known.
 */
export function staysInWords({ stays }) {
  if (stays.length === 0) return "没有报";
  return stays.map(stayInWords).join("；");
}

/** @param {Known["stays"][number]} stay */
function stayInWords({ admission, discharge, known_until }) {
  if (discharge) return `${day(admission)}到${day(discharge)}`;
  return `${day(admission)}起，到${day(known_until ?? admission)}还没有出院`;
}

/**
 * @param {Known} facts
 * @returns {string} The account, as far as whoever gave it knows it again.
 */
export function accountInWords({ account }) {
  if (!account) return "还没有填";
  const { bank, last_digits, payee } = account;
  return [`${bank}，卡号后四位 ${last_digits}`, ...(payee ? [payee] : [])].join("；");
}
