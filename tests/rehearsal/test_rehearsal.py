"""What is packaged is deployed from template.yaml, and a short story runs over HTTP against it.

Each function runs in a process of its own, from the archive, with the rights of its role only.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import pytest
import requests

from functions.local.archive import write_archive
from functions.local.data_template import FUNCTION_TYPE, names_of
from functions.local.mock_issuer import MockIssuer
from functions.local.template import load_template
from tests.functional import claims_requests, rosters_requests
from tests.functional.claims_requests import WOMAN
from tests.functional.follow_up_deliveries import CONTACT, taken
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import PEOPLE
from tests.functional.staff_requests import accept, claim_case, desk, queue
from tests.packages import ARCHIVE, ROOT
from tests.rehearsal import over_http
from tests.rehearsal.deployment import Deployed, deploy
from tests.rehearsal.emulator import emulator, runtime
from tests.unit.papers.paper_files import jpeg

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_sqs import SQSClient

# Conditions of what is there with an own domain, or a budget, only.
NOT_HERE: Final = {"HasBudget", "HasDomain"}
TEMPLATE: Final = load_template(ROOT / "template.yaml")
_TRIES: Final = 240  # until the stream has come by
_BETWEEN_TRIES: Final = 0.5  # seconds
_SECRET: Final = b"SECRET"
Found = TypeVar("Found")


@pytest.fixture(scope="module")
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As AWS gets it; of a package for the tests' Python where the functions' is not there."""
    if runtime() == TEMPLATE["Globals"]["Function"]["Runtime"]:
        made: Path = request.getfixturevalue("archived")
        return made / ARCHIVE
    written = tmp_path_factory.mktemp("archive") / ARCHIVE
    write_archive(request.getfixturevalue("package"), written)
    return written


@pytest.fixture(scope="module")
def deployed(
    archive: Path, issuer: MockIssuer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Deployed]:
    parameters = {"StaffIssuer": issuer.url, "ProofOfWorkCost": "1"}
    with emulator(tmp_path_factory.mktemp("rehearsal")) as endpoint:
        made = deploy(endpoint, archive, parameters)
        yield made
        for line in made.logged("ERROR", "WARNING"):
            sys.stderr.write(f"{line}\n")


@pytest.fixture(autouse=True)
def _asked_over_http(
    deployed: Deployed, issuer: MockIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    over_http.use(monkeypatch, deployed, issuer)


@pytest.fixture
def told(deployed: Deployed) -> Callable[[], list[str]]:
    """What the county's contact was told since the last time."""
    sqs: SQSClient = deployed.endpoint.client("sqs")
    mailbox = sqs.create_queue(QueueName="contact")["QueueUrl"]
    asked = sqs.get_queue_attributes(QueueUrl=mailbox, AttributeNames=["QueueArn"])
    arn = asked["Attributes"]["QueueArn"]
    may_send = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [may_send]})
    sqs.set_queue_attributes(QueueUrl=mailbox, Attributes={"Policy": policy})
    deployed.endpoint.client("sns").subscribe(
        TopicArn=deployed.names["ContactsTopic"],
        Protocol="sqs",
        Endpoint=arn,
        Attributes={"FilterPolicy": json.dumps({"contact": [CONTACT]})},
    )
    return lambda: taken(sqs, mailbox)


def eventually(ask: Callable[[], Found]) -> Found:
    """What is found at last; the stream is read once a second or so."""
    for _ in range(_TRIES):
        if found := ask():
            return found
        time.sleep(_BETWEEN_TRIES)
    raise AssertionError("the follow-up has not come")


def test_a_list_and_a_claim_go_their_way(deployed: Deployed, told: Callable[[], list[str]]) -> None:
    # The unit's list, its contact told by the follow-up, accepted at the desk.
    people = [*PEOPLE[:3], WOMAN]
    upload = rosters_requests.uploaded(rosters_requests.as_bytes(people))
    answer = rosters_requests.submit(rosters_requests.new_key(), upload_id=upload)
    assert answer.status == 201, answer.body
    kept = answer.body
    assert rosters_requests.printed(kept) == rosters_requests.rows_of(people)
    [message] = eventually(told)
    assert kept["receipt"] in message
    assert queue("contact") == [kept["receipt"]]
    answer = accept(kept["receipt"], 1)
    assert answer.status == 200, answer.body
    assert rosters_requests.status(kept)["state"] == "accepted"
    # A claim of one of them: her photo is cleaned before the desk sees it.
    claim = reported()
    eventually(lambda: states(claim) == ["unscanned"])
    shown = claim_case("claims", claim["receipt"])["documents"]
    assert [each["state"] for each in shown] == ["unscanned"]
    link = desk("claims", "POST", f"/claims/{claim['receipt']}/documents/0001-01/link")
    photo = requests.get(link.body["url"], timeout=30).content
    assert photo.startswith(b"\xff\xd8")
    assert _SECRET not in photo
    # Nothing was given up on the way.
    assert taken(deployed.endpoint.client("sqs"), deployed.names["DeadLetters"]) == []
    assert deployed.logged("ERROR") == []


def reported() -> dict[str, Any]:
    documents = [{"kind": "diagnosis", "upload_id": claims_requests.paper(jpeg(), "诊断.jpg")}]
    answer = claims_requests.submit(claims_requests.new_key(), documents=documents)
    assert answer.status == 201, answer.body
    return answer.body


def states(claim: dict[str, Any]) -> list[str]:
    return [document["state"] for document in claims_requests.status(claim)["documents"]]


SCHEDULED: Final = [
    f"{function}{event}"
    for function in names_of(TEMPLATE, FUNCTION_TYPE)
    for event, said in TEMPLATE["Resources"][function]["Properties"].get("Events", {}).items()
    if said["Type"] == "Schedule"
]


@pytest.mark.parametrize("rule", SCHEDULED)
def test_what_a_schedule_calls_does_its_work(deployed: Deployed, rule: str) -> None:
    """Nobody waits for its hour: what its rule has as its target is called at once."""
    events: Any = deployed.endpoint.client("events")
    functions: LambdaClient = deployed.endpoint.client("lambda")
    [target] = events.list_targets_by_rule(Rule=deployed.names[rule])["Targets"]
    answer = functions.invoke(FunctionName=target["Arn"], Payload=b"{}")
    assert "FunctionError" not in answer, answer["Payload"].read()


def test_every_other_function_starts_and_answers() -> None:
    assert call("GET", "/api/health").body["status"] == "ok"
    assert call("GET", "/api/services").status == 200
    assert call("POST", "/api/messages/nothing/unsubscribe", {}).status in (404, 422)
    assert desk("privacy", "POST", "/people/copy", {}).status == 422


def test_the_desk_asks_for_a_token(deployed: Deployed) -> None:
    assert call("GET", "/api/staff/me").status == 401


def test_everything_in_the_template_was_made(deployed: Deployed) -> None:
    asked_for = {
        name
        for name, resource in TEMPLATE["Resources"].items()
        if resource.get("Condition") not in NOT_HERE
    }
    assert asked_for - set(deployed.names) == set()
    functions: LambdaClient = deployed.endpoint.client("lambda")
    for name in names_of(TEMPLATE, FUNCTION_TYPE):
        found = functions.get_function(FunctionName=deployed.names[name])["Configuration"]
        assert found["Runtime"] == TEMPLATE["Globals"]["Function"]["Runtime"]
