"""What a role of a token lets somebody see at the desk."""

import pytest

from functions.local.mock_issuer import MockIssuer
from functions.records.areas import contact_ids
from tests.functional.staff_requests import bearer, claims, me


@pytest.mark.parametrize(
    ("role", "counties", "decides"),
    [
        ("contact", ["兴庆区", "贺兰县"], True),
        ("other contact", ["大武口区", "惠农区", "平罗县"], True),
        ("area", [], False),
        ("claims", [], False),
        ("federation", list(contact_ids()), False),
        ("privacy", [], False),
        ("admin", list(contact_ids()), True),
    ],
)
def test_a_role_says_which_counties_somebody_sees(
    api_url: str, issuer: MockIssuer, role: str, counties: list[str], *, decides: bool
) -> None:
    answer = me(api_url, bearer(issuer.token(claims(role, issuer)))).json()
    assert answer["counties"] == counties
    assert answer["decides"] is decides
    assert answer["roles"] == [role.removeprefix("other ")]


@pytest.mark.parametrize(
    ("areas", "sums", "lists"),
    [
        (["area:640122"], ["贺兰县"], 0),
        (["area:640200"], ["大武口区", "惠农区", "平罗县"], 0),
        (["area:640500", "area:640104"], ["兴庆区", "沙坡头区", "中宁县", "海原县"], 0),
        (["area:640122", "contact:shizuishan"], ["贺兰县", "大武口区", "惠农区", "平罗县"], 3),
        (["area:640122", "claims"], ["贺兰县"], 0),
        (["area:640122", "federation"], list(contact_ids()), 22),
    ],
)
def test_a_union_sees_the_sums_of_its_own_area(
    api_url: str, issuer: MockIssuer, areas: list[str], sums: list[str], lists: int
) -> None:
    roles = [f"ankangbao:{each}" for each in areas]
    answer = me(api_url, bearer(issuer.token(claims("nobody", issuer, roles=roles)))).json()
    assert (answer["summary_counties"], len(answer["counties"])) == (sums, lists)


@pytest.mark.parametrize(
    ("roles", "known", "counties"),
    [
        (["ankangbao:contact:xingqing-helan", "ankangbao:contact:shizuishan"], ["contact"], 5),
        ("ankangbao:contact:shizuishan", ["contact"], 3),
        (["ankangbao:claims", "Site admin", "admin", 7], ["claims"], 0),
        (["ankangbao:federation", "ankangbao:contact:nowhere"], ["federation"], 22),
    ],
)
def test_roles_come_as_a_list_or_as_one_text(
    api_url: str, issuer: MockIssuer, roles: object, known: list[str], counties: int
) -> None:
    answer = me(api_url, bearer(issuer.token(claims("nobody", issuer, roles=roles)))).json()
    assert (answer["roles"], len(answer["counties"])) == (known, counties)


@pytest.mark.parametrize(
    "roles",
    [
        None,
        "",
        [],
        7,
        [["ankangbao:admin"]],
        ["admin"],
        ["Site ankangbao:admin"],
        "ankangbao:claims ankangbao:admin",
        ["ankangbao: admin"],
        ["ankangbao:Admin"],
        ["ankangbao:contact"],
        ["ankangbao:contact:"],
        ["ankangbao:contact:nowhere"],
        ["ankangbao:area"],
        ["ankangbao:area:640000"],
        ["ankangbao:area:640100 640200"],
        ["ankangbao:area:贺兰县"],
        ["ankangbao:industry:jiaoyu"],  # the file names none
    ],
)
def test_who_has_no_role_here_sees_nothing(api_url: str, issuer: MockIssuer, roles: object) -> None:
    answer = me(api_url, bearer(issuer.token(claims("nobody", issuer, roles=roles))))
    assert (answer.status_code, answer.json()["code"]) == (404, "staff.role")
