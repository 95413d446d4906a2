"""The audit of what is locked passes only where everything was asked."""

import json
from typing import Any

import pytest

from tests.audit import Answer, Said, of_node, of_python, report

VULN = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["1.1"]}
SOUND = {"name": "sound", "version": "1.0", "vulns": []}
HOLED = {"name": "holed", "version": "1.0", "vulns": [VULN]}
SKIPPED = {"name": "skipped", "skip_reason": "Dependency not found"}
ADVISORY = {"name": "n", "range": "<2", "url": "https://example.org/GHSA-1", "severity": "high"}


def told(said: Any, error: str = "") -> Any:
    text = said if isinstance(said, str) else json.dumps(said)
    return lambda *_: Said(text, error)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"dependencies": [SOUND]}, Answer([], [])),
        (
            {"dependencies": [SOUND, HOLED]},
            Answer(["holed 1.0: PYSEC-2026-1, mended in 1.1"], []),
        ),
        ({"dependencies": [SOUND, SKIPPED]}, Answer([], ["Dependency not found"])),
        ("", Answer([], ["ConnectionError"])),
        ("[]", Answer([], ["ConnectionError"])),
    ],
)
def test_what_the_python_index_tells(said: Any, expected: Answer) -> None:
    assert of_python("requirements.txt", told(said, "Traceback\nConnectionError\n")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"vulnerabilities": {}}, Answer([], [])),
        (
            {"vulnerabilities": {"n": {"via": [ADVISORY]}, "by-n": {"via": ["n"]}}},
            Answer(["n <2: https://example.org/GHSA-1, high"], []),
        ),
        ({"message": "405 Method Not Allowed"}, Answer([], ["405 Method Not Allowed"])),
        ("", Answer([], ["no answer"])),
    ],
)
def test_what_the_node_registry_tells(said: Any, expected: Answer) -> None:
    assert of_node(told(said)) == expected


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([Answer([], [])], 0),
        ([Answer([], []), Answer([], ["no answer"])], 2),
        ([Answer(["a hole"], []), Answer([], ["no answer"])], 1),
    ],
)
def test_an_audit_passes_only_where_all_was_asked(
    answers: list[Answer], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report({str(number): each for number, each in enumerate(answers)}) == status
    said = capsys.readouterr().out
    assert all(each in said for holes, unasked in answers for each in (*holes, *unasked))
