import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf } from "../../site/js/calendar-file.js";
import { coverDates } from "../../site/js/calculators/cover-dates.js";
import { estimate } from "../../site/js/calculators/estimate.js";
import { layOut } from "../../site/js/calculators/timeline-layout.js";

/** @import {Claim} from "../../site/js/calculators/estimate.js" */

const MADE = new Date("2026-03-02T01:02:03.456Z");

test("a calendar is what RFC 5545 asks for", () => {
  const day = { uid: "report_by-2026-12-31@ankangbao", day: "2026-12-31", summary: "报案" };
  assert.deepEqual(calendarOf([day], MADE).split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ankangbao//calculators//ZH",
    "X-WR-TIMEZONE:Asia/Shanghai",
    "BEGIN:VEVENT",
    "UID:report_by-2026-12-31@ankangbao",
    "DTSTAMP:20260302T010203Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:报案",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:报案",
    "TRIGGER:-PT15H",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

for (const [summary, written] of [
  ["a,b;c\\d", "a\\,b\\;c\\\\d"],
  ["one\ntwo\r\nthree", "one\\ntwo\\nthree"],
]) {
  test(`“${summary}” is escaped`, () => {
    const text = calendarOf([{ uid: "1", day: "2026-01-01", summary: summary ?? "" }], MADE);
    assert.ok(text.includes(`\r\nSUMMARY:${written}\r\n`));
  });
}

for (const sign of ["a", "长", "𠮷"]) {
  test(`long lines of “${sign}” are folded between characters`, () => {
    const summary = sign.repeat(100);
    const text = calendarOf([{ uid: "1", day: "2026-01-01", summary }], MADE);
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(text.replaceAll("\r\n ", "").includes(`SUMMARY:${summary}\r\n`));
  });
}

const THREE = {
  consent: "2026-03-02",
  premium_received: "2026-03-05",
  policy_issued: "2026-03-04",
};

for (const [
  old,
  first,
  last,
  waiting,
  codes,
] of /** @type {[string | null, string, string, string | null, string[]][]} */ ([
  [null, "2026-03-06", "2027-03-05", "2026-04-04", []],
  ["2026-03-04", "2026-03-06", "2027-03-05", "2026-04-04", ["cover.gap"]],
  ["2026-03-05", "2026-03-06", "2027-03-05", null, []],
  ["2026-03-06", "2026-03-07", "2027-03-06", null, []],
  ["2026-06-04", "2026-06-05", "2027-06-04", null, []],
  ["2026-06-05", "2026-03-06", "2027-03-05", null, ["cover.overlap"]],
])) {
  test(`a cover after one that ended on ${old}`, () => {
    const dates = coverDates(THREE, old);
    assert.equal(dates.first_day, first);
    assert.equal(dates.last_day, last);
    assert.equal(dates.waiting_last_day, waiting);
    assert.deepEqual(
      dates.findings.map(({ code }) => code),
      codes,
    );
    for (const { message } of dates.findings) assert.doesNotMatch(message, /[{}]|undefined/);
  });
}

test("a cover from a day that was agreed", () => {
  const dates = coverDates(THREE, "2026-03-20", "2026-03-31");
  assert.equal(dates.first_day, "2026-03-31");
  assert.equal(dates.reason.code, "cover.begins_as_agreed");
  assert.deepEqual(
    dates.findings.map(({ code }) => code),
    ["cover.gap"],
  );
  assert.throws(() => coverDates(THREE, null, "2026-03-05"), { code: "cover.agreed_too_early" });
});

/** @type {Claim} */
const CLAIM = {
  item: "breast_cancer",
  specimen: "2026-05-01",
  diagnosis: "2026-05-06",
  sure: "yes",
  paid: false,
  policies: ["2026-03-10"],
  stays: [{ admission: "2026-05-10", discharge: "2026-05-17" }],
};

for (const [
  name,
  other,
  outcome,
  total,
] of /** @type {[string, Partial<Claim>, string, number][]} */ ([
  ["in cover", {}, "paid", 100_400],
  ["paid before", { paid: true }, "not_paid", 400],
  ["not the first", { sure: "no" }, "not_paid", 400],
  ["not known", { sure: "unknown" }, "ask", 400],
  ["in the waiting period", { specimen: "2026-04-08" }, "refund", 100],
  ["no stay", { stays: [] }, "paid", 100_000],
])) {
  test(`an estimate: ${name}`, () => {
    const estimated = estimate({ ...CLAIM, ...other });
    assert.equal(estimated.lumpSum.outcome, outcome);
    assert.equal(estimated.total, total);
  });
}

test("the picture reaches from the first day to the last, whatever it is of", () => {
  const { cover } = estimate(CLAIM);
  const stays = [{ admission: "2027-03-01", discharge: "2027-03-20" }];
  const { from, to, bars } = layOut(cover, stays, "2026-03-01");
  assert.deepEqual([from, to], ["2026-03-01", "2027-03-20"]);
  assert.deepEqual(
    bars.map(({ kind }) => kind),
    ["cover", "waiting", "stay", "specimen"],
  );
  for (const { left, width } of bars) {
    assert.ok(left >= 0 && width > 0 && left + width <= 100 + 1e-9);
  }
});

test("an event of some hours is kept at China's hours, with an alarm the morning before", () => {
  const event = { uid: "1", day: "2026-03-01", begins: "07:30", ends: "09:00" };
  const words = { summary: "讲座", location: "三楼, 会议室" };
  const lines = calendarOf([{ ...event, ...words }], MADE).split("\r\n");
  assert.ok(lines.includes("DTSTART:20260228T233000Z"));
  assert.ok(lines.includes("DTEND:20260301T010000Z"));
  assert.ok(lines.includes("LOCATION:三楼\\, 会议室"));
  assert.ok(lines.includes("TRIGGER;VALUE=DATE-TIME:20260228T010000Z"));
  assert.ok(!lines.includes("TRANSP:TRANSPARENT"));
});
