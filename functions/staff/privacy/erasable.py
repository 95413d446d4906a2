"""What may be deleted of somebody (个人信息保护法第四十七条), what must stay, why, until when.

A cover that runs, a list that is worked on, and a claim keep what they rest on; so does what a file
says of other people. What stays is deleted when its time is over, as all that is kept.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import Any, Final, NamedTuple, get_args

from functions.records import erasing, holdings, kinds, retention
from functions.records.claims import store as claims_store
from functions.records.claims.claim_events import OpenState
from functions.records.claims.kept_claim import KeptClaim
from functions.records.erasures import Line, Places
from functions.records.holdings import KeptItem, KeptObject
from functions.records.kinds import ITEMS, Kind
from functions.records.old_policies import store as old_policies_store
from functions.records.person_index import Known
from functions.records.person_places import Person, person_of
from functions.records.receipts import kind_of
from functions.records.rosters import endorsements, store
from functions.records.rosters.kept_roster import KeptCase
from functions.staff.privacy import kept_of_person
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.roster import difference
from shared_rules.roster.form.rows import Insured

_MISTYPED_AT_MOST: Final = 4
"""So many signs of a number may differ that it still counts as hers, under her name: two of them
swapped, and its check digit.
"""
_INDEX: Final = next(each for each in ITEMS if each.erasing == "entry")


class Erasable(NamedTuple):
    """What goes, what stays, and where she stands in what goes."""

    goes: list[Line]
    stays: list[Line]
    places: list[Places]

    @classmethod
    def joined(cls, parts: Iterable["Erasable"]) -> "Erasable":
        """All of it together."""
        all_of = list(zip(*parts, strict=True)) or [(), (), ()]
        return cls(*([each for part in parts_ for each in part] for parts_ in all_of))


def of(number: str, known: Known, today: date) -> Erasable:
    """What may be deleted of somebody today.

    Raises:
        UnreadableError: a record cannot be read.
    """
    claims = [each for each in map(claims_store.find, known.cases) if each]
    parts = [
        _list(receipt, number, today, rests=bool(claims))
        if kind_of(receipt) == "AK"
        else _old_policy(receipt, number, today, rests=bool(claims))
        for receipt in sorted(known.lists)
    ]
    log = _stays(
        "", _words("erasure.what_log"), "erasure.stays_log", told=retention.terms()["erasures"].told
    )
    stays = [*map(_claim, claims), *_ended(known, today), log]
    return Erasable.joined([*parts, Erasable([], stays, [])])


# ---- claims, and what was paid ----


def _claim(kept: KeptClaim) -> Line:
    receipt, reported_at = kept.claim.receipt, kept.claim.reported_at
    is_open = kept.stands.state in get_args(OpenState)
    why = "erasure.stays_open_claim" if is_open else "erasure.stays_claim"
    until = retention.ends("claim_records", reported_at).date()
    return _stays(receipt, _words("erasure.what_claim"), why, until)


def _ended(known: Known, today: date) -> Iterator[Line]:
    plan = plans.in_force(today)
    for item, each in known.ended.items():
        what = plans.known_item(item, plan).name
        yield _stays(each.receipt, _words("erasure.what_paid", item=what), "erasure.stays_paid")


# ---- lists ----


class _Rows(NamedTuple):
    """Her rows in a list: by the key of each object, and in the list as it stands now."""

    by_key: dict[str, set[int]]
    listed: list[int]
    people: list[Insured]
    version: int

    def of_version(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for key, rows in self.by_key.items():
            found.setdefault(kept_of_person.version_of(key), set()).update(rows)
        return found

    def of_others(self) -> list[Insured]:
        """Who stands in a row under another number since hers was put right there (批改)."""
        once = self.of_version().get(self.version, set()).difference(self.listed)
        return [each for each in self.people if each.row in once]

    def still_hers(self) -> dict[int, set[int]]:
        """Her rows by version, without those whose cover and story are somebody else's now."""
        others = {each.row for each in self.of_others()}
        found = self.of_version()
        found[self.version] = found.get(self.version, set()) - others
        return {version: rows for version, rows in found.items() if rows}


def _list(receipt: str, number: str, today: date, *, rests: bool) -> Erasable:
    kept = store.case(receipt)
    if kept is None:  # its time was over, and the index is one step behind
        return Erasable([_entry(receipt)], [], [Places(receipt=receipt)])
    found = holdings.objects_of(receipt)
    rows = _rows(kept, found, number)
    until = retention.ends("roster_records", kept.roster.submitted_at).date()
    if why := _needs_list(kept, rows, today, rests=rests):
        what = _words("erasure.what_list", rows=_in_words(rows.of_version()))
        return Erasable([], [_stays(receipt, what, until=until, **why)], [])
    going = [each for each in found if _goes_whole(each, kept, rows)]
    places = _places(kept, found, going, rows)
    staying = [
        each.kind
        for each in found
        if each.kind.erasing == "whole" and each not in going and _may_show(each, rows)
    ]
    stays = [_stays(receipt, _together(staying), "erasure.stays_among", until)] if staying else []
    return Erasable(list(_goes(kept, going, places, rows)), stays, [places])


def _needs_list(kept: KeptCase, rows: _Rows, today: date, *, rests: bool) -> dict[str, Any] | None:
    """Why she must stay in a list, if she must."""
    roster, accepted = kept.roster, kept.roster.acceptance
    if roster.is_ended:
        return None
    if rows.listed and accepted is None:
        return {"why": "erasure.stays_waiting"}
    last_days = accepted.last_days(rows.people) if accepted else {}
    covered = [day for row in rows.listed if (day := last_days[row])]
    if covered and max(covered) >= today:
        return {"why": "erasure.stays_running", "last_day": max(covered).isoformat()}
    if _must_be_told(kept, rows, today):
        return {"why": "erasure.stays_to_tell"}
    return {"why": "erasure.stays_rests"} if covered and rests else None


def _must_be_told(kept: KeptCase, rows: _Rows, today: date) -> bool:
    """Whether the insurer was given her with the list, and not yet that she has left it."""
    accepted, last = kept.roster.acceptance, kept.hand_offs[-1:]
    if accepted and accepted.last_day < today:
        return False
    left = accepted.left if accepted else {}
    stays = any(row not in left for row in rows.listed)
    return not stays and any(
        rows.by_key.get(each.rows_object, set()).difference(each.rows_out) for each in last
    )


def _rows(kept: KeptCase, found: Iterable[KeptObject], number: str) -> _Rows:
    """Where she stands, also where her number or name was written otherwise before."""
    roster = kept.roster
    by_key: dict[str, set[int]] = {}
    for key, each in kept_of_person.rows_in(found, number):
        by_key.setdefault(key, set()).add(each.row)
    people = store.people(roster)
    listed = by_key.get(roster.rows_object, set())
    if listed:
        for earlier in endorsements.earlier_rows(kept.events):
            if kept_of_person.version_of(earlier) == roster.version:
                by_key.setdefault(earlier, set()).update(listed)
        for version in store.earlier_versions(roster.receipt):
            if was := set(_mistyped(store.people(version), people, listed, number)):
                by_key.setdefault(version.rows_object, set()).update(was)
    return _Rows(by_key, sorted(listed), people, roster.version)


def _mistyped(
    before: Sequence[Insured], people: Sequence[Insured], listed: Set[int], number: str
) -> Iterator[int]:
    """Her rows in an earlier version that had her number nearly right; a namesake's are not."""
    now = difference.rows_now(before, people)
    for each in before:
        if now.get(each.row) in listed:
            pairs = zip(each.id_number, number, strict=False)
            if sum(one != other for one, other in pairs) <= _MISTYPED_AT_MOST:
                yield each.row


def _goes_whole(each: KeptObject, kept: KeptCase, rows: _Rows) -> bool:
    """Whether a file goes as a whole: nobody else needs it."""
    if each.kind.erasing != "whole":
        return False
    if each.kind != kinds.ORIGINAL:
        return kept.roster.is_ended
    version = kept_of_person.version_of(each.key)
    is_former = kept.roster.is_ended or version != kept.roster.version
    return is_former and version in rows.of_version()


def _may_show(each: KeptObject, rows: _Rows) -> bool:
    return each.kind != kinds.ORIGINAL or kept_of_person.version_of(each.key) in rows.of_version()


def _places(
    kept: KeptCase, found: Iterable[KeptObject], going: Iterable[KeptObject], rows: _Rows
) -> Places:
    roster, of_version = kept.roster, rows.still_hers()
    covers = (each.key for each in found if each.kind == kinds.COVERS)
    by_key = rows.by_key | {
        key: of_version.get(kept_of_person.version_of(key), set()) for key in covers
    }
    items = holdings.items_of(roster.receipt)
    whole = [each.item["sk"] for each in items if each.kind.erasing == "whole"]
    gone = whole if roster.is_ended else []
    as_they_came = holdings.once_in_quarantine(roster.receipt) if roster.is_ended else set()
    staying = [each for each in items if each.item["sk"] not in gone]
    written = [
        each for key, its in rows.by_key.items() for each in store.people_in(key) if each.row in its
    ]
    others = (each for each in rows.people if each.row not in rows.listed)
    return Places(
        receipt=roster.receipt,
        persons=sorted(_persons(written) - _persons(others)),
        rows={key: sorted(its) for key, its in sorted(by_key.items()) if its},
        objects=sorted({each.key for each in going} | as_they_came),
        items=gone,
        texts=sorted(_texts(staying, written, rows, roster.version)),
        listed=rows.listed,
    )


def _persons(people: Iterable[Insured]) -> set[Person]:
    return {person_of(each.id_number) for each in people}


def _texts(
    items: Iterable[KeptItem], written: Iterable[Insured], rows: _Rows, version: int
) -> set[str]:
    """What was written about her in what stays of a list."""
    said = (text for each in written for text in (each.name, each.name_written, each.id_number))
    words = set(filter(None, said)) - {each.name for each in rows.of_others()}
    of_version = rows.still_hers()
    return {
        text
        for kind, item in items
        if kind.erasing in ("words", "whole")
        for text in erasing.texts_about(
            item, words, of_version.get(int(item.get("version", version)), set())
        )
    }


def _goes(
    kept: KeptCase, going: Iterable[KeptObject], places: Places, rows: _Rows
) -> Iterator[Line]:
    receipt = kept.roster.receipt
    if hers_now := rows.still_hers():
        what = _words("erasure.what_list", rows=_in_words(hers_now))
        yield Line(receipt=receipt, what=what)
    if others := {each.row for each in rows.of_others()}:
        what = _words("erasure.what_put_right", rows=_in_words({rows.version: others}))
        yield Line(receipt=receipt, what=what)
    if whole := _together(each.kind for each in going):
        yield Line(receipt=receipt, what=_words("erasure.what_whole", files=whole))
    if places.texts:
        yield Line(receipt=receipt, what=_words("erasure.what_texts", count=str(len(places.texts))))
    yield _entry(receipt)


# ---- old policies ----


def _old_policy(receipt: str, number: str, today: date, *, rests: bool) -> Erasable:
    policy = old_policies_store.policy(receipt)
    imported = old_policies_store.find(policy.import_receipt) if policy else None
    if policy is None or imported is None:
        return Erasable([_entry(receipt)], [], [Places(receipt=receipt)])
    until = retention.ends("old_policies", imported.at).date()
    what = _words("erasure.what_old_policy", number=policy.number)
    if imported.state in ("importing", "reversing"):
        return Erasable([], [_stays(receipt, what, "erasure.stays_importing", until)], [])
    if policy.last_day >= today and not policy.is_reversed:
        running = {"last_day": policy.last_day.isoformat()}
        stays = _stays(receipt, what, "erasure.stays_running", until, **running)
        return Erasable([], [stays], [])
    if rests and not policy.is_reversed:
        return Erasable([], [_stays(receipt, what, "erasure.stays_rests", until)], [])
    rows = [each.row for each in kept_of_person.covered_in(imported, receipt, number)]
    original = _stays(receipt, kinds.OLD_ORIGINAL.what, "erasure.stays_among", until)
    places = Places(receipt=receipt, rows={imported.lines_object: rows})
    return Erasable([Line(receipt=receipt, what=what), _entry(receipt)], [original], [places])


# ---- words ----


def _entry(receipt: str) -> Line:
    return Line(receipt=receipt, what=_INDEX.what)


def _stays(receipt: str, what: str, why: str, until: date | None = None, **params: str) -> Line:
    told = Finding.of(why, **params)
    return Line(receipt=receipt, what=what, why=f"{told.message}{told.fix}", until=until)


def _words(code: str, **params: str) -> str:
    return Finding.of(code, **params).title


def _in_words(of_version: dict[int, set[int]]) -> str:
    """第 1 版第 3 行、第 2 版第 3 行."""
    return "、".join(
        f"第 {version} 版第 {row} 行"
        for version, rows in sorted(of_version.items())
        for row in sorted(rows)
    )


def _together(found: Iterable[Kind]) -> str:
    return "、".join(dict.fromkeys(each.what for each in found))
