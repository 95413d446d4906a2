"""What is kept of somebody, out of every record that she is in: 个人信息保护法第四十五条.

Of a list, or an import of old policies, it is what is said of her alone: the rest is about other
people. What the service keeps for itself, such as hashes of codes, is about nobody.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Final, NamedTuple

from functions.records import holdings, kinds
from functions.records.claims import store as claims_store
from functions.records.claims.kept_claim import WholeClaim
from functions.records.holdings import KeptItem, KeptObject
from functions.records.old_policies import store as old_policies_store
from functions.records.old_policies.models import Covered, Import, OldPolicy
from functions.records.person_index import Known
from functions.records.person_places import Person
from functions.records.receipts import kind_of
from functions.records.rosters import store
from functions.records.rosters.models import Roster
from shared_rules.roster.form.rows import Insured

_OF_THE_SERVICE: Final = frozenset(
    (
        *(
            "pk",
            "sk",
            "schema",
            "access_hash",
            "fingerprint",
            "asked",
            "person",
            "list_mark",
            "changes",
            "holder",
        ),
        *("queue", "queue_order", "unit_county", "unit_order", "expires_at", "pending"),
    )
)
_ACTOR: Final = "by"
_KINDS: Final = ("AK", "BL", "LP")
_TEXTS: Final = ("claims/*/v*/report*", "claims/*/v*/supplement*")


class HerList(NamedTuple):
    """A list that she is or was in: its head, and her rows in each of its versions."""

    roster: Roster
    rows: list[tuple[int, Insured]]
    said: list[dict[str, Any]]
    elsewhere: list[str]
    """What else is kept of the list that names other people, too, and so is not copied."""


class HerOldPolicy(NamedTuple):
    """An old policy that was brought in (补录), and what it says of her."""

    policy: OldPolicy
    people: list[Covered]


class HerClaim(NamedTuple):
    """A claim of hers, and every item and text that is kept of it."""

    whole: WholeClaim
    said: list[dict[str, Any]]


class KeptOfPerson(NamedTuple):
    """All that is kept of somebody."""

    lists: list[HerList]
    old_policies: list[HerOldPolicy]
    claims: list[HerClaim]
    under_her: list[dict[str, Any]]
    """What lies under the keyed hash of her number."""

    @property
    def receipts(self) -> list[str]:
        """Of every record that she is in."""
        return [
            *(each.roster.receipt for each in self.lists),
            *(each.policy.receipt for each in self.old_policies),
            *(each.whole.kept.claim.receipt for each in self.claims),
        ]


def of(number: str, person: Person, known: Known) -> KeptOfPerson:
    """All that is kept of somebody.

    Args:
        number: her ID number.
        person: who has it.
        known: what the index knows of her.

    Raises:
        UnreadableError: a record cannot be read.
    """
    receipts = holdings.records_of(known)
    of_kind = {kind: [each for each in receipts if kind_of(each) == kind] for kind in _KINDS}
    return KeptOfPerson(
        list(filter(None, (_list(each, number) for each in of_kind["AK"]))),
        list(filter(None, (_old_policy(each, number) for each in of_kind["BL"]))),
        list(filter(None, map(_claim, of_kind["LP"]))),
        [_shown(each) for each in holdings.items_of_person(person)],
    )


def _list(receipt: str, number: str) -> HerList | None:
    kept = store.find(receipt)
    if kept is None:
        return None
    found = holdings.objects_of(receipt)
    rows: list[tuple[int, Insured]] = []
    now_hers: set[int] = set()
    for key, insured in rows_in(found, number):
        if key == kept.roster.rows_object:
            now_hers.add(insured.row)
        # What two objects of a version say alike, once.
        if (row := (version_of(key), insured)) not in rows:
            rows.append(row)
    rows.sort(key=lambda each: (each[0], each[1].row))
    of_version: dict[int, set[int]] = {}
    for version, each in rows:
        of_version.setdefault(version, set()).add(each.row)
    # A row that has another number since it was put right (批改) is somebody else's story.
    of_version.get(kept.roster.version, set()).intersection_update(now_hers)
    others = (kinds.ROWS, kinds.COVERS)
    elsewhere = dict.fromkeys(each.kind.what for each in found if each.kind not in others)
    said = [*_said(holdings.items_of(receipt), of_version, kept.roster.version)]
    return HerList(kept.roster, rows, [*said, *_covers(found, of_version)], list(elsewhere))


def rows_in(found: Iterable[KeptObject], number: str) -> Iterator[tuple[str, Insured]]:
    """Her rows in what is kept of a list, with the key of the object that has each."""
    for each in found:
        if each.kind == kinds.ROWS:
            people = store.people_in(each.key)
            yield from ((each.key, one) for one in people if one.id_number == number)


def _said(
    items: Iterable[KeptItem], rows: Mapping[int, Set[int]], version: int
) -> Iterator[dict[str, Any]]:
    """What the items of a list say of her: what was decided on, or was found about, her row."""
    for kind, item in items:
        hers = rows.get(int(item.get("version", version)), frozenset())
        parts = list(holdings.about(item, hers)) if kind.whose == "among" else []
        if parts:
            yield {"record": kind.what, "at": item.get("at"), "said": cleaned(parts)}


def _covers(found: Iterable[KeptObject], rows: Mapping[int, Set[int]]) -> Iterator[dict[str, Any]]:
    for each in found:
        if each.kind == kinds.COVERS:
            hers = rows.get(version_of(each.key), frozenset())
            parts = list(holdings.about(json.loads(holdings.bytes_of(each)), hers))
            if parts:
                yield {"record": each.kind.what, "said": cleaned(parts)}


def version_of(key: str) -> int:
    """The version of a list that an object is of."""
    return int(key.split("/")[2].removeprefix("v"))


def _old_policy(receipt: str, number: str) -> HerOldPolicy | None:
    policy = old_policies_store.policy(receipt)
    imported = old_policies_store.find(policy.import_receipt) if policy else None
    if policy is None or imported is None:
        return None
    return HerOldPolicy(policy, covered_in(imported, receipt, number))


def covered_in(imported: Import, receipt: str, number: str) -> list[Covered]:
    """What an import says of her under one of its policies."""
    lines = [each for each in old_policies_store.lines(imported) if each.receipt == receipt]
    return [each for line in lines for each in line.people if each.id_number == number]


def _claim(receipt: str) -> HerClaim | None:
    kept = claims_store.find(receipt)
    if kept is None:
        return None
    items = [_shown(each) for each in holdings.items_of(receipt) if each.kind.whose == "insured"]
    texts = [
        {"record": each.kind.what, **cleaned(json.loads(holdings.bytes_of(each)))}
        for each in holdings.objects_of(receipt)
        if each.kind.place in _TEXTS
    ]
    return HerClaim(claims_store.whole(kept), [*items, *texts])


def _shown(kept: KeptItem) -> dict[str, Any]:
    return {"record": kept.kind.what, **cleaned(kept.item)}


def cleaned(said: Any) -> Any:
    """The same without what the service keeps for itself, and of the desk's people their roles."""
    if isinstance(said, dict):
        return {
            name: part.get("roles") if name == _ACTOR and isinstance(part, dict) else cleaned(part)
            for name, part in said.items()
            if name not in _OF_THE_SERVICE
        }
    return [cleaned(part) for part in said] if isinstance(said, list) else said
