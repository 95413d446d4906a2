"""`make redrive`: put the follow-ups that were given up back to work.

With the name of a deployed function of the follow-up it takes that one's environment, otherwise
this process's. AWS China has no redrive of queues; this also puts back what the queue lost.
"""

import argparse
import os
import sys

import boto3

from functions.worker import service


def main() -> int:
    """Put them back; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("function", nargs="?", help="output SweeperFunctionName of the stack")
    if function := parser.parse_args().function:
        os.environ.update(_environment_of(function))
    count = service.redrive()
    sys.stdout.write(f"Back to work: {count}\n")
    return 0


def _environment_of(function: str) -> dict[str, str]:
    client = boto3.client("lambda")
    configuration = client.get_function_configuration(FunctionName=function)
    return dict(configuration["Environment"]["Variables"])


if __name__ == "__main__":
    sys.exit(main())
