"""The index of people: what is known of a person, found by the keyed hash of her ID number only.

Under which hash that is says `person_places`.

Her one item has an attribute for each list that she is in, named for its receipt (`AK-…`), one for
each old policy that was brought in (`BL-…`), one for each claim that was settled (`LP-…`), and one
for each item (保险责任) that has ended for her (第五条); it counts the claims that were settled.
Each is written on its own: a version of a list never over a newer one, nor what may be covered over
what an accepted list covers.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from functions.platform import table
from functions.records import kept, person_places
from functions.records.claims.claim_events import Amounts, Outcome, PaidStay
from functions.records.claims.models import Claim, KeptReport
from functions.records.person_places import Person, place_of
from shared_rules.findings import Finding
from shared_rules.identity import id_number
from shared_rules.lump_sum import History
from shared_rules.plans import ItemName
from shared_rules.records import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_LISTS: Final = ("AK-", "BL-")
_CLAIM: Final = "LP-"
_ENDED: Final = "ended_"
_CASE: Final = "case_"
_SETTLEMENTS: Final = "settled_claims"


class Listing(Record):
    """What the version of one list says of a person: covered from … until, or not in it (any more).

    Both days are inclusive. Before the insurer has accepted the list they are the earliest that may
    be; once it has, `policy_issued` is the day of its policy, and `old_last_day` the last day of
    old cover of which the desk has seen the papers; `premium` is what was paid for her, in yuan,
    where two sums were in question (第二十条).
    """

    version: int
    cover_from: date | None = None
    cover_until: date | None = None
    policy_issued: date | None = None
    old_last_day: date | None = None
    premium: int | None = None

    def overlaps(self, other: Self) -> bool:
        """Whether both cover one and the same day."""
        if not (self.cover_from and self.cover_until and other.cover_from and other.cover_until):
            return False
        return self.cover_from <= other.cover_until and other.cover_from <= self.cover_until


class PaidClaim(Record):
    """A claim that was decided: for which item, how, when, and the stays that were reckoned with.

    `paid_on` is the day of the decision until what it gives was paid. Where it was reopened and
    decided again, `amounts` are what was paid before together with what is now, and `stays` those
    of all its decisions.
    `given_back` is the first day, at that time, of the policy whose premium was given back, and
    `given_back_under` the receipt of its list or old policy; empty where nobody has kept it.
    """

    item: ItemName
    paid_on: date
    amounts: Amounts
    stays: list[PaidStay]
    outcome: Outcome = "pay"
    given_back: date | None = None
    given_back_under: str = ""


class Ended(Record):
    """An item that is over for her: by which claim or old policy, and when it was paid.

    `is_refund` says that the premium was given back for an illness in the waiting period.
    """

    receipt: str
    paid_on: date
    is_refund: bool = False

    def told(self, item: str) -> Finding:
        """What is told of it; `item` is what people call the item."""
        code = "cover.item_refunded" if self.is_refund else "cover.item_ended"
        return Finding.of(code, item=item, paid_on=self.paid_on.isoformat())


class Known(NamedTuple):
    """What is known of a person: lists and paid claims by receipt, ended items by name.

    Old policies that were brought in stand among the lists. `unpaid` are the claims that ended
    without a benefit; `settlements` counts all that ended, so that two do not end on one and the
    same history. `restricted_on` is since when her data are only kept, as she has asked (限制处理).
    """

    lists: dict[str, Listing]
    claims: dict[str, PaidClaim]
    ended: dict[ItemName, Ended]
    unpaid: Mapping[str, PaidClaim] = MappingProxyType({})
    settlements: int = 0
    reported: Sequence[str] = ()
    restricted_on: date | None = None

    @property
    def cases(self) -> list[str]:
        """The receipts of all her claims."""
        return sorted({*self.reported, *self.settled})

    @property
    def settled(self) -> dict[str, PaidClaim]:
        """All her claims that have ended, with a benefit or without one, by receipt."""
        return {**self.claims, **self.unpaid}

    def without(self, receipt: str) -> Self:
        """The same but for one claim: what came of it does not judge it when it is reopened."""
        return self._replace(
            claims={name: each for name, each in self.claims.items() if name != receipt},
            unpaid={name: each for name, each in self.unpaid.items() if name != receipt},
            ended={item: each for item, each in self.ended.items() if each.receipt != receipt},
        )

    @property
    def over(self) -> dict[ItemName, Ended]:
        """The items that are over for her, also those for whose illness a claim was refunded."""
        refunded = {
            each.item: Ended(receipt=receipt, paid_on=each.paid_on, is_refund=True)
            for receipt, each in self.unpaid.items()
            if each.outcome == "refund"
        }
        return {**refunded, **self.ended}

    @property
    def history(self) -> History:
        """What became of her earlier claims, as the rules judge by it."""
        ended, unpaid = self.ended.items(), self.unpaid.values()
        return History(
            paid=frozenset(item for item, each in ended if not each.is_refund),
            refunded=frozenset(item for item, each in ended if each.is_refund)
            | {each.item for each in unpaid if each.outcome == "refund"},
            refused=frozenset(each.item for each in unpaid if each.outcome == "refuse"),
            given_back=frozenset(filter(None, self._given_back())),
        )

    def _given_back(self) -> Iterator[date | None]:
        """The first days of the policies whose premium was given back, as they are by now."""
        for each in self.settled.values():
            yield self._begins(each.given_back_under) or each.given_back
        for ended in self.ended.values():
            if ended.is_refund:
                yield self._begins(ended.receipt)

    def _begins(self, receipt: str) -> date | None:
        return self.lists[receipt].cover_from if receipt in self.lists else None


def ended_attribute(item: ItemName) -> str:
    """The attribute that is there once an item has ended."""
    return f"{_ENDED}{item}"


def insured_of(claim: Claim, report: KeptReport | None) -> Person:
    """Whom a claim is about: also under the hash that was hers when she reported it.

    Where its report is gone, that one is all that is left.
    """
    if report is None:
        return (claim.person,)
    number = id_number.parse(report.reported.insured.id_number).value
    return tuple(dict.fromkeys((*person_places.person_of(number), claim.person)))


def known(person: Person) -> Known:
    """What is known of a person; of one whom no list names, nothing."""
    return _read_all([table.get(person_places.key_under(each)) for each in person])


def known_of(persons: Iterable[Person]) -> dict[Person, Known]:
    """What is known of many people."""
    items = person_places.items_of(persons)
    return {person: _read_all(hers) for person, hers in items.items()}


def _read_all(items: Iterable[Mapping[str, Any] | None]) -> Known:
    """What her items say together, the newest first; it is where the next settlement is kept."""
    newest, *older = [each for each in items if each] or [{}]
    said = dict(ChainMap(dict(newest), *map(dict, older)))
    return read({**said, _SETTLEMENTS: newest.get(_SETTLEMENTS, 0)})


def read(item: dict[str, Any]) -> Known:
    """What somebody's item says.

    Raises:
        UnreadableError: it cannot be read; the log names its key.
    """
    return kept.read_by(_said_by, item)


def _said_by(item: dict[str, Any]) -> Known:
    settled = {name: PaidClaim.model_validate(said) for name, said in _named(item, _CLAIM)}
    return Known(
        {name: Listing.model_validate(said) for name, said in _named(item, _LISTS)},
        {name: each for name, each in settled.items() if each.outcome == "pay"},
        {
            name.removeprefix(_ENDED): Ended.model_validate(said)
            for name, said in _named(item, _ENDED)
        },
        {name: each for name, each in settled.items() if each.outcome != "pay"},
        int(item.get(_SETTLEMENTS, 0)),
        [name.removeprefix(_CASE) for name, _ in _named(item, _CASE)],
        person_places.restricted_on(item),
    )


def note_case(person: Person, receipt: str) -> None:
    """Keep that a claim was reported of a person; the same again changes nothing."""
    person_places.change_if(
        "attribute_not_exists(#case)",
        place_of(person),
        "SET #case = :here",
        {":here": True},
        {"#case": f"{_CASE}{receipt}"},
    )


def settle(
    person: Person, receipt: str, claim: PaidClaim, known: Known
) -> "TransactWriteItemTypeDef":
    """The part of a transaction that keeps how a claim ended, on what is known of her until now.

    A lump sum ends its item, once; what else this claim had ended goes on.

    It fails where a claim of hers has ended meanwhile, or another one has ended the item.
    """
    names = {"#claim": receipt, "#count": _SETTLEMENTS}
    own = [item for item, each in known.ended.items() if each.receipt == receipt]
    values: dict[str, Any] = {
        "claim": claim.model_dump(mode="json", exclude_none=True),
        "next": known.settlements + 1,
        "seen": known.settlements,
    }
    condition = "#count = :seen"
    if known.settlements == 0:
        condition = f"(attribute_not_exists(#count) OR {condition})"
    change = "SET #claim = :claim, #count = :next"
    if claim.amounts.lump_sum:
        ended = Ended(receipt=receipt, paid_on=claim.paid_on)
        names["#ended"] = ended_attribute(claim.item)
        values["ended"] = ended.model_dump(mode="json")
        if claim.item not in own:
            condition += " AND attribute_not_exists(#ended)"
        change += ", #ended = :ended"
        own = [item for item in own if item != claim.item]
    if own:
        names |= {f"#own{number}": ended_attribute(item) for number, item in enumerate(own)}
        change += " REMOVE " + ", ".join(f"#own{number}" for number in range(len(own)))
    place = place_of(person)
    if person_places.is_to_be_moved(place, person):
        condition += f" AND {person_places.STILL_HERE}"
    return person_places.change_where(condition, place, change, names, **values)


def put_paid_on(
    person: Person, receipt: str, day: date, known: Known
) -> "TransactWriteItemTypeDef | None":
    """The part of a transaction that keeps when was paid what was decided on a claim.

    None where nothing is known of the claim any more.
    """
    if receipt not in known.settled:
        return None
    own = [item for item, each in known.ended.items() if each.receipt == receipt]
    names = {"#claim": receipt, **{f"#own{n}": ended_attribute(own[n]) for n in range(len(own))}}
    condition = " AND ".join(f"attribute_exists({name})" for name in names)
    change = "SET " + ", ".join(f"{name}.paid_on = :day" for name in names)
    place = place_of(person)
    return person_places.change_where(condition, place, change, names, day=day.isoformat())


def put_listing(
    person: Person, receipt: str, listing: Listing, *, ends_policy: bool = False
) -> Known | None:
    """Keep what a list says of a person; with the same again, nothing changes.

    Args:
        person: who it is.
        receipt: of the list.
        listing: what one of its versions says.
        ends_policy: whether it may take the place of what the insurer said of that version, as the
            acceptance was withdrawn (批改).

    Returns:
        What is known of her; None where a newer version, or the insurer, had its say already.
    """
    not_older = "#receipt.version <= :version"
    if listing.policy_issued is None and not ends_policy:
        not_older += " AND attribute_not_exists(#receipt.policy_issued)"
    item = person_places.change_if(
        f"attribute_not_exists(#receipt) OR ({not_older})",
        place_of(person),
        "SET #receipt = :listing",
        {
            ":listing": listing.model_dump(mode="json", exclude_none=True),
            ":version": listing.version,
        },
        {"#receipt": receipt},
    )
    return read(item) if item else None


def put_old_policy(
    person: Person, receipt: str, listing: Listing, ended: Mapping[ItemName, Ended]
) -> Known | None:
    """Keep what an old policy says of a person, in one write; with the same again nothing changes.

    Args:
        person: who it is.
        receipt: of the policy.
        listing: what one of its versions says.
        ended: the items that were paid or refunded under it; what has ended already stays as it is.

    Returns:
        What is known of her; None where a newer version had its say already.
    """
    names = {"#receipt": receipt}
    values: dict[str, Any] = {
        ":listing": listing.model_dump(mode="json", exclude_none=True),
        ":version": listing.version,
    }
    change = "SET #receipt = :listing"
    for item, each in ended.items():
        names[f"#{item}"] = ended_attribute(item)
        values[f":{item}"] = each.model_dump(mode="json", exclude_defaults=True)
        change += f", #{item} = if_not_exists(#{item}, :{item})"
    condition = "attribute_not_exists(#receipt) OR #receipt.version <= :version"
    kept = person_places.change_if(condition, place_of(person), change, values, names)
    return read(kept) if kept else None


def take_back_ended(person: Person, receipt: str, item: ItemName) -> None:
    """Take back that an item has ended, where this old policy said so."""
    condition, names = "#ended.receipt = :receipt", {"#ended": ended_attribute(item)}
    for place in _places_of(person):
        person_places.change_if(condition, place, "REMOVE #ended", {":receipt": receipt}, names)


def forget(person: Person, receipt: str, keeps: Mapping[ItemName, Ended] | None = None) -> None:
    """Take out of somebody's item what it says of one record; may be done again.

    What was paid stays: an item that has ended for her, and what `keeps` says of one.
    """
    names = {"#record": receipt, "#case": f"{_CASE}{receipt}"}
    values: dict[str, Any] = {}
    sets = []
    for item, each in (keeps or {}).items():
        names[f"#{item}"] = ended_attribute(item)
        values[f":{item}"] = each.model_dump(mode="json", exclude_defaults=True)
        sets.append(f"#{item} = if_not_exists(#{item}, :{item})")
    change = f"SET {', '.join(sets)} REMOVE #record, #case" if sets else "REMOVE #record, #case"
    for place in _places_of(person):
        left = person_places.change_if(person_places.STILL_HERE, place, change, values, names)
        if left is not None and not _says_anything(left):
            _drop(place)


def _places_of(person: Person) -> Iterator[dict[str, str]]:
    """Wherever something of her may lie, and in the end, where she is moved, lies."""
    return map(person_places.key_under, reversed(person))


def _drop(place: Mapping[str, str]) -> None:
    """Delete an item that says nothing any more; what somebody has just written is put back."""
    gone = table.delete(place)
    if gone is not None and _says_anything(gone):
        table.transact({"said": person_places.adding(place, gone)})


def _says_anything(item: Mapping[str, Any]) -> bool:
    return any(name.startswith((*_LISTS, _CLAIM, _ENDED, _CASE)) for name in item)


def _named(item: dict[str, Any], prefix: str | tuple[str, ...]) -> list[tuple[str, Any]]:
    return [(name, said) for name, said in sorted(item.items()) if name.startswith(prefix)]
