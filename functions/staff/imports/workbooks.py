"""A workbook of old policies as it is brought: read, judged, and put beside what is kept.

The county of every policy must be one in which whoever brings it decides on lists: the contact of
an area brings in the old policies of hers, an admin those of all.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from functions.platform.keyed_hash import key_of, keyed_hash
from functions.platform.problems import of_rule
from functions.records import uploads
from functions.records.areas import current_name
from functions.records.brought_file import Upload
from functions.records.old_policies import store
from functions.records.old_policies.models import Covered, OldUnit, PolicyLines
from functions.records.old_policies.store import Number, Place
from functions.staff import parsing
from functions.staff.imports.models import Checked, CheckedPolicy, Standing
from functions.staff.people import Staff
from shared_rules.findings import Finding, RuleError
from shared_rules.old_policies import judging
from shared_rules.old_policies.judging import Group, OldPerson, OldPolicy
from shared_rules.old_policies.reading import Written
from shared_rules.roster.form.rows import values
from shared_rules.roster.limits import MAX_FILE_BYTES
from shared_rules.roster.listed_rows import shown

_LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class Brought:
    """A workbook that was brought, with what will become of each of its policies."""

    upload: Upload
    original: bytes
    written: Written
    groups: Sequence[Group]
    standings: Sequence[Standing]
    new: list[PolicyLines]


def read(staff: Staff, upload_id: str, now: datetime) -> Brought:
    """The workbook of an upload, judged.

    Raises:
        Problem: it cannot be read.
    """
    try:
        upload = uploads.find(upload_id, "roster", now)
        data = uploads.read(upload, MAX_FILE_BYTES)
        written = parsing.old_policies(data)
    except RuleError as error:
        raise of_rule(error, "upload_id") from error
    groups = judging.judge(written, now.date())
    for group in groups:
        _judge_county(staff, written, group)
    sound = [group.policy for group in groups if group.policy]
    places = store.places(_number(each) for each in sound)
    new: list[PolicyLines] = []
    standings: list[Standing] = []
    for group in groups:
        standing, lines = _beside(written, group, places)
        standings.append(standing)
        if lines:
            new.append(lines)
    return Brought(upload, data, written, groups, standings, new)


def checked(brought: Brought) -> Checked:
    """What is told of a workbook before anything of it is kept."""
    findings = [each for group in brought.groups for each in group.findings]
    policies = map(_checked, brought.groups, brought.standings)
    return Checked(
        sheet=brought.written.sheet,
        policies=list(policies),
        findings=findings,
        names=_names(brought.written, findings),
        new_policies=len(brought.new),
        new_people=sum(len(each.people) for each in brought.new),
    )


def _judge_county(staff: Staff, written: Written, group: Group) -> None:
    if group.policy is None:
        return
    county = current_name(group.policy.county)
    # An admin decides in any county, also in one that there is not, where nobody sees the import.
    if county not in staff.counties or not staff.decides_in(county):
        found = Finding.of("old_policies.county", field="county")
        group.findings.append(written.finding(found, group.row))
        group.policy = None


def _beside(
    written: Written, group: Group, places: dict[Number, Place]
) -> tuple[Standing, PolicyLines | None]:
    """What will become of a policy, beside what was brought in before; of a new one, its lines."""
    if group.policy is None:
        return "to_mend", None
    receipt, kept = places[_number(group.policy)]
    lines = _lines(group.policy, receipt, key_of(kept.mark) if kept else None)
    if kept is None or kept.is_reversed:
        return "new", lines
    if kept.mark == lines.mark:
        group.findings.append(written.finding(Finding.of("old_policies.same"), group.row))
        return "same", None
    found = Finding.of("old_policies.other", field="policy_number", receipt=kept.import_receipt)
    group.findings.append(written.finding(found, group.row))
    return "to_mend", None


def _number(policy: OldPolicy) -> Number:
    return Number(policy.number, policy.first_day.year)


def _lines(policy: OldPolicy, receipt: str, key: int | None) -> PolicyLines:
    """What an old policy is kept as; its mark is made with that key of the service."""
    unit = OldUnit(
        name=policy.unit,
        kind=policy.kind,
        county=policy.county,
        credit_code=policy.credit_code,
    )
    people = list(map(_covered, policy.people))
    days = [policy.first_day, policy.last_day, policy.issued, policy.plan]
    # What nothing is said of is left out: a column that comes later makes no other policy of it.
    said = sorted(each.model_dump_json(exclude={"row"}, exclude_defaults=True) for each in people)
    unit_said = unit.model_dump(exclude_defaults=True)
    content = json.dumps([policy.number, unit_said, list(map(str, days)), said])
    mark = keyed_hash("old-policy", content, key=key)
    return PolicyLines(
        receipt=receipt,
        number=policy.number,
        unit=unit,
        first_day=policy.first_day,
        last_day=policy.last_day,
        issued=policy.issued,
        plan=policy.plan,
        mark=mark,
        people=people,
    )


def _covered(person: OldPerson) -> Covered:
    insured, payment = person
    return Covered(**values(insured), row=insured.row, paid=payment)


def _checked(group: Group, standing: Standing) -> CheckedPolicy:
    policy = group.policy
    return CheckedPolicy(
        row=group.row,
        number=group.number,
        unit_name=group.unit,
        county=policy.county if policy else "",
        first_day=policy.first_day if policy else None,
        last_day=policy.last_day if policy else None,
        people=len(group.rows),
        paid=sum(each.payment is not None for each in policy.people) if policy else 0,
        standing=standing,
        errors=sum(each.severity == "error" for each in group.findings),
    )


def _names(written: Written, findings: Iterable[Finding]) -> dict[str, str]:
    rows = {each.row for each in findings}
    names = ((row, said.get("name")) for row, said in written.rows if row in rows)
    return {str(row): shown(name, _LONGEST_NAME) for row, name in names if name is not None}
