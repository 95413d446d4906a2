"""What waits for a second person stands in a queue until somebody has answered it."""

import pytest

from tests.functional.endorsement_requests import OUT, accepted, confirm, decline, propose
from tests.functional.staff_requests import counted, queue

pytestmark = pytest.mark.usefixtures("starts_put_back")

WAITS = "endorsement_waits"


def test_a_second_person_finds_what_waits_and_nobody_else_does() -> None:
    receipt = accepted()["receipt"]
    assert (queue("admin", state=WAITS), counted("admin", WAITS)) == ([], 0)
    for answer in (decline, confirm):
        assert propose(receipt, OUT).status == 200
        for role in ("contact", "admin", "federation"):
            assert (queue(role, state=WAITS), counted(role, WAITS)) == ([receipt], 1)
        assert queue("other contact", state=WAITS) == []
        assert answer(receipt).status == 200
        assert (queue("admin", state=WAITS), counted("admin", WAITS)) == ([], 0)
