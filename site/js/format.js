const TIME_ZONE = "Asia/Shanghai";
const NUMBER = new Intl.NumberFormat("zh-CN");
const DATE = new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeZone: TIME_ZONE });
const MOMENT = new Intl.DateTimeFormat("zh-CN", {
  dateStyle: "long",
  timeStyle: "short",
  hourCycle: "h23",
  timeZone: TIME_ZONE,
});

/**
 * @param {number} value
 * @returns {string} 12345 → 12,345
 */
export function count(value) {
  return NUMBER.format(value);
}

/**
 * @param {number} amount In yuan.
 * @returns {string} 1200 → 1,200 元
 */
export function yuan(amount) {
  return `${NUMBER.format(amount)} 元`;
}

/**
 * @param {string} iso A day, `2026-11-24`.
 * @returns {string} 2026年11月24日
 */
export function day(iso) {
  return DATE.format(new Date(`${iso}T00:00:00+08:00`));
}

/**
 * @param {string} iso A day.
 * @param {string} today Another day: its year goes without saying.
 * @returns {string} 12 月 1 日, or 2027 年 1 月 3 日
 */
export function nearDay(iso, today) {
  const [year = "", month, date] = iso.split("-").map((part) => String(Number(part)));
  const near = `${month} 月 ${date} 日`;
  return today.startsWith(year) ? near : `${year} 年 ${near}`;
}

/**
 * @param {string} iso A moment with its offset.
 * @returns {string} 2026年11月24日 09:05, as the clock shows it in China.
 */
export function moment(iso) {
  return MOMENT.format(new Date(iso));
}

/**
 * @param {number} bytes
 * @returns {string} 1572864 → 1.5 MB, and KB below one MB.
 */
export function fileSize(bytes) {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.ceil(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

/**
 * An account number in groups of four, easier to compare with what was typed at the bank.
 *
 * @param {string} digits
 * @returns {string} 2902001129200217209 → 2902 0011 2920 0217 209
 */
export function grouped(digits) {
  return digits.replace(/(.{4})(?=.)/g, "$1 ");
}
