"""The industry unions (产业工会, 第十六条) that there are, from content/data/industries.yaml."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Final

from pydantic import StringConstraints

from functions.records.areas import DATA
from shared_rules import yaml_file
from shared_rules.records import Record

_FILE: Final = "industries.yaml"


class Industry(Record):
    """An industry union, and the code by which groups and events name it."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    name: Annotated[str, StringConstraints(min_length=2, max_length=100)]


@cache
def every() -> Mapping[str, Industry]:
    """All of them, by code, as the file has them."""
    kept = yaml_file.read(DATA / _FILE)["industries"]
    return {each.code: each for each in map(Industry.model_validate, kept)}


def name_of(code: str) -> str:
    """What an industry union is called; its code, where the file no longer has it."""
    found = every().get(code)
    return found.name if found else code
