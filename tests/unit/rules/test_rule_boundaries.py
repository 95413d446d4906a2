"""Both sides of every limit that the tables of cases and answers do not reach."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from shared_rules import cover, daily_allowance, deadlines, funding, lump_sum, premium
from shared_rules.claim import papers
from shared_rules.daily_allowance import Stay
from shared_rules.findings import RuleError
from shared_rules.identity import bank_card, credit_code, id_number, mobile, name, phone
from shared_rules.lump_sum import History, Illness

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)  # the first of two weeks without a holiday
FIRST_DAY = date(2026, 3, 10)


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
        ("马ひ兰", "ひ"), ("马々兰", "々"), ("马한兰", "한"), ("马!兰", "!"),
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
        name.parse(f"{sign}兰{sign}")
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


@pytest.mark.parametrize(
    ("text", "hidden"), [("王小丽", "王**"), (" 马 兰 ", "马*"), ("兰", "兰"), (None, "")]
)
def test_a_hidden_name_shows_its_first_character(text: str | None, hidden: str) -> None:
    assert name.mask(text) == hidden


@pytest.mark.parametrize(
    ("parse", "text", "standard"),
    [
        (bank_card.parse, "'6222-0000-0000-0009", "6222000000000009"),
        (bank_card.parse, "6222000000000009'", "bank_card.characters"),
        (bank_card.parse, "X0", "bank_card.characters"),
        (credit_code.parse, "'91640000-MA0000001j", "91640000MA0000001J"),
        (credit_code.parse, "91640000MA0000002J", "credit_code.check_character"),
        (credit_code.parse, "91640000MA0000001J'", "credit_code.characters"),
        (mobile.parse, "'(+86)139-0000-0000", "13900000000"),
        (mobile.parse, "13900000000'", "mobile.characters"),
        (phone.parse, "0951-2090080 Ext. 8001", "0951-2090080-8001"),
        (phone.compact, None, ""),
    ],
)
def test_what_typing_adds_to_a_number_is_taken_away(
    parse: Callable[[str | None], object], text: str, standard: str
) -> None:
    assert shown(parse, text) == standard


WOMAN = "649901198601010028"


@pytest.mark.parametrize(
    ("text", "occurs"),
    [
        (WOMAN, True), (f"王芳，身份证号：{WOMAN[:6]} {WOMAN[6:]}，护士", True),
        ("64000019900307038ｘ", True), ("A" + WOMAN + "B", True),
        (f"{WOMAN[:17]} {WOMAN[17]}", True),
        ("", False), ("电话 0951-2090080，传真 0951-2090081", False), (WOMAN[:17], False),
        ("1" + WOMAN, False), (WOMAN + "1", False), (WOMAN[:17] + "7", False),
        ("身份证丢失补办中，办好以后再来补上", False),
    ],
)  # fmt: skip
def test_an_id_number_is_found_among_words(text: str, occurs: bool) -> None:
    assert id_number.occurs_in(text) is occurs


def test_an_id_number_is_hidden_where_code_shows_it() -> None:
    assert repr(id_number.parse(WOMAN)) == "IdNumber(6499**********0028)"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (WOMAN, []),
        ("'" + WOMAN, ["quotes"]),
        (WOMAN + "’", ["quotes"]),
        (f"“{WOMAN}”", ["quotes"]),
        (" " + WOMAN, ["spaces"]),
        (WOMAN[:6] + "\u3000" + WOMAN[6:], ["spaces"]),
        (WOMAN[:17] + "８", ["full_width"]),
        ("64000019900307038x", ["lower_case"]),
        ("64000019900307038ｘ", ["full_width", "lower_case"]),
        ("\u200b'" + WOMAN, ["quotes", "unseen"]),
    ],
)
def test_what_is_changed_in_the_writing_of_an_id_number_is_told(
    text: str, changes: list[id_number.Change]
) -> None:
    assert id_number.changes(text) == changes


def _stay(first: tuple[int, int], last: tuple[int, int], item: Any = "breast_cancer") -> Stay:
    return Stay(item, date(2026, *first), date(2026, *last))


_OF_TWO_ITEMS = [_stay((6, 1), (6, 11)), _stay((6, 1), (6, 5), "gynaecological_cancer")]


@pytest.mark.parametrize(
    ("before", "stay", "outcomes"),
    [
        ([], _stay((6, 1), (6, 11)), [{"unpaid": 3, "paid": 7}]),
        ([_stay((6, 1), (6, 11))], _stay((6, 1), (6, 16)), [{"paid_before": 10, "paid": 5}]),
        ([_stay((6, 11), (6, 21))], _stay((6, 1), (6, 11)), [{"unpaid": 3, "paid": 7}]),
        (
            [_stay((6, 1), (6, 11), "gynaecological_cancer")],
            _stay((6, 1), (6, 12)),
            [{"paid_before": 10, "paid": 1}],
        ),
        # Days paid for one item leave the other all the days of its year.
        (
            [_stay((6, 1), (6, 11), "gynaecological_cancer")],
            _stay((7, 1), (12, 31)),
            [{"unpaid": 3, "paid": 180}],
        ),
        # What lay outside cover or in the waiting period counts for nothing, and is not paid now.
        (
            [_stay((3, 1), (3, 15))],
            _stay((3, 1), (3, 16)),
            [{"outside_cover": 9}, {"paid_before": 5, "waiting": 1}],
        ),
        # Of the days that a year pays some are gone, whatever the order of the stays: a day in two
        # stays for one item is one, and in stays for two items it is one of each.
        *(
            (
                before,
                _stay((7, 1), (12, 31), item),
                [{"unpaid": 3, "paid": 180 - gone, "over_cap": gone}],
            )
            for stays, item, gone in (
                ([_stay((6, 1), (6, 11)), _stay((6, 5), (6, 15))], "breast_cancer", 11),
                (_OF_TWO_ITEMS, "breast_cancer", 7),
                (_OF_TWO_ITEMS, "gynaecological_cancer", 1),
                ([_stay((6, 1), (6, 11)), _stay((2, 1), (3, 5))], "breast_cancer", 7),
            )
            for before in (stays, stays[::-1])
        ),
    ],
)
def test_no_day_is_paid_again_and_those_paid_count_for_the_year(
    before: list[Stay], stay: Stay, outcomes: list[dict[str, int]]
) -> None:
    timeline = cover.timeline([cover.Policy(FIRST_DAY - DAY, FIRST_DAY)])
    made = daily_allowance.calculate([stay], timeline, before=before)
    assert [dict(line.outcomes) for line in made.lines] == outcomes
    assert made.lines[0].first_day == stay.admission
    told = {(each.code, each.params["days"]) for each in made.findings}
    not_paid = {why: days for line in outcomes for why, days in line.items() if why != "paid"}
    assert told == {(f"allowance.{why}", days) for why, days in not_paid.items()}


@pytest.mark.parametrize(
    ("before", "days"),
    [
        (_stay((5, 20), (6, 1)), 3),
        (_stay((5, 20), (6, 1), "gynaecological_cancer"), 3),
        (_stay((5, 20), (5, 31)), 0),
        (_stay((6, 1), (6, 1)), 0),
    ],
)
def test_who_is_admitted_on_the_day_of_an_earlier_discharge_is_for_a_person(
    before: Stay, days: int
) -> None:
    """第六、七条 do not say whether a transfer (转院) is one stay, in one claim or two."""
    timeline = cover.timeline([cover.Policy(FIRST_DAY - DAY, FIRST_DAY)])
    made = daily_allowance.calculate([_stay((6, 1), (6, 11))], timeline, before=[before])
    told = [each for each in made.findings if each.code == "allowance.transfer"]
    assert [each.params["days"] for each in told] == ([days] if days else [])
    assert made.paid_days == 7


def test_who_changes_hospitals_before_her_cover_loses_no_day_by_it() -> None:
    timeline = cover.timeline([cover.Policy(FIRST_DAY - DAY, FIRST_DAY)])
    stays = [_stay((2, 20), (3, 1)), _stay((3, 1), (3, 10))]
    made = daily_allowance.calculate(stays, timeline)
    assert [each.code for each in made.findings] == ["allowance.outside_cover"]


@pytest.mark.parametrize(
    ("history", "day", "first", "code"),
    [
        (History(), 60, True, "lump_sum.due"),
        (History(paid=frozenset({"breast_cancer"})), 60, True, "lump_sum.already_paid"),
        (History(paid=frozenset({"gynaecological_cancer"})), 60, True, "lump_sum.due"),
        (History(refunded=frozenset({"breast_cancer"})), 60, True, "lump_sum.refunded_before"),
        (History(refunded=frozenset({"gynaecological_cancer"})), 60, True, "lump_sum.due"),
        (History(refused=frozenset({"breast_cancer"})), 60, True, "lump_sum.refused_before"),
        (History(refused=frozenset({"breast_cancer"})), 60, None, "lump_sum.refused_before"),
        (History(refused=frozenset({"breast_cancer"})), 60, False, "lump_sum.not_first_primary"),
        (History(refused=frozenset({"gynaecological_cancer"})), 60, True, "lump_sum.due"),
        (History(), 1, True, "lump_sum.waiting"),
        (History(given_back=frozenset({FIRST_DAY})), 1, True, "lump_sum.premium_given_back"),
        (History(given_back=frozenset({FIRST_DAY})), 29, True, "lump_sum.premium_given_back"),
        (History(given_back=frozenset({FIRST_DAY})), 30, True, "lump_sum.goes_on_open"),
        (History(given_back=frozenset({FIRST_DAY})), 60, False, "lump_sum.goes_on_open"),
        (History(given_back=frozenset({date(2025, 3, 10)})), 60, True, "lump_sum.due"),
        (History(given_back=frozenset({date(2025, 3, 10)})), 1, True, "lump_sum.waiting"),
    ],
)
def test_what_became_of_an_earlier_claim_decides_a_later_one(
    history: History, day: int, first: bool | None, code: str
) -> None:
    timeline = cover.timeline([cover.Policy(FIRST_DAY - DAY, FIRST_DAY)])
    occurred = FIRST_DAY + timedelta(days=day)
    illness = Illness("breast_cancer", occurred, occurred, first=first)
    judged = lump_sum.judge(illness, timeline, history=history)
    (found,) = judged.findings
    assert (judged.illness, found.code) == (illness, code)
    if code.endswith(("paid", "before", "open")):
        assert found.params == {"item": timeline.periods[0].plan.items["breast_cancer"].name}


@pytest.mark.parametrize(
    ("amount", "written"),
    [("0", "0"), ("3600.00", "3,600"), ("3600.01", "3,600.01"), ("3599.99", "3,599.99")],
)
def test_an_amount_is_written_with_its_fen_where_there_are_any(amount: str, written: str) -> None:
    assert premium.in_yuan(Decimal(amount)) == written


def test_a_finding_on_funding_stands_at_its_field() -> None:
    [found] = funding.judge("机关", "unit")
    assert found.field == "unit.funding"


@pytest.mark.parametrize(("in_hospital", "day"), [(True, 2), (False, 1)])
def test_papers_of_a_stay_complete_a_claim_where_there_was_one(in_hospital: bool, day: int) -> None:
    came = dict.fromkeys(papers.KINDS, date(2026, 3, 1)) | {"hospital_papers": date(2026, 3, 2)}
    assert papers.complete_on(came, in_hospital=in_hospital) == date(2026, 3, day)
