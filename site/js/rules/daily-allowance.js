/**
 * Daily allowances (住院津贴) for days in hospital: 第六, 第七 and 第八条, with 第五条 on waiting.
 *
 * A stay's days run from admission (counted) to discharge (not counted). Each day is looked at
 * once: it is outside cover, among the first days of its stay, which are never paid, in the
 * waiting period, beyond the most that a policy year pays for the item, or paid.
 */
/** @import {Allowance, ItemName, Line, Period, Quantity, Reason, Stay, Stretch, Timeline} from "./types.js" */
import { isWaiting, periodOn } from "./cover.js";
import { addDays, check, daysBetween } from "./days.js";
import { knownItem } from "./facts.js";
import { finding, RuleError, wording } from "./finding.js";

/** @type {Record<Reason, string>} Why a day is not paid, in the order in which it is told. */
const MESSAGES = {
  outside_cover: "allowance.outside_cover",
  not_in_plan: "allowance.not_in_plan",
  illness_unpaid: "allowance.illness_unpaid",
  unpaid: "allowance.unpaid",
  waiting: "allowance.waiting",
  over_cap: "allowance.over_cap",
};
const REASONS = /** @type {Reason[]} */ (Object.keys(MESSAGES));

/**
 * The allowances of one person's stays under all her policies.
 *
 * @param {Stay[]} stays
 * @param {Timeline} cover
 * @param {Record<ItemName, string>} [occurred] The specimen dates of the illnesses where
 *   they are known: one that occurred in a waiting period or outside cover is never paid for.
 * @returns {Allowance}
 * @throws {RuleError} `stay.overlapping`; `stay.discharge_before_admission`; `plan.item`;
 *   `date.out_of_range`.
 */
export function calculate(stays, cover, occurred = {}) {
  stays.forEach(checkStay);
  const ordered = [...stays].sort(byDays);
  ordered.forEach((stay, index) => {
    const earlier = ordered[index - 1];
    if (earlier && stay.admission < earlier.discharge) throw new RuleError("stay.overlapping");
  });
  const ledger = new Ledger(cover, unpaidItems(cover, occurred));
  const lines = ordered.flatMap((stay) => ledger.stretches(stay).map(priced));
  return {
    lines,
    findings: [...findingsOf(lines, cover), ...transfersIn(lines, ordered)],
    paid_days: lines.reduce((sum, line) => sum + line.paid_days, 0),
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
  };
}

/** @param {Stay} stay */
function checkStay({ item, admission, discharge }) {
  knownItem(item);
  if (check(discharge) < check(admission)) throw new RuleError("stay.discharge_before_admission");
}

/**
 * @param {Stay} one
 * @param {Stay} other
 */
function byDays(one, other) {
  return daysBetween(other.admission, one.admission) || daysBetween(other.discharge, one.discharge);
}

/**
 * Items whose illness occurred where nothing is paid for it.
 *
 * @param {Timeline} cover
 * @param {Record<ItemName, string>} occurred
 */
function unpaidItems(cover, occurred) {
  const unpaid = Object.entries(occurred).filter(([item, day]) => {
    knownItem(item);
    const period = periodOn(cover, check(day));
    return !period || isWaiting(period, day);
  });
  return new Set(unpaid.map(([item]) => item));
}

/** The days paid so far, by policy and item, while stays are taken in their order. */
class Ledger {
  /** @type {Map<string, number>} */
  #paid = new Map();

  /**
   * @param {Timeline} cover
   * @param {Set<string>} unpaidItems
   */
  constructor(cover, unpaidItems) {
    this.cover = cover;
    this.unpaidItems = unpaidItems;
  }

  /**
   * A stretch of the stay for each policy that it runs under.
   *
   * @param {Stay} stay
   */
  stretches(stay) {
    /** @type {Stretch[]} */
    const found = [];
    for (let day = stay.admission; day < stay.discharge; day = addDays(day, 1)) {
      const period = periodOn(this.cover, day);
      let stretch = found[found.length - 1];
      if (!stretch || stretch.period !== period) {
        stretch = { stay, period, first_day: day, days: 0, paid_days: 0, deducted: {} };
        found.push(stretch);
      }
      count(stretch, this.#reason(stay, day, period));
    }
    return found;
  }

  /**
   * Why one day is not paid; null where it is.
   *
   * @param {Stay} stay
   * @param {string} day
   * @param {Period | undefined} period
   * @returns {Reason | null}
   */
  #reason({ item, admission }, day, period) {
    if (!period) return "outside_cover";
    if (this.unpaidItems.has(item)) return "illness_unpaid";
    const { unpaid_days_per_stay, paid_days_per_year } = period.plan.items[item] ?? {};
    if (!unpaid_days_per_stay || !paid_days_per_year) return "not_in_plan";
    if (daysBetween(admission, day) < unpaid_days_per_stay.value) return "unpaid";
    if (isWaiting(period, day)) return "waiting";
    const year = period.first_day + item;
    const paid = this.#paid.get(year) ?? 0;
    if (paid === paid_days_per_year.value) return "over_cap";
    this.#paid.set(year, paid + 1);
    return null;
  }
}

/**
 * @param {Stretch} stretch
 * @param {Reason | null} reason
 */
function count(stretch, reason) {
  stretch.days += 1;
  if (reason) stretch.deducted[reason] = (stretch.deducted[reason] ?? 0) + 1;
  else stretch.paid_days += 1;
}

/**
 * @param {Stretch} stretch
 * @returns {Line}
 */
function priced(stretch) {
  const { stay, period, days, paid_days } = stretch;
  const rate = period?.plan.items[stay.item]?.daily_allowance?.value ?? 0;
  const amount = paid_days * rate;
  const steps = deductions(stretch).map(
    ([reason, number]) => `${number} 天${wording(MESSAGES[reason]).title}`,
  );
  const result = steps.length > 0 ? ` = ${paid_days} 天` : "";
  const [each, sum] = [rate, amount].map((yuan) => `${yuan.toLocaleString("zh-CN")} 元`);
  const price = paid_days > 0 ? ` × ${each} = ${sum}` : "";
  const text = [`${days} 天`, ...steps].join(" − ") + result + price;
  return { ...stretch, rate, amount, text };
}

/**
 * The days not paid, always in the same order of reasons.
 *
 * @param {Stretch} stretch
 * @returns {[Reason, number][]}
 */
function deductions({ deducted }) {
  return REASONS.flatMap((reason) => {
    const number = deducted[reason];
    return number ? [[reason, number]] : [];
  });
}

/**
 * One finding for each reason why days of an item are not paid, over all its stays.
 *
 * @param {Line[]} lines
 * @param {Timeline} cover
 */
function findingsOf(lines, cover) {
  /** @type {Map<string, {reason: Reason, days: number, item: ItemName, limit: Quantity | undefined}>} */
  const notPaid = new Map();
  for (const line of lines) {
    for (const [reason, days] of deductions(line)) {
      const key = `${line.stay.item} ${reason}`;
      const { item } = line.stay;
      const seen = notPaid.get(key) ?? { reason, days: 0, item, limit: limitOf(reason, line) };
      notPaid.set(key, { ...seen, days: seen.days + days });
    }
  }
  return [...notPaid.values()].map(({ reason, days, item, limit }) => {
    if (limit)
      return finding(MESSAGES[reason], { days, limit: limit.value }, { article: limit.article });
    // 第六条 or 第七条: whichever gives the item its allowance.
    const plan = reason === "outside_cover" ? cover.periods[0]?.plan : undefined;
    const article = plan?.items[item]?.paid_days_per_year?.article;
    return finding(MESSAGES[reason], { days }, article ? { article } : {});
  });
}

/**
 * Whether she was admitted on the day on which she left another hospital (转院): 第六、七条. Whether
 * that is one stay the text does not say: reckoned are two, which is the lower sum.
 *
 * @param {Line[]} lines
 * @param {Stay[]} stays
 */
function transfersIn(lines, stays) {
  const lasting = stays.filter(({ admission, discharge }) => admission < discharge);
  const discharged = new Set(lasting.map(({ discharge }) => discharge));
  const days = lines
    .filter(({ stay, first_day }) => first_day === stay.admission && discharged.has(first_day))
    .reduce((sum, { deducted }) => sum + (deducted.unpaid ?? 0), 0);
  return days > 0 ? [finding("allowance.transfer", { days })] : [];
}

/**
 * The plan's value behind a reason, whose article differs between the items.
 *
 * @param {Reason} reason
 * @param {Line} line
 * @returns {Quantity | undefined}
 */
function limitOf(reason, { period, stay }) {
  if (!period) return undefined;
  const item = period.plan.items[stay.item];
  /** @type {Partial<Record<Reason, Quantity | undefined>>} */
  const limits = {
    unpaid: item?.unpaid_days_per_stay,
    waiting: period.plan.waiting_period,
    over_cap: item?.paid_days_per_year,
  };
  return limits[reason];
}
