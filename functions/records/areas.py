"""The 22 counties of 宁夏 and who looks after each (第十一条), from content/data/areas.yaml."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import AfterValidator

from shared_rules import yaml_file
from shared_rules.records import Model

DATA: Final = Path(__file__).parents[2] / "content" / "data"


class Contact(Model):
    """The insurer's person for an area."""

    name: str
    phone: str
    area: str


@cache
def contacts() -> dict[str, Contact]:
    """The contact of each county, by the county's name."""
    people = {entry["id"]: Contact.model_validate(entry) for entry in _data()["contacts"]}
    return {county: people[contact_id] for county, contact_id in contact_ids().items()}


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


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml_file.read(DATA / "areas.yaml")
    return data


def _known(county: str) -> str:
    if county not in contacts():
        raise ValueError("unknown county")
    return county


County = Annotated[str, AfterValidator(_known)]
"""The name of one of the counties; anything else fails validation."""
