"""`make redrive STACK=…`: put the follow-ups that were given up back to work.

AWS China has no redrive of queues; this also puts back what the queue lost.
"""

import argparse
import sys

from functions.operations.deployed import take_environment_of
from functions.worker import service


def main() -> int:
    """Put them back; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stack", help="name of the deployed stack")
    take_environment_of(parser.parse_args().stack)
    sys.stdout.write(f"Back to work: {service.redrive()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
