"""`make bench`: how fast the rules are, as ratios to kept libraries measured in the same run.

Ratios, because seconds say more about the machine than about the rules. The exit status is 1
where a ratio is over its target.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.bench import judging, reading, write_units

CHECKER: Final = Path(__file__).with_name("checker.js")


def checker_ratio() -> float:
    """Seconds of the browser's checker ÷ seconds of publicodes on an equal model, in Node."""
    done = subprocess.run(["node", CHECKER], check=True, capture_output=True, text=True)
    times = json.loads(done.stdout)
    return float(times["ours"] / times["publicodes"])


RATIOS: Final = (
    ("judging 10 000 rows ÷ python-stdnum on their numbers", judging.ratio, 1.0),
    ("the whole check of 10 000 people ÷ python-calamine's bare reading", reading.bare_ratio, 4.0),
    ("the whole check ÷ openpyxl, python-stdnum and pydantic", reading.usual_ratio, 0.2),
    ("the checker's answer ÷ publicodes' with an equal model", checker_ratio, 0.05),
)


def main() -> int:
    """Print each ratio beside its target; the exit status."""
    missed = 0
    for name, measure, target in RATIOS:
        ratio = measure()
        missed += ratio > target
        verdict = "over its target" if ratio > target else "within"
        sys.stdout.write(f"{name}: {ratio:.3f} (at most {target}: {verdict})\n")
    units = write_units.per_person()
    sys.stdout.write(f"write units of the table for each person of a list: {units:.2f}\n")
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main())
