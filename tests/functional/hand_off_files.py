"""The files for the insurer (交接文件), as the desk hands them off, and a table that comes back."""

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from typing import Any

from tests.functional.staff_requests import desk, fetched, unpacked


def handed_off(receipt: str, role: str = "contact") -> tuple[dict[str, Any], dict[str, bytes]]:
    """The answer, and the files of the archive."""
    answer = desk(role, "POST", f"/rosters/{receipt}/hand-off")
    assert answer.status == 200, answer.body
    data = fetched(answer.body["url"])
    assert hashlib.sha256(data).hexdigest() == answer.body["sha256"]
    return answer.body, unpacked(data)


def csv_among(files: dict[str, bytes], ending: str = "名单.csv") -> bytes:
    """The only file whose name ends so; by default that of all who are to be insured."""
    [data] = [content for name, content in files.items() if name.endswith(ending)]
    return data


def as_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """A table as Excel saves it."""
    target = io.StringIO(newline="")
    csv.writer(target).writerows(lines)
    return b"\xef\xbb\xbf" + target.getvalue().encode()
