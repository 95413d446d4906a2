"""The public routes: how their answers protect themselves, and what they never tell."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from functions.info.handler import OPENAPI_FILE
from functions.local.server import TEMPLATE as TEMPLATE_FILE
from functions.local.stack import Stack
from functions.local.template import load_template
from functions.platform import aws as clients
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import PEOPLE, new_key, rows_of, submission, submit

pytestmark = pytest.mark.usefixtures("aws")

TEMPLATE: Final = load_template(TEMPLATE_FILE)

# ---- What the distribution adds to answers, and in China does not ----


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/health", 200),
        ("GET", "/api/nothing", 404),
        ("GET", "/api/rosters/AK-2026-000000", 401),
        ("POST", "/api/uploads", 400),
        ("GET", "/api/staff/me", 401),
    ],
)
def test_every_answer_protects_itself_as_the_distribution_would(
    aws: Stack, method: str, path: str, status: int
) -> None:
    answer = call(method, path)
    assert answer.status == status
    for name in ("Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"):
        assert answer.headers[name] == aws.headers["/"][name]
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    said = TEMPLATE["Resources"]["SecurityHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    age = said["SecurityHeadersConfig"]["StrictTransportSecurity"]["AccessControlMaxAgeSec"]
    assert answer.headers["Strict-Transport-Security"] == f"max-age={age}"


# ---- What nobody can ask ----


@contextmanager
def recorded_calls() -> Iterator[list[tuple[str, list[str]]]]:
    """Every AWS call of the functions in turn: its operation and the names of what it sends."""
    calls: list[tuple[str, list[str]]] = []

    def note(model: Any, params: dict[str, Any], **_: Any) -> None:
        body = json.loads(params["body"] or "{}") if "body" in params else {}
        calls.append((model.name, sorted(body)))

    for client in (clients.dynamodb(), clients.s3()):
        client.meta.events.register("before-call", note)
    yield calls
    for client in (clients.dynamodb(), clients.s3()):
        client.meta.events.unregister("before-call", note)


@pytest.mark.parametrize(
    ("method", "end", "body"),
    [
        ("GET", "", None),
        ("GET", "/form", None),
        ("POST", "/form/file", None),
        ("PUT", "", submission(rows=rows_of(PEOPLE))),
    ],
)
def test_an_unknown_receipt_and_a_wrong_code_cannot_be_told_apart(
    method: str, end: str, body: object
) -> None:
    kept = submit(new_key(), rows=rows_of(PEOPLE)).body
    seen = []
    for receipt in (kept["receipt"], "AK-2026-000000"):
        with recorded_calls() as calls:
            path = f"/api/rosters/{receipt}{end}"
            answer = call(method, path, body, authorization="Bearer 00000-00000", if_match='"1"')
        seen.append((answer.status, answer.body, answer.headers, calls))
    assert seen[0][0] == 401
    assert [name for name, _ in seen[0][3]]
    assert seen[0] == seen[1]


PAPER: Final = "/api/staff/claims/{receipt}/documents/{document_id}"
# Why no route tells whether an ID number is on a list. A new route needs a reason of its own here.
WHY_NOT: Final = {
    ("GET", "/api/health"): "takes nothing",
    ("GET", "/api/challenges"): "takes nothing",
    ("POST", "/api/messages/{token}/unsubscribe"): "takes what was mailed to an address, and reads "
    "no record",
    ("POST", "/api/uploads"): "takes a file's name and size, and reads no list",
    ("POST", "/api/rosters/check"): "judges the list by itself: see the test below",
    ("POST", "/api/rosters/marked-up"): "gives back the list that came, with what a check finds",
    ("POST", "/api/rosters/renewal"): "compares two lists that the asker has: sent, or by its code",
    ("POST", "/api/rosters"): "answers with what was sent and its receipt: see the test below",
    ("POST", "/api/rosters/verify"): "says whether a sheet is of a list, and names nobody",
    ("GET", "/api/rosters/{receipt}"): "takes a receipt and its code, and gives no person",
    ("PUT", "/api/rosters/{receipt}"): "as GET, to whoever has the code, about her own list",
    ("POST", "/api/rosters/{receipt}/check"): "as GET, to whoever has the code, about her own list",
    ("POST", "/api/rosters/{receipt}/withdraw"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/change-requests"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/clerk"): "as GET, to whoever has the code",
    ("GET", "/api/rosters/{receipt}/renewal"): "gives whoever has the code her own accepted list",
    ("POST", "/api/rosters/{receipt}/renewal/file"): "the same",
    ("GET", "/api/rosters/{receipt}/people"): "gives whoever has the code her own accepted list, "
    "whose people the desk has decided on",
    ("POST", "/api/rosters/{receipt}/people/file"): "the same",
    ("POST", "/api/rosters/{receipt}/policy-papers/{kind}"): "gives whoever has the code what the "
    "insurer has made for her list",
    ("POST", "/api/rosters/{receipt}/stamped-sheets"): "as GET, to whoever has the code",
    ("POST", "/api/rosters/{receipt}/signed-consents"): "as GET, to whoever has the code",
    ("GET", "/api/rosters/{receipt}/form"): "gives whoever has the code the list that she sent",
    ("POST", "/api/rosters/{receipt}/form/file"): "the same",
    ("POST", "/api/claims/documents/check"): "looks at one file by itself",
    ("POST", "/api/claims/check"): "judges the report by itself, and reads no list or claim",
    ("POST", "/api/claims"): "answers with what was sent and its receipt, insured or not",
    ("GET", "/api/claims/{receipt}"): "takes a receipt and its code, about one's own claim",
    ("POST", "/api/claims/{receipt}/documents"): "as GET, to whoever has the code",
    (
        "POST",
        "/api/claims/{receipt}/supplements",
    ): "as GET, to whoever has the code; judged by what was said of this claim only",
    ("POST", "/api/claims/{receipt}/reopenings"): "as GET, to whoever has the code",
    ("GET", "/api/sign-in"): "takes nothing",
    ("GET", "/api/staff/me"): "takes nothing",
    ("GET", "/api/staff/rosters"): "lists of one's counties, not of a person",
    ("GET", "/api/staff/rosters/counts"): "counts lists",
    (
        "POST",
        "/api/staff/rosters/search",
    ): "finds lists by unit, numbers and clerk; whom a list insures is no part of what it asks",
    ("GET", "/api/staff/rosters/{receipt}"): "a list of one's counties; logged",
    ("GET", "/api/staff/rosters/{receipt}/rows"): "the people of such a list; logged",
    (
        "POST",
        "/api/staff/rosters/{receipt}/documents/{document_id}/link",
    ): "what was brought to such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/thumbnails"): "the same",
    ("GET", "/api/staff/rosters/{receipt}/underwriting"): "the people of such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/return"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/accept"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/remind"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/close"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/payments"): "takes an amount and a payer",
    ("POST", "/api/staff/rosters/{receipt}/payments/strike"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/policy-papers"): "takes a file of one list of hers",
    (
        "POST",
        "/api/staff/rosters/{receipt}/policy-papers/{number}/link",
    ): "what was attached to such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/access-code"): "takes a reason, and tells a new code",
    ("POST", "/api/staff/rosters/{receipt}/endorsements"): "takes a row of a list of hers, and is "
    "answered the same whoever else is insured",
    ("POST", "/api/staff/rosters/{receipt}/endorsements/look"): "as the same that is proposed",
    ("POST", "/api/staff/rosters/{receipt}/endorsements/confirm"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/change-requests/decline"): "takes a reason",
    ("POST", "/api/staff/rosters/{receipt}/endorsements/decline"): "takes a reason",
    ("GET", "/api/staff/rosters/{receipt}/log"): "says who of the desk saw what",
    ("POST", "/api/staff/rosters/{receipt}/log-file"): "the same",
    ("POST", "/api/staff/rosters/{receipt}/slips"): "names a message, and no person",
    ("POST", "/api/staff/rosters/{receipt}/bounced"): "says that e-mail came back",
    ("POST", "/api/staff/rosters/{receipt}/teamwork"): "takes a note, and tells notes of one list",
    ("POST", "/api/staff/rosters/{receipt}/undo"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/stamped-sheets"): "takes no person",
    ("POST", "/api/staff/rosters/{receipt}/hand-off"): "the people of such a list; logged",
    ("POST", "/api/staff/rosters/{receipt}/row-states"): "compares a file with one list of hers",
    ("POST", "/api/staff/rosters/row-states"): "compares a file with lists of hers",
    ("POST", "/api/staff/rosters/hand-offs"): "the people of lists that she has handed off; logged",
    ("POST", "/api/staff/rosters/{receipt}/accept/look"): "names rows, and no person",
    ("GET", "/api/staff/claims"): "lists claims, with masked names",
    ("GET", "/api/staff/claims/counts"): "counts claims",
    (
        "POST",
        "/api/staff/claims/search",
    ): "finds claims by unit, numbers and reporter's phone; not by whose they are",
    ("GET", "/api/staff/claims/{receipt}"): "says what was reported; logged",
    ("POST", f"{PAPER}/link"): "a paper that was brought; logged",
    ("POST", "/api/staff/claims/{receipt}/thumbnails"): "papers that were brought; logged",
    ("POST", f"{PAPER}/accept"): "takes no person",
    ("POST", f"{PAPER}/send-back"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/complete"): "takes no person",
    (
        "GET",
        "/api/staff/claims/{receipt}/assessment",
    ): "tells whoever settles claims of the person of one, and takes no other; logged",
    ("POST", "/api/staff/claims/{receipt}/propose"): "as the assessment, to the same people",
    ("POST", "/api/staff/claims/{receipt}/confirm"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/transfer"): "takes what was paid on one claim",
    ("POST", "/api/staff/claims/{receipt}/object"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/reopen"): "takes a reason",
    ("POST", "/api/staff/claims/{receipt}/supplements"): "takes what was said of one claim",
    ("POST", "/api/staff/claims/{receipt}/documents"): "takes papers of one claim",
    ("POST", "/api/staff/claims/{receipt}/join"): "takes the receipt of a claim; logged",
    ("POST", "/api/staff/claims/{receipt}/part"): "takes a reason",
    ("POST", "/api/staff/claims/{receipt}/access-code"): "takes a reason, and tells a new code",
    ("GET", "/api/staff/claims/{receipt}/log"): "says who of the desk saw what",
    ("POST", "/api/staff/claims/{receipt}/log-file"): "the same",
    ("POST", "/api/staff/claims/{receipt}/slips"): "names a message, and no person",
    ("POST", "/api/staff/claims/{receipt}/bounced"): "the same",
    ("POST", "/api/staff/claims/{receipt}/teamwork"): "takes a note, and tells notes of one claim",
    ("POST", "/api/staff/claims/{receipt}/undo"): "takes no person",
    ("POST", "/api/staff/claims/{receipt}/export"): "what was reported and brought; logged",
    ("GET", "/api/services"): "lists what the desk has published",
    ("GET", "/api/staff/summary"): "counts, and shows no small group to whoever sees no people",
    ("POST", "/api/staff/summary/file"): "the same",
    ("GET", "/api/staff/summary/monthly"): "names months",
    ("POST", "/api/staff/summary/monthly/{month}/file"): "the same counts, of one month",
    ("GET", "/api/staff/imports"): "lists imports of policies, by county",
    ("POST", "/api/staff/imports/check"): "compares policies with what was brought in, by number",
    ("POST", "/api/staff/imports"): "the same, and takes them",
    ("GET", "/api/staff/imports/{receipt}"): "names policies, and no person",
    ("POST", "/api/staff/imports/{receipt}/reverse"): "takes a reason; names claims paid since",
    ("POST", "/api/staff/statements/check"): "names lists of hers beside a statement that she has",
    ("POST", "/api/staff/statements/record"): "records what she has, for lists of hers",
    ("GET", "/api/staff/units/{receipt}"): "names lists and policies of a unit, and no person",
    ("POST", "/api/staff/units/search"): "names units, and no person",
    ("POST", "/api/staff/units/{receipt}/events"): "says what became of a unit; names no person",
    (
        "POST",
        "/api/staff/people/search",
    ): "tells the desk on purpose: whole numbers, few at a "
    "time, logged; a contact her own counties",
    (
        "POST",
        "/api/staff/people/copy",
    ): "gives who answers her what is kept of her: as the search, logged with how she asked",
    ("POST", "/api/staff/people/contacts"): "tells of clerks and reporters, logged as the copy",
    (
        "POST",
        "/api/staff/people/restrictions",
    ): "gives who answers her what the search gives, logged with how she asked",
    ("GET", "/api/staff/people/restrictions"): "tells since when something is so, and of nobody",
    (
        "POST",
        "/api/staff/people/erasures/look",
    ): "tells who answers her what may be deleted: as the search, logged",
    ("GET", "/api/staff/people/erasures"): "tells that something waits, and of nobody",
    ("POST", "/api/staff/people/erasures"): "as the search, kept with how she asked",
    ("POST", "/api/staff/people/erasures/confirm"): "as the search, to a second person",
    ("POST", "/api/staff/people/erasures/decline"): "as the search, kept with the reason",
    ("GET", "/api/staff/services"): "lists what the desk has entered",
    ("POST", "/api/staff/services/lectures"): "takes a lecture",
    ("POST", "/api/staff/services/specialists"): "takes somebody who agreed to be published",
    ("POST", "/api/staff/services/{kind}/{entry_id}/withdraw"): "takes a reason",
}


def test_every_route_has_a_reason_why_it_tells_nobody_who_is_insured() -> None:
    paths = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))["paths"]
    routes = {(method.upper(), path) for path, item in paths.items() for method in item}
    assert routes == WHY_NOT.keys()
    parameters = [
        each["name"].lower()
        for item in paths.values()
        for operation in item.values()
        for each in operation.get("parameters", [])
    ]
    assert set(parameters) == {
        *("receipt", "idempotency-key", "if-match", "x-proof-of-work", "authorization"),
        *("state", "county", "after", "version", "document_id", "specimen_date"),
        *("from", "until", "first_day", "month", "kind", "entry_id", "primary", "first"),
        *("number", "token", "industry"),
    }


def test_a_list_is_judged_the_same_whether_its_people_are_on_another_list_or_not() -> None:
    rows = rows_of(PEOPLE)
    changing = {"receipt", "access_code", "print_url", "submitted_at"}

    def told() -> list[dict[str, Any]]:
        checked = call("POST", "/api/rosters/check", {"rows": rows}).body
        kept = submit(new_key(), rows=rows).body
        return [checked, {name: value for name, value in kept.items() if name not in changing}]

    assert told() == told()
