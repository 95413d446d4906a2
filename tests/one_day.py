"""A run of the tests has one today: begun in Shanghai's last hour, it goes by an hour earlier.

What was made up for one day is refused on the next, and a run takes some minutes. Whoever has a
clock of its own, as a browser and a process beside this one, goes by `SET_BACK`, too.
"""

from datetime import timedelta
from typing import Final

import pytest
import time_machine

from functions.platform import clock

_A_RUN: Final = timedelta(hours=1)
_began: Final = clock.real()
SET_BACK: Final = _A_RUN if (_began + _A_RUN).date() > _began.date() else timedelta(0)

# For a page, whose clock is the machine's.
DATES_SET_BACK: Final = f"""
const set_back = {SET_BACK // timedelta(milliseconds=1)};
globalThis.Date = class extends Date {{
  constructor(...said) {{ super(...(said.length ? said : [Date.now()])); }}
  static now() {{ return super.now() - set_back; }}
}};
"""


def keep(config: pytest.Config) -> None:
    """Set this process's clock, for all who read it, back by `SET_BACK` until the run ends."""
    if SET_BACK:
        travel = time_machine.travel(clock.real() - SET_BACK)
        travel.start()
        config.add_cleanup(travel.stop)
