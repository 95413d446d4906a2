"""The sheet that explains the marks: what words and colours mean, what concerns all of the file."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from functions.rosters.marking.marks import HEADERS, STATUSES, Marking, Status, about
from shared_rules.findings import Finding
from shared_rules.roster import rows_to_mend

WIDTHS: Final = (10.0, 60.0, 60.0, 12.0)


class Line(NamedTuple):
    """A line of the legend; without a status it is a heading."""

    texts: tuple[str, ...]
    status: Status | None = None


def lines(marking: Marking) -> Iterator[Line]:
    """The legend, line by line."""
    yield Line((HEADERS[0], "意思", "怎么办"))
    for status in STATUSES:
        message = about(status)
        yield Line((message.title, message.explanation, message.fix), status)
    is_part = marking.only == "to_mend" and marking.list_mark
    yield Line((rows_to_mend.legend(marking.list_mark),) if is_part else ())
    if marking.elsewhere:
        yield Line((HEADERS[0], HEADERS[1], HEADERS[3], HEADERS[2]))
    for finding in marking.elsewhere:
        yield Line((about(finding.severity).title, *_about_file(finding)), finding.severity)


def _about_file(finding: Finding) -> tuple[str, str, str]:
    place = " ".join(str(each) for each in (finding.sheet, finding.cell or finding.row) if each)
    reason = f"{finding.title}：{finding.message}"
    return (f"{place} {reason}".lstrip(), finding.fix, finding.article_label or "")
