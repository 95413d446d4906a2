"""Industry unions (产业工会, 第十六条): which units are theirs, and the summary of these."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from functions.records import industries, summary_facts
from functions.records.summary_facts import Reported
from functions.staff.roles import ROLES as ROLES_OF_ROUTES
from tests.functional import claims_requests, staff_requests
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import PEOPLE, TODAY, UNIT, correct, new_key, rows_of
from tests.functional.staff_requests import HER_COUNTY, OTHER_COUNTY, desk
from tests.functional.staff_roster_requests import followed_up, kept
from tests.functional.summary_requests import DISEASE, accepted, book, county, settled
from tests.functional.unit_requests import CODE, OTHER_CODE, becomes, named, unit

pytestmark = pytest.mark.usefixtures("aws")

THEIRS: Final = "jiaoyu"
OTHERS: Final = "nonglin"
THERE: Final = f"""
industries:
  - {{code: {THEIRS}, name: 示例教育工会}}
  - {{code: {OTHERS}, name: 示例农林工会}}
"""
ELSEWHERE: Final = {"name": "平罗县示例医院", "county": OTHER_COUNTY}


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Two industry unions that nobody has heard of."""
    (tmp_path / "industries.yaml").write_text(THERE, encoding="utf-8")
    monkeypatch.setattr(industries, "DATA", tmp_path)
    monkeypatch.setitem(staff_requests.ROLES, "industry", [f"ankangbao:industry:{THEIRS}"])
    monkeypatch.setitem(staff_requests.ROLES, "other", [f"ankangbao:industry:{OTHERS}"])
    industries.every.cache_clear()
    yield
    industries.every.cache_clear()


def placed(receipt: str, industry: str = THEIRS, role: str = "federation", **more: Any) -> Answer:
    """Say to which industry union the unit of a list belongs."""
    return becomes(receipt, "industry", role, industry=industry, **more)


def why(answer: Answer) -> str:
    """The code of why something was refused."""
    return str([*answer.codes, answer.body["code"]][0])


def asked(role: str = "industry", industry: str = THEIRS) -> Answer:
    query = {"from": TODAY.isoformat(), "until": TODAY.isoformat(), "industry": industry}
    return desk(role, "GET", "/summary", query=query)


def seen(role: str = "industry", industry: str = THEIRS) -> dict[str, Any]:
    answer = asked(role, industry)
    assert answer.status == 200, answer.body
    return answer.body


def sums(role: str = "industry", industry: str = THEIRS) -> tuple[int, int, int]:
    total = seen(role, industry)["total"]
    return total["units"], total["lists"], total["people"]


# ---- while there is none ----


def test_nothing_shows_while_the_file_names_none() -> None:
    receipt = kept(PEOPLE[:1])["receipt"]
    found = unit(receipt, "admin")
    assert (found["industry"], found["industries"]) == ("", [])
    assert why(placed(receipt)) == "unit.no_industry"
    me = desk("admin", "GET", "/me").body
    assert (me["summary_industries"], me["places_units"]) == ([], False)
    assert why(asked("admin")) == "staff.role"


# ---- whose a unit is ----


@pytest.mark.usefixtures("there")
def test_the_federation_records_whose_a_unit_is() -> None:
    receipt = kept(PEOPLE[:1])["receipt"]
    done = placed(receipt)
    assert (done.status, done.body["industry"]) == (200, "示例教育工会")
    step = done.body["timeline"][-1]
    assert (step["label"], step["name"], step["by"]["roles"]) == (
        *("所属产业工会", "示例教育工会"),
        ["federation"],
    )
    again = placed(receipt, revision=done.body["revision"] - 1)
    assert (again.status, again.body["revision"]) == (200, done.body["revision"])
    none = placed(receipt, "", "admin")
    assert (none.body["industry"], none.body["timeline"][-1]["name"]) == ("", "")


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize(
    ("role", "industry", "said", "code"),
    [
        ("contact", THEIRS, {}, "staff.role"),
        ("federation", "nobody", {}, "unit.no_industry"),
        ("federation", "", {}, "unit.same_industry"),
        ("federation", THEIRS, {"since": "2099-01-01"}, "unit.day_to_come"),
        ("federation", THEIRS, {"revision": 9}, "staff.conflict"),
    ],
)
def test_who_may_not_or_says_nothing_is_refused(
    role: str, industry: str, said: dict[str, Any], code: str
) -> None:
    assert why(placed(kept(PEOPLE[:1])["receipt"], industry, role, **said)) == code


@pytest.mark.usefixtures("there")
def test_the_federation_says_nothing_else_of_a_unit() -> None:
    receipt = kept(PEOPLE[:1])["receipt"]
    assert why(becomes(receipt, "renamed", "federation", **named("别的"))) == "staff.role"
    offered = {role: unit(receipt, role)["industries"] for role in ("contact", "federation")}
    assert offered["contact"] == []
    assert [each["code"] for each in offered["federation"]] == [THEIRS, OTHERS]
    assert not unit(receipt, "federation")["may_decide"]
    places = {role: desk(role, "GET", "/me").body["places_units"] for role in ("contact", "admin")}
    assert places == {"contact": False, "admin": True}


# ---- many units at once ----


def sought(*lines: str, role: str = "federation") -> Answer:
    return desk(role, "POST", "/units/search", {"lines": lines})


def meant(*lines: str) -> list[list[tuple[str, str]]]:
    """Name and county of the units that each line may mean."""
    answer = sought(*lines)
    assert answer.status == 200, answer.body
    found = answer.body["lines"]
    return [[(each["name"], each["county"]) for each in line["units"]] for line in found]


@pytest.mark.usefixtures("there")
def test_units_are_found_by_the_lines_of_a_list_as_somebody_has_it() -> None:
    for number, said in enumerate(({"credit_code": CODE}, ELSEWHERE, {"county": OTHER_COUNTY})):
        kept(PEOPLE[number : number + 1], **said)
    followed_up()
    hers = (UNIT["name"], HER_COUNTY)
    namesake, hospital = (UNIT["name"], OTHER_COUNTY), ("平罗县示例医院", OTHER_COUNTY)
    lines: dict[str, list[tuple[str, str]]] = {
        "平罗县示例医院": [hospital],
        "1. 平罗县 示例医院": [hospital],
        f"3\t平罗县示例医院\t{OTHER_COUNTY}\t卫生": [hospital],
        f"平罗县示例医院，{HER_COUNTY}": [],
        CODE.lower(): [hers],
        f"{UNIT['name']},{CODE}": [hers],
        f"平罗县示例医院 ,{OTHER_CODE}": [hospital],
        f"{UNIT['name']}\t{OTHER_COUNTY}": [namesake],
        UNIT["name"]: [hers, namesake],
        "没有的单位": [],
        "；": [],
        " ": [],
    }
    found = dict(zip(lines, meant(*lines), strict=True))
    assert {line: sorted(those) for line, those in found.items()} == {
        line: sorted(those) for line, those in lines.items()
    }


@pytest.mark.usefixtures("there")
def test_many_units_are_put_to_an_industry_union_one_by_one_as_they_were_seen() -> None:
    kept(PEOPLE[:1])
    kept(PEOPLE[1:2], **ELSEWHERE)
    followed_up()
    told = sought(UNIT["name"], ELSEWHERE["name"]).body
    assert [each["code"] for each in told["industries"]] == [THEIRS, OTHERS]
    units = [line["units"][0] for line in told["lines"]]
    assert [each["industry"] for each in units] == ["", ""]
    for each in units:
        done = placed(each["receipt"], revision=each["revision"])
        assert done.status == 200, done.body
    again = [line["units"][0] for line in sought(UNIT["name"], ELSEWHERE["name"]).body["lines"]]
    assert {(each["industry"], each["industry_name"]) for each in again} == {
        (THEIRS, "示例教育工会")
    }
    assert why(placed(units[0]["receipt"], OTHERS, revision=units[0]["revision"])) in (
        "staff.conflict",
        "staff.conflict_own",
    )


@pytest.mark.parametrize("lines", [[], ["示例"] * 101, ["长" * 201]])
def test_what_is_no_list_of_units_is_refused(lines: list[str]) -> None:
    assert sought(*lines).status == 422


# ---- what it reads ----


@pytest.mark.usefixtures("there")
def test_an_industry_union_reads_the_sums_of_its_own_units(monkeypatch: pytest.MonkeyPatch) -> None:
    first = accepted(3, monkeypatch, TODAY)
    accepted(2, monkeypatch, TODAY, after=3, **ELSEWHERE)
    assert sums() == (0, 0, 0)
    assert placed(first).status == 200
    assert sums() == sums("admin") == (1, 1, 3)
    assert sums("other", OTHERS) == (0, 0, 0)
    made = seen()
    assert county(made, HER_COUNTY)["people"] == 3
    assert [each["name"] for city in made["cities"] for each in city["counties"]] == [HER_COUNTY]
    assert made["waiting"] == []
    assert "示例教育工会" in made["of_industry"]["message"]
    assert placed(first, OTHERS).status == 200
    assert (sums(), sums("other", OTHERS)) == ((0, 0, 0), (1, 1, 3))


@pytest.mark.usefixtures("there")
def test_renamed_and_merged_units_are_still_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first = accepted(3, monkeypatch, TODAY)
    second = accepted(2, monkeypatch, TODAY, after=3, **ELSEWHERE)
    placed(first)
    renamed = named("贺兰县示例实验小学", county=OTHER_COUNTY)
    assert becomes(first, "renamed", "admin", **renamed).status == 200
    assert sums() == (1, 1, 3)
    assert placed(second, OTHERS).status == 200
    assert becomes(first, "merged", "admin", other=second).status == 200
    # What it is part of decides, whatever was recorded of it before.
    assert (sums(), sums("other", OTHERS)) == ((2, 2, 5), (0, 0, 0))
    part = unit(first, "admin")["members"][0]["receipt"]
    assert becomes(first, "separated", "admin", other=part).status == 200
    assert (sums(), sums("other", OTHERS)) == ((1, 1, 3), (1, 1, 2))


@pytest.mark.usefixtures("there")
def test_a_list_that_names_another_unit_now_is_none_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mistaken = kept(PEOPLE[:1])
    followed_up()
    assert placed(mistaken["receipt"]).status == 200
    other = {**UNIT, "name": "贺兰县另一小学"}
    assert correct(mistaken, 1, rows=rows_of(PEOPLE[:1]), unit=other).status == 200
    done = staff_requests.accept(mistaken["receipt"], 2, "admin", **staff_requests.acts_on(TODAY))
    assert done.status == 200, done.body
    followed_up()
    assert sums() == (0, 0, 0)


@pytest.mark.usefixtures("there")
def test_claims_count_by_the_unit_that_their_reports_name() -> None:
    first = kept(PEOPLE[:1], credit_code=CODE)["receipt"]
    followed_up()
    placed(first)
    reported = claims_requests.submit(
        new_key(), unit={"name": "贺兰县 示例小学", "county": HER_COUNTY}
    )
    assert reported.status == 201, reported.body
    settled(4, unit=UNIT["name"])
    settled(3, unit="别的单位")
    [row] = [each for each in seen("admin")["diseases"] if each["name"] == DISEASE]
    assert (row["reported"], row["paid"]) == (1, 4)
    assert seen()["claims"]["paid"] is None
    settled(1, unit=UNIT["name"])
    assert (seen()["claims"]["paid"], seen()["claims"]["reported"]) == (5, None)


@pytest.mark.usefixtures("there")
def test_claims_from_before_units_were_kept_with_them_are_nobody_s() -> None:
    placed(kept(PEOPLE[:1])["receipt"])
    summary_facts.keep(Reported(disease=DISEASE), HER_COUNTY, TODAY, new_key())
    assert seen("admin")["claims"]["reported"] == 0
    assert seen("federation", "")["claims"]["reported"] == 1


@pytest.mark.usefixtures("there")
def test_the_file_says_whose_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    placed(accepted(3, monkeypatch, TODAY))
    day = TODAY.isoformat()
    wanted = {"from": day, "until": day, "industry": THEIRS}
    _, sheets = book(desk("industry", "POST", "/summary/file", wanted))
    assert list(sheets) == ["按市县", "按单位性质", "理赔", "办理时间"]
    assert "示例教育工会" in str(sheets["按市县"][1][0])


# ---- and nothing else ----


@pytest.mark.usefixtures("there")
@pytest.mark.parametrize("industry", ["", OTHERS, "nobody"])
def test_what_is_not_its_own_is_refused(industry: str) -> None:
    assert why(asked("industry", industry)) == "staff.role"
    day = TODAY.isoformat()
    wanted = {"from": day, "until": day, "industry": industry}
    assert why(desk("industry", "POST", "/summary/file", wanted)) == "staff.role"


@pytest.mark.usefixtures("there")
def test_it_may_ask_for_nothing_else() -> None:
    opened = {route for route, roles in ROLES_OF_ROUTES.items() if "industry" in roles}
    assert opened == {
        "GET /api/staff/me",
        "GET /api/staff/summary",
        "POST /api/staff/summary/file",
    }
    assert desk("industry", "GET", "/me").body["summary_industries"] == [
        {"code": THEIRS, "name": "示例教育工会"}
    ]
    assert desk("industry", "GET", "/me").body["summary_counties"] == []
    receipt = kept(PEOPLE[:1])["receipt"]
    for path in (f"/rosters/{receipt}", f"/units/{receipt}", "/summary/monthly", "/rosters"):
        assert why(desk("industry", "GET", path)) == "staff.role"
