"""Kinds of work on a list, done in turns: `python -m tests.bench.list_work FILE TIMES KIND…`.

Prints what they cost as JSON once all has ended: for each kind the processor seconds of this
process, those of the processes it started, and the peak of memory in megabytes.
"""

# Each kind imports what it needs, so that none pays for the others.
# ruff: noqa: PLC0415

import atexit
import json
import re
import resource
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Final

TODAY: Final = date(2026, 3, 1)
_UNITS_PER_MB: Final = 1024**2 if sys.platform == "darwin" else 1024  # of ru_maxrss

Work = Callable[[bytes], object]


def check() -> Work:
    """The whole check in the started function: guarded, read in its own process, judged."""
    import functions.rosters.handler  # noqa: F401
    from functions.platform import aws
    from functions.rosters import parsing
    from shared_rules import plans
    from shared_rules.roster import judging

    aws.dynamodb()
    aws.s3()
    plan = plans.in_force(TODAY)
    return lambda data: judging.judge(parsing.read(data), plan=plan, cover_from=TODAY)


def bare() -> Work:
    """python-calamine's reading alone."""
    from python_calamine import CalamineWorkbook

    return lambda data: (
        CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    )


def usual() -> Work:
    """The usual way: openpyxl, and python-stdnum and pydantic on each row."""
    from openpyxl import load_workbook
    from pydantic import BaseModel, ConfigDict
    from stdnum.cn import ric

    class Line(BaseModel):
        model_config = ConfigDict(str_strip_whitespace=True)

        number: int
        name: str
        id_number: str
        occupation: str

    def work(data: bytes) -> object:
        rows = load_workbook(BytesIO(data)).worksheets[0].iter_rows(min_row=3, values_only=True)
        named = (dict(zip(Line.model_fields, row, strict=True)) for row in rows if row[3])
        return [ric.is_valid(Line.model_validate(line).id_number) for line in named]

    return work


def main(file: str, times: str, *kinds: str) -> None:
    """Do each kind of work that often, in turns."""
    seconds = dict.fromkeys(kinds, 0.0)
    atexit.register(_report, seconds)  # before the reading process's own, so after its end
    data = Path(file).read_bytes()
    works = {kind: KINDS[kind]() for kind in kinds}
    for _ in range(int(times)):
        for kind, work in works.items():
            begin = process_time()
            work(data)
            seconds[kind] += process_time() - begin


def _report(seconds: dict[str, float]) -> None:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The process that reads forks: the larger of the two counts for both, shared pages included.
    peak = (_own_peak() + 2 * children.ru_maxrss) / _UNITS_PER_MB
    started = children.ru_utime + children.ru_stime
    sys.stdout.write(json.dumps({**seconds, "started": started, "peak": peak}))


def _own_peak() -> int:
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # There ru_maxrss begins with what the process that started this one held.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])  # type: ignore[index]


KINDS: Final = {each.__name__: each for each in (check, bare, usual)}

if __name__ == "__main__":
    main(*sys.argv[1:])
