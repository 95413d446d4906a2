"""Gathers from all workers what their functions did, and says at the end what does not fit."""

from typing import Any, Final

import pytest

from tests.permissions import statements
from tests.permissions.recorder import Recorder
from tests.permissions.statements import Right

_NAME: Final = "permissions"
# Rights that no test needs, by the policy they are in, and why they are there.
_BEYOND_THE_TESTS: Final = {
    ("*", "secretsmanager:GetSecretValue"): "a process asks once, for whichever function",
    ("WatchFunction", "secretsmanager:DescribeSecret"): "no test has a relay with a password",
    **{
        (name, "kms:GenerateDataKey"): "Lambda itself puts its failures into the queue"
        for name in ("RetentionFunction", "WatchFunction")
    },
}
_used: set[Right] = set()
_refused: set[str] = set()


def add(recorder: Recorder) -> None:
    """What was noted in this process."""
    _used.update(recorder.used)
    _refused.update(recorder.refused)


def finish(session: pytest.Session) -> None:
    """Give the controller of a run what this worker has noted; the controller's run fails by it."""
    config = session.config
    if hasattr(config, "workeroutput"):
        used = [(each.policy, each.action, each.resource, each.key) for each in _used]
        config.workeroutput[_NAME] = (used, sorted(_refused))
    elif _faults(config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def take_over(node: Any) -> None:
    """Take what a worker hands over."""
    used, refused = getattr(node, "workeroutput", {}).get(_NAME, ((), ()))
    _used.update(Right(*each) for each in used)
    _refused.update(refused)


def summarise(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what does not fit."""
    if found := _faults(terminalreporter.config):
        terminalreporter.section("what functions may do (template.yaml) and what they did")
    for fault in found:
        terminalreporter.write_line(fault)


def _faults(config: pytest.Config) -> list[str]:
    """What was refused; in a run of all tests also what was never needed."""
    missing = [f"not allowed: {each}" for each in sorted(_refused)]
    return missing + (_never_needed() if _is_of_all_tests(config) else [])


def _never_needed() -> list[str]:
    declared = {right for each in statements.rights().values() for right in each}
    return sorted(
        f"never needed: {right.policy}: {right.action} {right.resource} {right.key or ''}".rstrip()
        for right in declared - _used
        if not {(right.policy, right.action), ("*", right.action)} & _BEYOND_THE_TESTS.keys()
    )


def _is_of_all_tests(config: pytest.Config) -> bool:
    option = config.option
    # Without its cache plugin pytest knows of no last failures.
    chosen = getattr(option, "lf", False) or option.keyword or option.markexpr or option.collectonly
    return not (chosen or config.args_source is config.ArgsSource.ARGS)
