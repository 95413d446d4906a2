"""How much of everything that has a price a year takes, from one of each thing done."""

from collections.abc import Iterable
from typing import Final

from functions.local.data_template import names_of
from functions.local.server import TEMPLATE
from functions.local.stack import SECRET_TYPE, Stack
from functions.local.template import load_template
from functions.platform.aws import dynamodb
from functions.platform.environment import environment
from tests.bench.interpreters import seconds
from tests.bench.write_units import item_bytes
from tests.cost import sample, year
from tests.cost.pages import Loaded, Views
from tests.cost.pricing import MONTHS
from tests.cost.sample import Done

_TEMPLATE: Final = load_template(TEMPLATE)
# The emulator answers within the process; AWS takes some milliseconds.
_SECONDS_A_CALL: Final = {"dynamodb": 0.006, "s3": 0.03}
_SECONDS_OF_OTHERS: Final = 0.03
_WHOLE_PROCESSOR_MB: Final = 1769
_LOG_BYTES: Final = 1_200
"""Of one invocation: what Lambda and we say of it, and the API's own line."""
_GB: Final = 1e9
_HOURS_A_MONTH: Final = 730
_WRITES: Final = ("PutObject", "CopyObject", "ListObjectsV2")
_STARTED: Final = "import {module}; from functions.platform import aws; aws.dynamodb(); aws.s3()"

Times = list[tuple[int, Done]]


def of_year(stack: Stack, seen: Views, loaded: Loaded) -> dict[str, float]:
    """The amount of each thing that has a price."""
    done = list(_done(stack))
    calls = sum(year.CALLS.values())
    of_pages = year.PAGE_VIEWS * seen.requests_a_view + loaded.requests_a_year
    sent = year.PAGE_VIEWS * seen.bytes_a_view + sum(n * each.sent_bytes for n, each in done)
    starts = sum(year.STARTS.values())
    return {
        "cloudfront_requests": calls + of_pages,
        "cloudfront_gb": (sent + loaded.bytes_a_year) / _GB,
        "api_requests": calls,
        **_of_functions(done),
        **_of_table(done),
        **_of_objects(done, of_pages),
        "key_months": MONTHS * _resources("AWS::KMS::Key"),
        "key_requests": 3 * starts + sum(n * each.work.of("s3") for n, each in done),
        "secret_months": MONTHS * _resources(SECRET_TYPE),
        "secret_requests": starts,
        "alarm_months": MONTHS * _resources("AWS::CloudWatch::Alarm"),
        "metric_months": sum(year.METRIC_HOURS.values()) / _HOURS_A_MONTH,
        "log_gb": (calls + sum(year.SCHEDULED.values())) * _LOG_BYTES / _GB,
    }


def _done(stack: Stack) -> Iterable[tuple[int, Done]]:
    """What is done, each with how often in the year."""
    for name, times in year.CALLS.items():
        yield times, sample.route(stack, name)
    for kind, times in year.FOLLOWED_UP.items():
        yield times, sample.followed_up(kind)
    for function, times in year.SCHEDULED.items():
        yield times, sample.scheduled(stack, function)


def _of_functions(done: Times) -> dict[str, float]:
    runs = sum(n * _run_seconds(each) * _memory(each.function) for n, each in done)
    starts = sum(n * _start_seconds(name) * _memory(name) for name, n in year.STARTS.items())
    return {
        "function_requests": sum(n for n, _ in done),
        "function_gb_seconds": (runs + starts) / 1024,
    }


def _run_seconds(done: Done) -> float:
    """As long as on Lambda: slower where it has a part of a processor, and with AWS's answers."""
    slower = max(_WHOLE_PROCESSOR_MB / _memory(done.function), 1)
    waited = sum(
        _SECONDS_A_CALL.get(call.split()[0], _SECONDS_OF_OTHERS) * number
        for call, number in done.work.calls.items()
    )
    return done.work.own_seconds * slower + waited


def _start_seconds(function: str) -> float:
    """Lambda lends a whole processor to a start."""
    module, _, _ = _TEMPLATE["Resources"][function]["Properties"]["Handler"].rpartition(".")
    return seconds("-c", _STARTED.format(module=module))


def _of_table(done: Times) -> dict[str, float]:
    stock = year.LISTS * year.KEPT_YEARS_OF_LISTS * _kept_bytes(
        "list"
    ) + year.CLAIMS * year.KEPT_YEARS_OF_CLAIMS * _kept_bytes("claim")
    return {
        "table_write_units": sum(n * each.work.write_units for n, each in done),
        "table_read_units": sum(n * each.work.read_units for n, each in done),
        "table_gb_months": stock / _GB * MONTHS,
        "table_backup_gb_months": stock / _GB * MONTHS,
    }


def _kept_bytes(kind: str) -> float:
    """What one usual list, or one claim, leaves in the table."""
    sample.followed_up(kind)
    return sum(map(item_bytes, dynamodb().scan(TableName=environment().table_name)["Items"]))


def _of_objects(done: Times, requests_of_pages: float) -> dict[str, float]:
    writes = sum(n * each.work.of("s3", *_WRITES) for n, each in done)
    reads = sum(n * each.work.of("s3") for n, each in done) - writes
    papers_gb = year.PAPERS * year.PAPER_BYTES / _GB
    lists_gb = year.LISTS * year.LIST_BYTES / _GB
    return {
        "object_writes": writes + year.CALLS["POST /api/uploads"],
        # Whatever the distribution is asked for it asks the bucket for, at worst.
        "object_reads": reads + requests_of_pages,
        "object_gb_months": MONTHS
        * (papers_gb * year.KEPT_YEARS_OF_CLAIMS + lists_gb * year.KEPT_YEARS_OF_LISTS),
        "download_gb": 2 * papers_gb + lists_gb,
    }


def _memory(function: str) -> int:
    shared = _TEMPLATE["Globals"]["Function"]["MemorySize"]
    return int(_TEMPLATE["Resources"][function]["Properties"].get("MemorySize", shared))


def _resources(kind: str) -> int:
    return len(names_of(_TEMPLATE, kind))
