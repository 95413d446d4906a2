"""`make bench`: how fast the service is, as ratios to kept libraries measured in the same run.

Ratios, because seconds say more about the machine than about the service. The exit status is 1
where anything is over its target.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from functions.local.server import local_aws
from functions.platform import aws
from tests.bench import (
    aws_calls,
    cold_start,
    desk_calls,
    in_browser,
    judging,
    old_policies,
    reading,
    write_units,
)

# The emulator takes seconds to sort 100 000 lists for a read, which must count once.
aws.ANSWER_WITHIN = 600

CHECKER: Final = Path(__file__).with_name("checker.js")


def checker_ratio() -> float:
    """Seconds of the browser's checker ÷ seconds of publicodes on an equal model, in Node."""
    done = subprocess.run(["node", CHECKER], check=True, capture_output=True, text=True)
    times = json.loads(done.stdout)
    return float(times["ours"] / times["publicodes"])


MEASURES: Final = (
    ("judging 10 000 rows ÷ python-stdnum on their numbers", judging.ratio, 1.0),
    ("the whole check of 10 000 people ÷ python-calamine's bare reading", reading.bare_ratio, 4.0),
    ("the whole check ÷ openpyxl, python-stdnum and pydantic", reading.usual_ratio, 0.2),
    ("the peak of the check's memory, in MB", reading.peak_megabytes, 256),
    ("a check of 10 000 people in a browser ÷ the same by CPython", in_browser.ratio, 4.0),
    ("seconds of checking 100 people again in a browser", in_browser.again, 0.1),
    ("starting the rosters' function ÷ boto3 with its two clients", cold_start.ratio, 1.35),
    ("the checker's answer ÷ publicodes' with an equal model", checker_ratio, 0.05),
)


def main() -> int:
    """Print each measure beside its target; the exit status."""
    missed = [_is_missed(*each) for each in MEASURES]
    with local_aws(parameters={"ProofOfWorkCost": "1", "StaffIssuer": "https://nobody.example"}):
        calls, units = aws_calls.per_submission(), write_units.per_person()
        looks = desk_calls.by_lists()
        brought_in = old_policies.per_person()
    missed += [_costs_more(cost) for cost in brought_in]
    missed.append(_differ("calls to AWS for a submission, by its people", calls))
    for name, counts in looks.items():
        missed.append(_differ(f"calls for {name}, by the lists there are", counts))
    sys.stdout.write(f"write units of the table for each person of a list: {units:.2f}\n")
    return int(any(missed))


def _differ(name: str, counts: dict[int, int]) -> bool:
    said = ", ".join(f"{made} for {number}" for number, made in counts.items())
    sys.stdout.write(f"{name} (all equal): {said}\n")
    return len(set(counts.values())) > 1


def _costs_more(cost: old_policies.Cost) -> bool:
    verdict = "over its target" if cost.units > old_policies.MOST_UNITS else "within"
    sys.stdout.write(
        f"each of {old_policies.PEOPLE} people of old policies, brought in by {cost.workbooks} "
        f"workbooks: {cost.calls:.3f} calls, {cost.units:.3f} write units "
        f"(at most {old_policies.MOST_UNITS}: {verdict})\n"
    )
    return cost.units > old_policies.MOST_UNITS


def _is_missed(name: str, measure: Callable[[], float], target: float) -> bool:
    value = measure()
    verdict = "over its target" if value > target else "within"
    sys.stdout.write(f"{name}: {value:.3f} (at most {target}: {verdict})\n")
    return value > target


if __name__ == "__main__":
    sys.exit(main())
