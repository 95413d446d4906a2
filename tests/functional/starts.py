"""What many tests begin with: made once by a process, and put back for every test after it.

Only for tests that ask for it by the fixture `starts_put_back`: what making it does besides storing
(letters, notices) is not done again.
"""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from functions.platform import admission, clock
from tests import second_engine, storage

Got = TypeVar("Got")


class Starts:
    """What was made so far: by what was stored before, and what was asked for."""

    def __init__(self) -> None:
        self._are_wanted = False
        self._made: dict[tuple[str, str], tuple[Any, storage.Stored]] = {}
        # What was stored where something was made, or was put back; other storage is a test's own.
        self._known: set[str] = set()

    @contextmanager
    def wanted(self) -> Iterator[None]:
        """Put back until the block ends; it begins with nothing stored."""
        self._known.add(storage.digest())
        self._are_wanted = True
        yield
        self._are_wanted = False

    def once(self, make: Callable[[], Got], *asked: object) -> Got:
        """What this makes, told apart by what is asked for; made, or put back as it was made."""
        # Where a test has turned the clock, what it makes is of another moment.
        is_today = admission.now is clock.now  # type: ignore[attr-defined]
        if not self._are_wanted or not is_today or second_engine.IS_CHOSEN:
            return make()
        before = storage.digest()
        if before not in self._known:
            return make()
        case = (before, repr((clock.now().date(), asked)))
        if case in self._made:
            known, kept = self._made[case]
            kept.put_back()
            again: Got = copy.deepcopy(known)
            return again
        made = make()
        self._made[case] = (copy.deepcopy(made), storage.stored())
        self._known.add(storage.digest())
        return made


starts = Starts()
