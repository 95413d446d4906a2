"""What the desk says became of a unit: renamed, merged, separated again, split (改名、合并、分立).

Which industry union (产业工会) it belongs to, the federation says.

One person says so, with a reason: it changes what is found together, and neither money nor cover,
which follow from each person's own number. The same request sent again is answered again.
"""

from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from functions.platform import table
from functions.platform.problems import Problem, of_rule, refuse_if
from functions.records import industries, receipts
from functions.records.submissions import fingerprint_of
from functions.records.units import store
from functions.records.units.models import Event, Happening, Named, Unit
from functions.records.units.store import Family, KeptUnit, Parts
from functions.staff.decision import Decision
from functions.staff.units import units
from functions.staff.units.models import (
    IndustryIn,
    MergedIn,
    NamedIn,
    RenamedIn,
    SeparatedIn,
    SplitIn,
    UnitCase,
    UnitRequest,
)
from shared_rules.findings import Finding, RuleError
from shared_rules.identity import credit_code

_ATTEMPTS: Final = 3


def change(decision: Decision, request: UnitRequest) -> UnitCase:
    """Keep what became of a unit.

    Raises:
        Problem: 404: it, or the other unit, is not hers to decide on; 412: somebody was faster;
            409: another unit has the name, or is part of this one; 422: the day is to come, or
            nothing changes.
    """
    said = _Said(decision, request, fingerprint_of(request, "unit"))
    for attempt in range(_ATTEMPTS):
        family = units.find(decision.staff, decision.receipt, decision.now)
        unit = family.root.unit
        if decision.is_among(family.root.events, said.asked):
            return units.shown(decision.staff, family)
        said.may_change(unit.named)
        if unit.revision != decision.revision:
            raise decision.conflict(family.root.events)
        if request.since > decision.today:
            refuse_if([Finding.of("unit.day_to_come", field="since")])
        with suppress(table.Taken):
            table.transact(_parts(said, family, attempt))
    family = units.find(decision.staff, decision.receipt, decision.now)
    if not decision.is_among(family.root.events, said.asked):
        raise decision.conflict(family.root.events)
    return units.shown(decision.staff, family)


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody says became of a unit."""

    decision: Decision
    request: UnitRequest
    asked: str

    def event(self, unit: Unit | None, what: Happening, **said: Any) -> Event:
        """The event that it is in the life of a unit, or of one that begins with it."""
        return Event(
            at=self.decision.now,
            what=what,
            revision=unit.revision + 1 if unit else 1,
            by=self.decision.staff.actor,
            reason=self.request.reason,
            since=self.request.since,
            asked=self.asked,
            **said,
        )

    def may_change(self, named: Named) -> None:
        """Refuse who may not say this of a unit: its industry union the federation says.

        Raises:
            Problem: 404.
        """
        if not isinstance(self.request.what, IndustryIn):
            self.may_decide(named)
        elif not self.decision.staff.places_units:
            raise Problem(HTTPStatus.NOT_FOUND, "staff.role")

    def may_decide(self, named: Named) -> None:
        """Refuse who does not decide in the county.

        Raises:
            Problem: 404.
        """
        if not self.decision.staff.decides_in(named.county):
            raise Problem(HTTPStatus.NOT_FOUND, "staff.role")


def _parts(said: _Said, family: Family, attempt: int) -> Parts:
    """The parts of the transaction by which it happens."""
    root = family.root.unit
    match said.request.what:
        case RenamedIn() as what:
            return _renamed(said, family, _named(what, root.named.credit_code))
        case SplitIn() as what:
            return _split(said, family, _named(what), attempt)
        case MergedIn() as what:
            found = units.find(said.decision.staff, what.other, said.decision.now)
            other = _another(said, family, found.root)
            return _both(said, (root, "merged"), (other, "merged_into"))
        case SeparatedIn() as what:
            part = _part(family, what.other)
            return _both(said, (root, "separated"), (part, "separated_from"))
        case IndustryIn() as what:
            return _placed(said, root, what.industry)


def _renamed(said: _Said, family: Family, named: Named) -> Parts:
    """Raises `Problem`: nothing changes, or another unit is known so, which is merged instead."""
    unit = family.root.unit
    said.may_decide(named)
    if named == unit.named:
        refuse_if([Finding.of("unit.nothing_changes", field="what.name")])
    for known in store.units_of(named):
        if known not in family.receipts:
            raise Problem(HTTPStatus.CONFLICT, "unit.known", params={"unit": known})
    return store.adding(unit, said.event(unit, "renamed", named=named))


def _split(said: _Said, family: Family, named: Named, attempt: int) -> Parts:
    """The unit that came out of it is one that is known so, or begins now."""
    root, known = family.root.unit, store.known_as(named)
    found = store.family(known) if known else None
    if found:
        other = _another(said, family, found.root)
        return _both(said, (root, "split"), (other, "split_from"))
    said.may_decide(named)
    begins = said.event(None, "split_from", other=root.receipt)
    receipt, parts = store.register(named, begins, attempt)
    return parts | store.adding(root, said.event(root, "split", other=receipt))


def _placed(said: _Said, unit: Unit, industry: str) -> Parts:
    """Raises `Problem`: nothing changes, or there is no such industry union."""
    if industry and industry not in industries.every():
        refuse_if([Finding.of("unit.no_industry", field="what.industry")])
    if industry == unit.industry:
        refuse_if([Finding.of("unit.same_industry", field="what.industry")])
    return store.adding(unit, said.event(unit, "industry", industry=industry))


def _both(said: _Said, one: tuple[Unit, Happening], other: tuple[Unit, Happening]) -> Parts:
    """What happens to two units at once."""
    (unit, what), (other_unit, what_to_it) = one, other
    return store.adding(unit, said.event(unit, what, other=other_unit.receipt)) | store.adding(
        other_unit, said.event(other_unit, what_to_it, other=unit.receipt)
    )


def _named(what: NamedIn, code: str = "") -> Named:
    """Raises `Problem`: it is no 统一社会信用代码."""
    if what.credit_code.strip():
        try:
            code = credit_code.parse(what.credit_code)
        except RuleError as error:
            raise of_rule(error, "what.credit_code") from error
    return Named(name=what.name, county=what.county, credit_code=code)


def _another(said: _Said, family: Family, other: KeptUnit) -> Unit:
    """The other unit.

    Raises:
        Problem: 404: it is not hers to decide on; 409: it is this one, or part of it.
    """
    said.may_decide(other.unit.named)
    if other.unit.receipt in family.receipts:
        raise Problem(HTTPStatus.CONFLICT, "unit.same")
    return other.unit


def _part(family: Family, receipt_text: str) -> Unit:
    """The unit that was merged into this one, whatever was merged into it before.

    Raises:
        Problem: 409: it was not.
    """
    receipt = receipts.read(receipt_text, "DW")
    for each in family.members:
        if each.unit.receipt == receipt and each.unit.merged_into == family.root.unit.receipt:
            return each.unit
    raise Problem(HTTPStatus.CONFLICT, "unit.no_part")
