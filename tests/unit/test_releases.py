"""A release says who does what for it, and the version before reads what it writes."""

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Any, Final, Literal, get_args

import pytest
from pydantic import ConfigDict, create_model
from pydantic.json_schema import JsonSchemaMode

from shared_rules.records import Model, Record
from tests.kept_forms import FOLDER, MOVED, ROOT, Forms, unreadable, version

CHANGES: Final = (ROOT / "CHANGES.md").read_text(encoding="utf-8")
SECTIONS: Final = dict(
    re.findall(r"^## (\d+\.\d+\.\d+)\n(.*?)(?=^## |\Z)", CHANGES, re.DOTALL | re.MULTILINE)
)
NO_WAY_BACK: Final = re.compile(r"^- No way back after `([^`]+)`: \S", re.MULTILINE)
THIS, BEFORE = list(SECTIONS)[:2]


def test_the_newest_changes_are_those_of_this_version() -> None:
    assert version() == THIS
    numbers = [tuple(map(int, each.split("."))) for each in SECTIONS]
    assert all(newer > older for newer, older in pairwise(numbers))


def test_every_change_says_what_whoever_runs_the_service_does() -> None:
    assert [each for each, said in SECTIONS.items() if "**To do.**" not in said] == []


def test_the_version_before_reads_what_this_one_writes_or_changes_say_what_it_does_not() -> None:
    assert (FOLDER / f"{BEFORE}.json").is_file(), (
        f"write the forms of {BEFORE} from its own code: python -m tests.kept_forms"
    )
    found = unreadable(Forms.today("serialization"), Forms.of(BEFORE))
    said = sorted(NO_WAY_BACK.findall(SECTIONS[THIS]))
    assert said == found, (
        "What the version before cannot read stands in CHANGES.md, a line each:"
        " - No way back after `…`: what that is, for people."
    )


def test_models_that_moved_are_held_beside_what_they_were() -> None:
    names = {MOVED.get(name, name) for name in Forms.today("validation").models}
    assert sorted(Forms.of(BEFORE).models.keys() - names) == [], "say it in tests/kept_forms.py"


# ---- what counts as unreadable ----


def forms(mode: JsonSchemaMode, **fields: Any) -> Forms:
    """The forms of one model, with a field of each of these types; None is a field's default."""
    given = {
        name: (kind, None if type(None) in get_args(kind) else ...) for name, kind in fields.items()
    }
    model = create_model("M", __base__=Record, **given)  # type: ignore[call-overload]
    schema = model.model_json_schema(mode=mode)
    return Forms({"M": schema}, schema.pop("$defs", {}))


class One(Record):
    """A kept part of a record."""

    what: Literal["one"] = "one"
    day: date


class Other(Record):
    """Another one."""

    what: Literal["other"] = "other"
    later: str = ""


class Strict(Model):
    """One that takes nothing that it does not know."""

    model_config = ConfigDict(extra="forbid")


@pytest.mark.parametrize(
    ("before", "now", "faults"),
    [
        ({"a": str}, {"a": str}, []),
        ({"a": int}, {"a": str}, ["M.a: string for integer"]),
        ({"a": float}, {"a": int}, []),
        ({"a": date}, {"a": datetime}, ["M.a: date-time for date"]),
        ({"a": str | None}, {"a": str}, []),
        ({"a": str}, {"a": str | None}, ["M.a: null for string"]),
        ({"a": str}, {"a": str, "b": int}, []),
        ({"a": str, "b": int}, {"a": str}, ["M.b is not written"]),
        ({"a": str, "b": int | None}, {"a": str}, []),
        ({"a": Literal["x", "y"]}, {"a": Literal["x"]}, []),
        ({"a": Literal["x"]}, {"a": Literal["x", "y", "z"]}, ["M.a 'y'", "M.a 'z'"]),
        ({"a": Literal["x"]}, {"a": str}, ["M.a: any string"]),
        ({"a": Literal["x"] | None}, {"a": Literal["x", "y"] | None}, ["M.a 'y'"]),
        ({"a": Literal["x"] | int}, {"a": Literal["x"]}, []),
        ({"a": list[int]}, {"a": list[str]}, ["M.a[]: string for integer"]),
        ({"a": dict[str, Literal["x"]]}, {"a": dict[str, Literal["y"]]}, ["M.a[] 'y'"]),
        ({"a": tuple[int, str]}, {"a": tuple[int, int]}, ["M.a[1]: integer for string"]),
        ({"a": One}, {"a": Other}, ["M.a.day is not written", "M.a.what 'other'"]),
        ({"a": One | Other}, {"a": Other}, []),
        ({"a": list[Other]}, {"a": list[One | Other]}, ["M.a[].what 'one'"]),
        ({"a": Strict}, {"a": Other}, ["M.a.later is not known", "M.a.what is not known"]),
    ],
)
def test_a_reader_of_before_takes_what_fits_its_form(
    before: dict[str, Any], now: dict[str, Any], faults: list[str]
) -> None:
    assert unreadable(forms("serialization", **now), forms("validation", **before)) == faults


class Branch(Record):
    """A record of records of its kind."""

    name: str
    inner: tuple["Branch", ...] = ()


def test_a_record_within_itself_is_looked_at_once() -> None:
    assert unreadable(forms("serialization", a=Branch), forms("validation", a=Branch)) == []
