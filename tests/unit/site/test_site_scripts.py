"""What the site's own scripts weigh and hold, once it is built."""

import gzip
import re
from pathlib import Path

RULES_BUDGET = 12_000  # bytes, gzipped together with plans, workdays and wording
TYPES_ONLY = "types.js"
COMMENT = re.compile(r"(?m)^\s*(/\*|//)")


def test_the_rules_with_their_data_stay_within_the_budget(site: Path) -> None:
    scripts = sorted((site / "js" / "rules").rglob("*.js"))
    together = b"".join(each.read_bytes() for each in scripts if each.name != TYPES_ONLY)
    assert len(scripts) > 10
    assert len(gzip.compress(together, 9, mtime=0)) <= RULES_BUDGET


def test_no_script_of_ours_carries_comments_to_phones(site: Path) -> None:
    ours = [each for each in (site / "js").rglob("*.js") if "vendor" not in each.parts]
    assert [each.name for each in ours if COMMENT.search(each.read_text(encoding="utf-8"))] == []
