"""A list in, the marked-up file out: which of the writers makes it."""

from dataclasses import replace

from functions.rosters.marking import delimited, form, kept, rows_only, workbook
from functions.rosters.marking.marks import MarkedFile, Marking
from shared_rules.roster.reading import archive, kinds
from shared_rules.roster.reading.archive import Parts


def mark(original: bytes | None, marking: Marking) -> MarkedFile:
    """Her file with four columns more; a new workbook in the form's layout where it cannot be hers.

    Args:
        original: the file that was read, with all that reading refuses refused; None for a list
            that was no file.
        marking: the people of that list and what was found in it.
    """
    if original is None:
        return MarkedFile(form.mark(marking), ".xlsx")
    own = _own(original, marking) if marking.fits_her_file else kept.NO_COLUMN
    if isinstance(own, MarkedFile):
        return own
    explained = replace(marking, findings=(*marking.findings, *kept.told((own,))))
    return MarkedFile(form.mark(explained), ".xlsx", (own,))


def _own(original: bytes, marking: Marking) -> MarkedFile | str:
    """Her own file, or why it cannot be."""
    container = kinds.container(original)
    if container == "text":
        text = delimited.mark(original, marking)
        return MarkedFile(text, ".csv") if text else kept.NEW_WORKBOOK
    if container != "zip":
        return kept.NEW_WORKBOOK
    parts = archive.unpack(original)
    if kinds.document(parts) != "xlsx":
        return kept.NEW_WORKBOOK
    if parts.size > kept.MAX_WORKBOOK_BYTES:
        return kept.TOO_LARGE
    return _workbook(original, parts, marking)


def _workbook(original: bytes, parts: Parts, marking: Marking) -> MarkedFile | str:
    try:
        if marking.only == "to_mend" and marking.entries.parts:
            return MarkedFile(form.mark(marking), ".xlsx", (kept.ROWS_ONLY,))
        if marking.only == "to_mend":
            made = rows_only.mark(original, parts, marking)
            return MarkedFile(made, ".xlsx", (kept.ROWS_ONLY,))
        made = workbook.mark(original, parts, marking)
    except Exception:  # noqa: BLE001 - made in a way that Excel opens and the format does not know
        return kept.FAILED
    return MarkedFile(made, ".xlsx", kept.of_workbook(parts))
