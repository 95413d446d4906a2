"""Both sides of every limit that the tables of cases and answers do not reach."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from shared_rules import deadlines, funding
from shared_rules.claim import papers
from shared_rules.findings import RuleError
from shared_rules.identity import name

MONDAY = date(2026, 3, 2)  # the first of two weeks without a holiday


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, MONDAY + timedelta(days=1), 1),
        (MONDAY, MONDAY + timedelta(days=4), 4),
        (MONDAY, MONDAY + timedelta(days=6), 4),
        (MONDAY, MONDAY + timedelta(days=7), 5),
        (MONDAY - timedelta(days=1), MONDAY, 1),
    ],
)
def test_workdays_are_counted_after_the_first_day(first: date, last: date, count: int) -> None:
    assert deadlines.workdays(first, last) == count


@pytest.mark.parametrize(
    "text",
    [
        "马兰", "〇兰", "\u3400兰", "\u4dbf兰", "\u4e00兰", "\u9fff兰",
        "\U00020000兰", "\U0003ffff兰",
        "马·兰", "阿依古丽·买买提·艾力",
        "Az", "az", "ÀÖ", "ØÞ", "ßö", "øÿ", "Āɏ", "Ḁỿ",
        "O'Neil", "Anne-Marie", "St. Clair", "Li, Na", "Jr.",
    ],
)  # fmt: skip
def test_what_a_name_may_hold(text: str) -> None:
    assert name.parse(text) == text


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        # Beside each end of what counts as Chinese.
        ("\u33fe兰", "31"), ("䷀兰", "䷀"), ("\u4dff兰", "\u4dff"), ("\ua000兰", "\ua000"),
        ("\U0001ffff兰", "\U0001ffff"), ("\U00040000兰", "\U00040000"),
        ("马兰1", "1"), ("马A兰", "A"), ("马_兰", "_"), ("马/兰", "/"), ("马(兰)", "()"),
        ("马ひ兰", "ひ"), ("马々兰", "々"), ("马한兰", "한"), ("马?兰", "?"),
        # A dot joins two parts; one at an end joins nothing.
        ("·马兰", "·"), ("马兰·", "·"),
        # Beside each end of what counts as Latin.
        ("A@b", "@"), ("A[b", "["), ("a`b", "`"), ("a{b", "{"), ("A\u00d7b", "×"),
        ("A\u00f7b", "÷"), ("Aɐ", "ɐ"), ("A\u1dff", "\u1dff"), ("Aἀ", "ἀ"), ("Иван", "Иван"),
        ("R2D2", "2"), ("A_b", "_"), ("A;b", ";"), ("A/b", "/"), ("A·b", "·"),
        # A mark stands after a letter, and not beside another one.
        ("'Abc", "'"), ("-Ab", "-"), ("A--b", "-"), ("A''b", "'"), ("A.,b", ".,"),
        # Only the first few are shown, each once.
        ("1213141567", "12345"),
    ],
)  # fmt: skip
def test_what_a_name_may_not_hold(text: str, unwanted: str) -> None:
    with pytest.raises(RuleError) as refused:
        name.parse(text)
    assert (refused.value.code, refused.value.params) == (
        "name.characters",
        {"characters": unwanted},
    )


@pytest.mark.parametrize("sign", ["\ue000", "\uf8ff"])
def test_a_sign_that_only_one_system_knows_is_named_by_its_number(sign: str) -> None:
    with pytest.raises(RuleError) as refused:
        name.parse(f"{sign}兰")
    assert refused.value.code == "name.private_use"
    assert refused.value.params == {"place": 1, "character": f"U+{ord(sign):04X}"}


def test_two_dots_together_are_read_as_one_and_told() -> None:
    assert name.read("马··兰")[:2] == ("马·兰", ("dots",))


def shown(parse: Callable[[str], object], text: str) -> object:
    """What a parser gives, or the code with which it refuses."""
    try:
        return parse(text)
    except RuleError as error:
        return error.code


@pytest.mark.parametrize(
    ("length", "taken"), [(1, False), (2, True), (50, True), (51, False)]
)  # fmt: skip
def test_how_long_a_name_may_be(length: int, taken: bool) -> None:
    text = "马" * length
    assert shown(name.parse, text) == (text if taken else "name.length")


@pytest.mark.parametrize(("text", "hidden"), [("王小丽", "王**"), (" 马 兰 ", "马*"), ("兰", "兰")])
def test_a_hidden_name_shows_its_first_character(text: str, hidden: str) -> None:
    assert name.mask(text) == hidden


def test_a_finding_on_funding_stands_at_its_field() -> None:
    [found] = funding.judge("机关", "unit")
    assert found.field == "unit.funding"


@pytest.mark.parametrize(("in_hospital", "day"), [(True, 2), (False, 1)])
def test_papers_of_a_stay_complete_a_claim_where_there_was_one(in_hospital: bool, day: int) -> None:
    came = dict.fromkeys(papers.KINDS, date(2026, 3, 1)) | {"hospital_papers": date(2026, 3, 2)}
    assert papers.complete_on(came, in_hospital=in_hospital) == date(2026, 3, day)
