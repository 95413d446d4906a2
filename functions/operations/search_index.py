"""`make search-index STACK=…`: have the desk's search find what was kept before it had an index.

What comes in is found by itself. It may be stopped, run again, and run while the service does.
"""

import argparse
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from functions.operations import every_record
from functions.operations.deployed import take_environment_of
from functions.platform.aws import CALLS_AT_ONCE
from functions.records import kept
from functions.records.receipts import kind_of
from functions.worker import finding


def main() -> int:
    """Do it; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stack", help="name of the deployed stack")
    take_environment_of(parser.parse_args().stack)
    done = keep_all()
    sys.stdout.write("".join(f"{what}: {count}\n" for what, count in sorted(done.items())))
    return 0


def keep_all() -> Counter[str]:
    """How many lists and claims there are, how many of them were not found as they are now."""
    done: Counter[str] = Counter({"records": 0, "changed": 0, "cannot be read": 0})
    receipts = (each for each in every_record.receipts() if kind_of(each) in ("AK", "LP"))
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        for what in pool.map(_keep, receipts):
            done.update({"records": 1, what: 1} if what else {"records": 1})
    return done


def _keep(receipt: str) -> str:
    try:
        return "changed" if finding.keep(receipt) else ""
    except kept.UnreadableError:
        return "cannot be read"


if __name__ == "__main__":
    sys.exit(main())
