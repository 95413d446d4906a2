"""This year's roster beside last year's (续保比对): 第四 and 第五条.

Whoever is on both lists renews without a waiting period and with the higher age limit, provided
that the new cover leaves no gap; with a gap she begins anew, as somebody does who was not there.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from shared_rules import cover, eligibility
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.plans import Plan
from shared_rules.records import Record
from shared_rules.roster.form.rows import Insured
from shared_rules.roster.judging import TOO_OLD

Change = Literal["renewed", "added", "left", "lapsed", "too_old"]
CHANGE_MESSAGES: Final[Mapping[Change, str]] = {
    "renewed": "renewal.renewed",
    "added": "renewal.added",
    "left": "renewal.left",
    "lapsed": "renewal.lapsed",
    "too_old": "renewal.too_old",
}


class Comparison(Record):
    """What becomes of one person, and why.

    `row` is None for whoever left; `last_row` for whoever is new. `name_before` is last year's
    name where the same number has another one now, else empty. `waiting_last_day` is None where
    there is no waiting period or no cover; `maximum_age` is the limit that applies to her.
    """

    change: Change
    name: str
    name_before: str = ""
    row: int | None
    last_row: int | None
    waiting_last_day: date | None
    maximum_age: int | None
    findings: tuple[Finding, ...]


def compare(
    last: Iterable[Insured],
    this: Iterable[Insured],
    *,
    last_day: date,
    cover_from: date,
    plan: Plan,
) -> tuple[Comparison, ...]:
    """Compare two rosters by ID number: first everybody of this one, then whoever left.

    `last_day` is the last of last year's cover, `cover_from` the first of the new one, which is
    sold under `plan`; days in Asia/Shanghai.
    """
    before = by_id_number(last)
    renewal = _Renewal(last_day, cover_from, plan)
    people = list(this)
    staying = {insured.id_number for insured in people}
    return (
        *(renewal.of_insured(insured, before.get(insured.id_number)) for insured in people),
        *(renewal.of_leaver(before[number]) for number in before if number not in staying),
    )


def by_id_number(people: Iterable[Insured]) -> dict[str, Insured]:
    """The people by their ID numbers; of a number that stands twice, the first one."""
    found: dict[str, Insured] = {}
    for insured in people:
        found.setdefault(insured.id_number, insured)
    return found


class _Renewal(NamedTuple):
    """What all persons of one comparison share."""

    last_day: date
    cover_from: date
    plan: Plan

    def of_insured(self, insured: Insured, earlier: Insured | None) -> Comparison:
        """Somebody on this year's list, with her row on last year's where she has one."""
        continuous = bool(earlier) and cover.is_continuous(self.last_day, self.cover_from)
        limit = self.plan.maximum_age_renewal if continuous else self.plan.maximum_age
        waiting = cover.waiting_last_day(self.cover_from, self.plan, continuous=continuous)
        aged = self._judge_age(insured, renewal=continuous if earlier else None)
        change: Change = "renewed" if continuous else "lapsed" if earlier else "added"
        findings = (self._told(change, waiting, limit.value), *aged)
        if TOO_OLD & {finding.code for finding in aged}:
            change, waiting, findings = "too_old", None, aged
        before = earlier.name if earlier and earlier.name != insured.name else ""
        if before:
            told = Finding.of(
                "renewal.name_changed", field="name", before=before, name=insured.name
            )
            findings = (*findings, told)
        return Comparison(
            change=change,
            name=insured.name,
            name_before=before,
            row=insured.row,
            last_row=earlier.row if earlier else None,
            waiting_last_day=waiting,
            maximum_age=limit.value,
            findings=tuple(finding.at(row=insured.row) for finding in findings),
        )

    def of_leaver(self, insured: Insured) -> Comparison:
        """Somebody who is on last year's list only."""
        return Comparison(
            change="left",
            name=insured.name,
            row=None,
            last_row=insured.row,
            waiting_last_day=None,
            maximum_age=None,
            findings=(Finding.of("renewal.left", last_day=self.last_day.isoformat()),),
        )

    def _judge_age(self, insured: Insured, *, renewal: bool | None) -> tuple[Finding, ...]:
        """Whoever is new here may renew from another unit: her `renewal` is not known."""
        born = id_number.parse(insured.id_number).birth_date
        return eligibility.judge_age(born, self.cover_from, self.plan, renewal=renewal)

    def _told(self, change: Change, waiting: date | None, limit: int) -> Finding:
        waits = {"waiting_last_day": waiting.isoformat()} if waiting else {}
        if change != "lapsed":
            return Finding.of(CHANGE_MESSAGES[change], limit=limit, **waits)
        return Finding.of(
            "renewal.lapsed",
            last_day=self.last_day.isoformat(),
            cover_from=self.cover_from.isoformat(),
            days=(self.cover_from - self.last_day).days - 1,
            limit=limit,
            **waits,
        )
