"""What a block of work asks of AWS: calls, units of the table, and the seconds that are its own.

The emulator knows neither units nor how long AWS takes: units are added up from what is read and
written, as DynamoDB's manual says, and the emulator's own seconds are taken off. Seconds are those
of the processor, which a busy machine changes little.
"""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest
from botocore.client import BaseClient

from tests.bench import write_units
from tests.bench.write_units import item_bytes

_READ_UNIT_BYTES: Final = 4096


@dataclass
class Work:
    """What was asked so far."""

    calls: Counter[str] = field(default_factory=Counter)
    """By service and operation, such as `dynamodb GetItem`."""
    read_units: float = 0
    write_units: float = 0
    own_seconds: float = 0

    def of(self, service: str, *operations: str) -> int:
        """How many calls of a service were made; of these operations, where they are named."""
        return sum(
            number
            for call, number in self.calls.items()
            if call.split()[0] == service and (not operations or call.split()[1] in operations)
        )


@contextmanager
def counted() -> Iterator[Work]:
    """What is asked until the block ends."""
    work, waited = Work(), 0.0
    made = BaseClient._make_api_call  # type: ignore[attr-defined]

    def make(client: BaseClient, operation: str, parameters: dict[str, Any]) -> Any:
        nonlocal waited
        began = process_time()
        try:
            answer = made(client, operation, parameters)
        finally:
            waited += process_time() - began
            work.calls[f"{client.meta.service_model.service_name} {operation}"] += 1
        work.read_units += _read_units(operation, parameters, answer)
        return answer

    with pytest.MonkeyPatch.context() as patch, write_units.counted() as written:
        patch.setattr(BaseClient, "_make_api_call", make)
        began = process_time() + _seconds_of_readers()
        yield work
        # Calls that are made at once add up to more than there was.
        work.own_seconds = max(process_time() + _seconds_of_readers() - began - waited, 0)
        work.write_units = sum(written)


def _seconds_of_readers() -> float:
    """Processor seconds of the processes that read files, and of their forks; known on Linux."""
    ticks = 0
    for listed in Path("/proc/self/task").glob("*/children"):
        for child in listed.read_text(encoding="ascii").split():
            after_name = Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2]
            ticks += sum(map(int, after_name.split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _read_units(operation: str, parameters: dict[str, Any], answer: Any) -> float:
    match operation:
        case "GetItem":
            return _units(item_bytes(answer.get("Item", {})), parameters)
        case "Query":
            return _units(sum(map(item_bytes, answer.get("Items", ()))), parameters)
        case "BatchGetItem":
            [(table, asked)] = parameters["RequestItems"].items()
            return sum(_units(item_bytes(each), asked) for each in answer["Responses"][table])
    return 0


def _units(read: int, asked: dict[str, Any]) -> float:
    share = 1 if asked.get("ConsistentRead") else 0.5
    return max(ceil(read / _READ_UNIT_BYTES), 1) * share
