"""Numbers that have lost their last digits are told, however they come; honest ones are not."""

from collections import Counter
from datetime import date, timedelta

import pytest

from functions.local import samples
from shared_rules import plans
from shared_rules.identity import id_number
from shared_rules.roster import entries, judging
from tests.unit.roster.list_files import TODAY

PLAN = plans.in_force(TODAY)
LOST, PERHAPS = "id_number.lost_digits", "id_number.perhaps_lost_digits"


def numbers(count: int) -> list[str]:
    first = date(1970, 1, 3)
    return [
        samples.id_number(first + timedelta(days=37 * place), 2 * place % 998 + 2)
        for place in range(count)
    ]


def passing_with_000(count: int = 1) -> list[str]:
    days = (date(1975, 1, 1) + timedelta(days=day) for day in range(10_000))
    candidates = (f"649901{day:%Y%m%d}2000" for day in days)
    return [number for number in candidates if id_number.is_valid(number)][:count]


def cut(number: str) -> str:
    return number[:15] + "000"


def found(*listed: object) -> Counter[str]:
    rows = [("王芳", number, "教师") for number in listed]
    report = judging.judge(entries.typed(rows), plan=PLAN, cover_from=TODAY)  # type: ignore[arg-type]
    return Counter(each.code for each in report.findings)


def test_of_a_list_saved_as_text_after_its_digits_were_lost_none_is_accepted_silently() -> None:
    whole = numbers(60)
    counts = found(*map(cut, whole))
    assert counts[LOST] + counts[PERHAPS] == 60
    assert counts[PERHAPS] == sum(map(id_number.is_valid, map(cut, whole))) > 0


def test_the_tick_names_the_row() -> None:
    (passes,) = passing_with_000()
    rows = [("王芳", cut(numbers(1)[0]), "教师"), ("李娜", passes, "护士")]
    report = judging.judge(entries.typed(rows), plan=PLAN, cover_from=TODAY)
    assert [(each.code, each.severity, each.row) for each in report.findings] == [
        (LOST, "error", 1),
        (PERHAPS, "warning", 2),
    ]


@pytest.mark.parametrize("honest", [1, 10, 300])
def test_one_honest_number_that_ends_so_is_fine(honest: int) -> None:
    assert not found(*passing_with_000(), *numbers(honest))


@pytest.mark.parametrize(("honest", "asked"), [(2, 2), (40, 2), (400, 0)])
def test_two_are_too_many_for_a_short_list_only(honest: int, asked: int) -> None:
    assert found(*passing_with_000(2), *numbers(honest))[PERHAPS] == asked


def test_a_mistyped_number_is_no_lost_one() -> None:
    wrong = [number[:-1] + ("1" if number[-1] != "1" else "2") for number in numbers(3)]
    assert found(*wrong, *passing_with_000()) == {"id_number.check_character": 3}


@pytest.mark.parametrize(
    "written",
    [
        6.49901198505060e17, "6.49901E+17", "6.49901E17", "6.49901e+017", "6，49901E+17",
        "6,49901E+17", "６．４９９０１Ｅ＋１７", "6.49901 E +17", "6.49901×10^17", "6.49901*10^17",
        "6。49901E+17", "6E+17", "'6.49901E+17", "6.49901198505060E+17",
        "649901198505060000.00", "649901198505060000.0", "649,901,198,505,060,000",
        "649,901,198,505,060,000.00",
    ],
)  # fmt: skip
def test_a_number_in_scientific_notation_has_lost_digits(written: object) -> None:
    assert found(written)[LOST] == 1


def test_they_are_evidence_for_others() -> None:
    assert found("6.49901E+17", *passing_with_000()) == {LOST: 1, PERHAPS: 1}


@pytest.mark.parametrize("form", ["{:.0f}", "shortest"])
def test_numbers_that_went_through_floating_point_are_told(form: str) -> None:
    held = [float(number) for number in numbers(66) if number.isdigit()]
    texts = [
        form.format(each)
        if form != "shortest"
        else repr(each).split("e")[0].replace(".", "").ljust(18, "0")
        for each in held
    ]
    counts = found(*texts)
    accepted = len(texts) - counts[LOST] - counts[PERHAPS]
    kept = sum(text in numbers(66) for text in texts)
    assert accepted <= kept
    assert counts[LOST] > len(texts) / 2
