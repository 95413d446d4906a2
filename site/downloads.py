"""`python site/downloads.py FOLDER`: the files that pages offer, into a built site.

They are made anew with every build, from the plan in force, and are the same, byte for byte, from
the same sources.
"""

import argparse
import io
import os
import re
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import old_policies_form
import segno
import statement_sample
from roster_form import word_form, workbook_form

from shared_rules.plans import Plan, in_force
from shared_rules.roster import examples

# Files say when they were made; a build must not differ for that.
_MADE: Final = (2019, 1, 3, 0, 0, 0)
_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_STAMPED: Final = "docProps/core.xml"
_SAMPLE_UNIT: Final = "贺兰县示例小学"


def roster_form_xlsx() -> bytes:
    """The blank form as a workbook."""
    return _saved(workbook_form(_plan()).save)


def roster_sample_xlsx() -> bytes:
    """The form filled in with people who do not exist."""
    return _saved(workbook_form(_plan(), examples.people(), _SAMPLE_UNIT).save)


def roster_form_docx() -> bytes:
    """The blank form as a Word document."""
    return _saved(word_form().save)


def old_policies_xlsx() -> bytes:
    """The blank form for old policies."""
    return _saved(old_policies_form.workbook(_plan()).save)


def statement_sample_xlsx() -> bytes:
    """A bank statement to learn with; its first line pays for the list of `roster_sample_xlsx`."""
    people = len(examples.people())
    return _saved(statement_sample.workbook(_plan(), _day(), _SAMPLE_UNIT, people).save)


FILES: Final[Mapping[str, Callable[[], bytes]]] = {
    "roster-form.xlsx": roster_form_xlsx,
    "roster-form.docx": roster_form_docx,
    "roster-sample.xlsx": roster_sample_xlsx,
    "old-policies-form.xlsx": old_policies_xlsx,
    "statement-sample.xlsx": statement_sample_xlsx,
}


def write_downloads(site: Path) -> None:
    """Put the files under `downloads/` of a built site; the code of its address, if it has one."""
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    if address := os.environ.get("SITE_URL"):
        segno.make(address, error="m").save(
            str(folder / "site-qr.svg"), omitsize=True, light="white"
        )


def _plan() -> Plan:
    return in_force(_day())


def _day() -> date:
    """The day that the pages are built for, which SOURCE_DATE_EPOCH may set."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    return datetime.fromtimestamp(seconds, ZoneInfo("Asia/Shanghai")).date()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    """What `save` writes, with the times in it set to one moment."""
    made = io.BytesIO()
    save(made)
    timeless = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(timeless, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _MADE)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, _without_time(name, source.read(name)))
    return timeless.getvalue()


def _without_time(name: str, content: bytes) -> bytes:
    moment = b"%04d-%02d-%02dT%02d:%02d:%02dZ" % _MADE
    return _STAMP.sub(rb"\g<1>" + moment, content) if name == _STAMPED else content


def main() -> int:
    """Write the files into the site that the command line names; the exit status."""
    parser = argparse.ArgumentParser(description="Write the files that pages offer.")
    parser.add_argument("site", type=Path, help="the built site's folder")
    write_downloads(parser.parse_args().site)
    return 0


if __name__ == "__main__":
    sys.exit(main())
