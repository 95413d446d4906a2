/**
 * The rules as pages use them. A page imports from here only, so that they reach the browser as one
 * file, with their data; the names say what is judged where a module's own name said it. Words of
 * certificates, which the report alone asks about, stand apart in `certificate.js`.
 */
export { firstDay, isContinuous, lastDay, periodOn, timeline, waitingLastDay } from "./cover.js";
export { calculate as calculateAllowance } from "./daily-allowance.js";
export { addDays, anniversary, check as checkDay, daysBetween, exists } from "./days.js";
export { judgeLastDay, judgeReport, payBy, reportBy } from "./deadlines.js";
export { judge as judgeApplicant, judgeSex } from "./eligibility.js";
export {
  agree as agreeFirstDay,
  propose as proposeFirstDay,
  reason as firstDayReason,
} from "./first-day.js";
export { filled, finding, RuleError } from "./finding.js";
export { judge as judgeFunding } from "./funding.js";
export { parse as parseIdNumber } from "./id-number.js";
export { insures, judge as judgeLumpSum } from "./lump-sum.js";
export { plans } from "./generated/plans.js";
export { inForce, ofPolicy } from "./plans.js";
