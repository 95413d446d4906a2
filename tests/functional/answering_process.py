"""A function in a process of its own, as AWS runs it: `python -m`, a request at the standard input.

Prints as JSON its answer's status, code and size, the peak of its own memory, and the processor
seconds of it and of the processes that read for it.
"""

import atexit
import json
import re
import resource
import sys
from pathlib import Path
from time import process_time
from typing import Any, Final

from tests.functional.lambda_context import CONTEXT

_KIB_PER_MIB: Final = 1024


def main() -> None:
    """Answer one request."""
    found: dict[str, Any] = {}
    atexit.register(_report, found)  # before the reading process's own, so after its end
    from functions.rosters.handler import lambda_handler  # noqa: PLC0415

    event = json.load(sys.stdin)
    begun = process_time()
    answer = lambda_handler(event, CONTEXT)
    found["seconds"] = process_time() - begun
    found["status"] = answer["statusCode"]
    found["megabytes"] = _peak_kib() / _KIB_PER_MIB
    found["sent_bytes"] = len(json.dumps(answer))


def _report(found: dict[str, Any]) -> None:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    found["seconds"] += children.ru_utime + children.ru_stime
    sys.stdout.write(json.dumps(found))


def _peak_kib() -> int:
    # ru_maxrss begins with what the process held that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])  # type: ignore[index]


if __name__ == "__main__":
    main()
