"""The 22 counties of 宁夏 and who looks after each (第十一条), from content/data/areas.yaml."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import AfterValidator

from shared_rules import yaml_file
from shared_rules.records import Model

DATA: Final = Path(__file__).parents[2] / "content" / "data"


COORDINATOR: Final = "coordinator"
"""As whom the coordinator of all areas subscribes to the topic of the contacts."""

CLAIMS_DESK: Final = "claims"
"""As whom the desk of claims subscribes to it; no contact in areas.yaml has this id."""


class Contact(Model):
    """The insurer's person for an area."""

    name: str
    phone: str
    area: str


def contact_of(county: str) -> Contact:
    """Who looks after a county; of one that there is no more, who coordinates all."""
    return _contacts().get(contact_id_of(county)) or Contact.model_validate(_data()["coordinator"])


def contact_id_of(county: str) -> str:
    """The id of who looks after a county."""
    return contact_ids().get(current_name(county), COORDINATOR)


def current_name(county: str) -> str:
    """What a county is called today; a name that was never known stays as it is."""
    return _renamed().get(county, county)


def names(county: str) -> tuple[str, ...]:
    """What a county is called, and what it was called when older records were written."""
    return (county, *(old for old, new in _renamed().items() if new == county))


def all_names(counties: Iterable[str]) -> tuple[str, ...]:
    """Counties by all the names under which records of theirs may lie."""
    return tuple(name for county in counties for name in names(county))


@cache
def _contacts() -> dict[str, Contact]:
    return {entry["id"]: Contact.model_validate(entry) for entry in _data()["contacts"]}


@cache
def _renamed() -> dict[str, str]:
    counties = [county for city in _data()["cities"] for county in city["counties"]]
    return {old: county["name"] for county in counties for old in county.get("formerly", ())}


@cache
def contact_ids() -> dict[str, str]:
    """The id of each county's contact, by the county's name; two areas may share a person."""
    return {
        county["name"]: county["contact"]
        for city in _data()["cities"]
        for county in city["counties"]
    }


@cache
def cities() -> dict[str, str]:
    """The city of each county, by the county's name."""
    return {
        county["name"]: city["name"] for city in _data()["cities"] for county in city["counties"]
    }


def counties_of(code: str) -> tuple[str, ...]:
    """The counties of an area that GB/T 2260 has a code for: one county, or all of a city.

    Of a code that is none of these, none.

    >>> counties_of("640122"), counties_of("640200"), counties_of("640000")
    (('贺兰县',), ('大武口区', '惠农区', '平罗县'), ())
    """
    counties = [county for city in _data()["cities"] for county in city["counties"]]
    return tuple(
        county["name"] for county in counties if code in (county["code"], f"{county['code'][:4]}00")
    )


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml_file.read(DATA / "areas.yaml")
    return data


def _known(county: str) -> str:
    if county not in contact_ids():
        raise ValueError("unknown county")
    return county


County = Annotated[str, AfterValidator(_known)]
"""The name of one of the counties; anything else fails validation."""

KeptCounty = Annotated[str, AfterValidator(current_name)]
"""The county of a record: whatever it was called then, what it is called today."""
